import type { Occurrence } from '../sessions/occurrences.ts';
import { dayOf, type WallTime } from '../sessions/wall-time.ts';

/** What a list of dates must say otherwise than it was printed. */
export interface Difference {
  /** When the date stands in the printed list; without it, the date is not there yet. */
  readonly was?: WallTime;
  readonly now: Occurrence;
  /** It is not among the group's dates any more: neither called off nor moved. */
  readonly isGone?: true;
}

/**
 * From the dates as printed to the dates as they are. `touched` names dates to say again though nothing is different:
 * somebody may have read of a change that was taken back.
 */
export function differences(
  printed: readonly Occurrence[],
  dates: readonly Occurrence[],
  touched: (occurrence: Occurrence) => boolean,
): readonly Difference[] {
  const left = new Set(printed);
  const take = (matches: (one: Occurrence) => boolean) => {
    const found = [...left].find(matches);
    if (found) left.delete(found);
    return found;
  };
  const same = dates.map((now) => [now, take((one) => isSame(one, now))] as const);
  const paired = same.map(([now, found]) => {
    const before = found ?? take((one) => one.session === now.session && dayOf(one.starts) === dayOf(now.starts));
    return [now, before] as const;
  });
  const changed = paired
    .filter(([now, before]) => before === undefined || !isEqual(now, before) || touched(now))
    .map(([now, before]): Difference => (before ? { was: before.starts, now: asMoved(now, before) } : { now }));
  const gone = [...left].map((before): Difference => ({ was: before.starts, ...whereTo(before, dates) }));
  return [...changed, ...gone];
}

function isSame(one: Occurrence, other: Occurrence): boolean {
  return one.session === other.session && one.starts === other.starts;
}

function isEqual(one: Occurrence, other: Occurrence): boolean {
  const text = (occurrence: Occurrence) =>
    JSON.stringify(Object.entries(occurrence).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return text(one) === text(other);
}

/** A usual date at another time or place than printed is news, though by its new rule it is as usual. */
function asMoved(now: Occurrence, before: Occurrence): Occurrence {
  const wasThere = before.state === 'on' || before.state === 'extra' || before.state === 'movedHere';
  const isOtherPlace = now.place !== before.place;
  if (now.state !== 'on' || !wasThere || (now.starts === before.starts && !isOtherPlace)) return now;
  const fromPlace = isOtherPlace && before.place !== undefined ? { fromPlace: before.place } : {};
  return { ...now, state: 'movedHere', from: before.starts, ...fromPlace };
}

/** What became of a date that is in no list any more. */
function whereTo(before: Occurrence, dates: readonly Occurrence[]): Omit<Difference, 'was'> {
  const origin = before.state === 'movedHere' ? before.from : undefined;
  const moved = dates.find((one) => one.state === 'movedHere' && one.session === before.session && one.from === origin);
  const { session, mode, starts, ends, place } = before;
  const happening = { session, mode, starts, ends, ...(place === undefined ? {} : { place }) };
  if (!moved) return { now: { ...happening, state: 'cancelled', because: 'organiser' }, isGone: true };
  const toPlace = moved.place !== undefined && moved.place !== place ? { toPlace: moved.place } : {};
  return { now: { ...happening, state: 'movedAway', to: moved.starts, ...toPlace } };
}
