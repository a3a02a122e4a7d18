import { canonicalJson, type Json } from '../canonical-json.ts';
import type { ChangeId, Target, TimetableChange } from './change.ts';
import { headsAmong, newestOf } from './order.ts';

/** One thing somebody wrote into a field. */
export interface Entry {
  readonly value: Json;
  readonly change: TimetableChange;
}

/**
 * What stands in a field. One entry is settled; more were written by people who did not know of each other, and wait
 * for a person to decide. The same value written twice is no disagreement.
 */
export type Register = readonly [Entry, ...Entry[]];

export type Folded = ReadonlyMap<Target, ReadonlyMap<string, Register>>;

/**
 * What a group's changes come to: by target and field. The order in which they are given, and every clock, is without
 * effect on what stands; of entries that disagree, those given first come first.
 * `counts` leaves out what does not count (what waits, what was refused): it still says who had seen what.
 */
export function fold(
  changes: readonly TimetableChange[],
  counts: (change: TimetableChange) => boolean = () => true,
): Folded {
  const written = new Map<Target, Map<string, TimetableChange[]>>();
  for (const change of changes) {
    if (!counts(change)) continue;
    const fields = getOrAdd(written, change.target, () => new Map<string, TimetableChange[]>());
    for (const field of Object.keys(change.set)) getOrAdd(fields, field, () => []).push(change);
  }

  const known = new Map(changes.map((change) => [change._id, change]));
  return mapValues(written, (fields) =>
    mapValues(fields, (all, field) => {
      const heads = headsAmong(all, known);
      return distinct(heads.map((change) => ({ value: change.set[field] as Json, change })));
    }),
  );
}

/** Two people wrote different things without knowing of each other. */
export interface Conflict {
  readonly target: Target;
  readonly field: string;
  readonly sides: Register;
}

/** Everything in a group that a person has to decide. */
export function conflictsIn(folded: Folded): readonly Conflict[] {
  return [...folded].flatMap(([target, fields]) =>
    [...fields].filter(([, sides]) => sides.length > 1).map(([field, sides]) => ({ target, field, sides })),
  );
}

/** What a new change of the group comes after: the newest changes that are known here. */
export function afterAll(changes: readonly TimetableChange[]): readonly ChangeId[] {
  return newestOf(changes)
    .map(({ _id }) => _id)
    .sort();
}

function distinct(entries: readonly Entry[]): Register {
  const seen = new Set<string>();
  return entries.filter(({ value }) => {
    const text = canonicalJson(value);
    return !seen.has(text) && seen.add(text);
  }) as unknown as Register;
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
}

function mapValues<Key, Before, After>(
  map: ReadonlyMap<Key, Before>,
  change: (value: Before, key: Key) => After,
): ReadonlyMap<Key, After> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
