import { type Day, dayOf } from '../sessions/wall-time.ts';
import type { ChangeId, Decision, TimetableChange, TimetableDocument } from './change.ts';
import { verdictOf } from './change.ts';

/** A group's changes, and which of them residents may know of. */
export interface GroupChanges {
  /** All of them in the order of arrival: those that wait or were refused still say who had seen what. */
  readonly changes: readonly TimetableChange[];
  /** The published ones with the day on which that was decided, by the server's clock. */
  readonly publishedOn: ReadonlyMap<ChangeId, Day>;
}

/** The changes of a timetable by group. */
export function changesByGroup(documents: readonly TimetableDocument[]): ReadonlyMap<string, GroupChanges> {
  return new Map([...byKey(documents, ({ group }) => group)].map(([group, own]) => [group, toGroupChanges(own)]));
}

function toGroupChanges(documents: readonly TimetableDocument[]): GroupChanges {
  const decisions = byKey(
    documents.filter((document): document is Decision => document.kind === 'decision'),
    ({ change }) => change,
  );
  return groupChanges(
    documents.filter((document): document is TimetableChange => document.kind === 'change'),
    (change) => decisions.get(change) ?? [],
  );
}

/** A group's changes with what was decided about each. */
export function groupChanges(
  changes: readonly TimetableChange[],
  decisionsOf: (change: ChangeId) => readonly Decision[],
): GroupChanges {
  const published = changes.flatMap(({ _id }): [ChangeId, Day][] => {
    const verdict = verdictOf(decisionsOf(_id));
    return verdict?.verdict === 'published' ? [[_id, dayOf(verdict.decidedAt)]] : [];
  });
  return { changes, publishedOn: new Map(published) };
}

function byKey<One>(all: readonly One[], keyOf: (one: One) => string): ReadonlyMap<string, readonly One[]> {
  const groups = new Map<string, One[]>();
  for (const one of all) {
    const own = groups.get(keyOf(one)) ?? [];
    own.push(one);
    groups.set(keyOf(one), own);
  }
  return groups;
}
