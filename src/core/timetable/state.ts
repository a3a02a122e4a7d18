import { type Decision, laneOf, type TimetableChange, verdictOf } from './change.ts';

/** Where a change stands, as an organiser is told. */
export type ChangeState =
  | { readonly state: 'onDevice' }
  | { readonly state: 'sent' }
  | { readonly state: 'waiting' }
  /** Would be published at once, but did not fit the plan: an editor looks at it first. */
  | { readonly state: 'heldBack' }
  | { readonly state: 'published'; readonly by: string }
  | { readonly state: 'refused'; readonly by: string; readonly why?: string };

/** How far a change has come: `read` once all that the service had to say after it took it in was read as well. */
export type Arrival = 'no' | 'taken' | 'read';

/**
 * What the service decided comes with the decisions about this change. What it publishes by itself it decides in the
 * same write as it takes it in: one of which everything was read, and nothing decided, was held back.
 */
export function changeState(change: TimetableChange, arrival: Arrival, decisions: readonly Decision[]): ChangeState {
  const decision = verdictOf(decisions);
  if (decision?.verdict === 'refused') {
    const { by, why } = decision;
    return { state: 'refused', by, ...(why === undefined ? {} : { why }) };
  }
  if (decision) return { state: 'published', by: decision.by };
  if (arrival === 'no') return { state: 'onDevice' };
  if (laneOf(change) === 'editor') return { state: 'waiting' };
  return { state: arrival === 'read' ? 'heldBack' : 'sent' };
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
