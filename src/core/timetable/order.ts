import type { ChangeId, TimetableChange } from './change.ts';

type Known = ReadonlyMap<ChangeId, TimetableChange>;

/** Those of some changes that none of the others came after, in the order given. */
export function headsAmong(some: readonly TimetableChange[], known: Known): readonly TimetableChange[] {
  if (some.length < 2) return some;
  const depth = depthsOf(known);
  const deepestFirst = some.toSorted((a, b) => (depth.get(b._id) ?? 0) - (depth.get(a._id) ?? 0));
  const before = new Set<ChangeId>();
  const heads = new Set<ChangeId>();
  for (const change of deepestFirst) {
    if (before.has(change._id)) continue;
    heads.add(change._id);
    addBefore(change, known, before);
  }
  return some.filter(({ _id }) => heads.has(_id));
}

/** The changes that no other came after. */
export function newestOf(changes: readonly TimetableChange[]): readonly TimetableChange[] {
  const seen = new Set(changes.flatMap(({ after }) => after));
  return changes.filter(({ _id }) => !seen.has(_id));
}

/** Everything its author had seen. */
export function beforeOf(change: TimetableChange, changes: readonly TimetableChange[]): readonly TimetableChange[] {
  const known = new Map(changes.map((one) => [one._id, one]));
  const before = new Set<ChangeId>();
  addBefore(change, known, before);
  return changes.filter(({ _id }) => before.has(_id));
}

function addBefore(change: TimetableChange, known: Known, before: Set<ChangeId>): void {
  const left = [...change.after];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (before.has(id)) continue;
    before.add(id);
    left.push(...(known.get(id)?.after ?? []));
  }
}

const depths = new WeakMap<Known, ReadonlyMap<ChangeId, number>>();

/** How long the longest way back is: what came after another is always deeper. Without recursion: a way may be long. */
function depthsOf(known: Known): ReadonlyMap<ChangeId, number> {
  const remembered = depths.get(known);
  if (remembered) return remembered;
  const depth = new Map<ChangeId, number>();
  for (const id of known.keys()) {
    const left = [id];
    while (left.length > 0) {
      const next = left.at(-1) as ChangeId;
      const after = (known.get(next)?.after ?? []).filter((one) => known.has(one));
      const unknown = after.filter((one) => !depth.has(one));
      if (unknown.length > 0 && !depth.has(next)) {
        left.push(...unknown);
        continue;
      }
      left.pop();
      if (!depth.has(next)) depth.set(next, 1 + Math.max(0, ...after.map((one) => depth.get(one) ?? 0)));
    }
  }
  depths.set(known, depth);
  return depth;
}
