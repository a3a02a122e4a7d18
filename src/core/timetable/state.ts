import { type Decision, laneOf, type TimetableChange, verdictOf } from './change.ts';

/** Where a change stands, as an organiser is told. */
export type ChangeState =
  | { readonly state: 'onDevice' }
  | { readonly state: 'sent' }
  | { readonly state: 'waiting' }
  | { readonly state: 'published'; readonly by: string }
  | { readonly state: 'refused'; readonly by: string; readonly why?: string };

/** `isSent`: the service holds it. What it decided comes with the decisions about this change. */
export function changeState(change: TimetableChange, isSent: boolean, decisions: readonly Decision[]): ChangeState {
  const decision = verdictOf(decisions);
  if (decision?.verdict === 'refused') {
    const { by, why } = decision;
    return { state: 'refused', by, ...(why === undefined ? {} : { why }) };
  }
  if (decision) return { state: 'published', by: decision.by };
  if (!isSent) return { state: 'onDevice' };
  return { state: laneOf(change) === 'editor' ? 'waiting' : 'sent' };
}

/** Decisions by the change they are about. */
export function decisionsBy(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const by = new Map<string, Decision[]>();
  for (const decision of decisions) by.set(decision.change, [...(by.get(decision.change) ?? []), decision]);
  return by;
}

/** Whether residents may see a change. */
export function isPublished(decisions: readonly Decision[] | undefined): boolean {
  return verdictOf(decisions ?? [])?.verdict === 'published';
}
