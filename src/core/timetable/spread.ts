import type { Session } from '../sessions/session.ts';
import { type PartOfDay, partOfDay } from '../sessions/wall-time.ts';
import { weekdaysOf } from './rule.ts';

/** What is asked of a group to say where in the week, and for whom, it is. */
export interface Placed {
  readonly id: string;
  readonly area: string;
  readonly kind: string;
  readonly audience: readonly string[];
  readonly name: string;
  readonly sessions: readonly Pick<Session, 'rule' | 'starts'>[];
}

/** One square of the week: 0 is Monday. */
export interface Slot {
  readonly weekday: number;
  readonly part: PartOfDay;
}

export const PARTS: readonly PartOfDay[] = ['morning', 'afternoon', 'evening'];

/** When in the week a group meets, each square once. */
export function slotsOf({ sessions }: Pick<Placed, 'sessions'>): readonly Slot[] {
  const all = sessions.flatMap((session) =>
    weekdaysOf(session).map((weekday) => ({ weekday, part: partOfDay(session.starts) })),
  );
  return all.filter((one, place) => all.findIndex((other) => isSame(one, other)) === place);
}

/** The groups of an area in one square; none is a gap, many of one audience an overlap (E30). */
export interface GridCell extends Slot {
  readonly area: string;
  readonly groups: readonly Placed[];
}

/** Every square of the week for every area, empty ones included. */
export function spreadGrid(groups: readonly Placed[], areas: readonly string[]): readonly GridCell[] {
  return areas.flatMap((area) =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) =>
      PARTS.map((part) => ({
        area,
        weekday,
        part,
        groups: groups.filter(
          (group) => group.area === area && slotsOf(group).some((slot) => isSame(slot, { weekday, part })),
        ),
      })),
    ),
  );
}

/** How many groups there are by area, and by audience in it (E78). A group for two audiences counts for both. */
export function countsByAudience(groups: readonly Placed[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const areas = new Map<string, Map<string, number>>();
  for (const { area, audience } of groups) {
    const counts = areas.get(area) ?? new Map<string, number>();
    for (const one of audience) counts.set(one, (counts.get(one) ?? 0) + 1);
    areas.set(area, counts);
  }
  return areas;
}

/** A group like the one somebody wants to start, and what they have in common (E29). */
export interface Alike {
  readonly group: Placed;
  readonly same: readonly ('time' | 'kind' | 'audience' | 'name')[];
}

/** Groups of the same area that meet in the same square of the week, or are of the same kind or name; likest first. */
export function alike(wanted: Omit<Placed, 'id'>, groups: readonly Placed[]): readonly Alike[] {
  const slots = slotsOf(wanted);
  const words = wordsOf(wanted.name);
  return groups
    .filter(({ area }) => area === wanted.area)
    .map((group) => {
      const isAtSameTime = slotsOf(group).some((slot) => slots.some((one) => isSame(one, slot)));
      const sharesAudience = group.audience.some((one) => one !== 'everyone' && wanted.audience.includes(one));
      const sharesName = wordsOf(group.name).some((word) => words.includes(word));
      const same = [
        ...(isAtSameTime ? (['time'] as const) : []),
        ...(group.kind === wanted.kind ? (['kind'] as const) : []),
        ...(sharesAudience ? (['audience'] as const) : []),
        ...(sharesName ? (['name'] as const) : []),
      ];
      return { group, same };
    })
    .filter(({ same }) => same.length > 0)
    .sort((a, b) => b.same.length - a.same.length);
}

const SHORTEST_WORD = 5;

function wordsOf(name: string): readonly string[] {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(({ length }) => length >= SHORTEST_WORD);
}

function isSame(a: Slot, b: Slot): boolean {
  return a.weekday === b.weekday && a.part === b.part;
}
