import type { Answers } from '../criteria/criterion.ts';
import type { PartOfDay } from '../sessions/wall-time.ts';
import { PARTS, type Placed, type Slot, slotsOf } from './spread.ts';

/** The forms by which anybody may tell of a group: to start one, to have one listed, to put one right. */
export const SUGGESTION_FORMS: readonly string[] = ['group-start', 'group-add', 'group-update'];

/** A group that somebody wants, as far as the answers of a form say where, when and for whom it is. */
export type Wanted = Omit<Placed, 'id'>;

const WEEKDAYS = 'MO,TU,WE,TH,FR';
const WEEKEND = 'SA,SU';
const ALL = `${WEEKDAYS},${WEEKEND}`;
// Any date: only the day of the week and the part of the day are looked at.
const AT: { readonly [part in PartOfDay]: string } = {
  morning: '2026-01-05T10:00',
  afternoon: '2026-01-05T14:00',
  evening: '2026-01-05T18:00',
};

const WHEN: { readonly [answer: string]: readonly (readonly [days: string, part: PartOfDay])[] } = {
  'weekday-morning': [[WEEKDAYS, 'morning']],
  'weekday-afternoon': [[WEEKDAYS, 'afternoon']],
  evening: [[ALL, 'evening']],
  weekend: PARTS.map((part) => [WEEKEND, part] as const),
};

/** What the answers of `group-start` and `group-add` want; nothing without an area, which nothing can be compared with. */
export function wantedIn(answers: Answers, areas: readonly string[]): Wanted | undefined {
  const area = areas.find((one) => one === answers['whereArea']);
  if (area === undefined) return undefined;
  const when = listOf(answers['when']).flatMap((answer) => WHEN[answer] ?? []);
  return {
    area,
    kind: '',
    audience: listOf(answers['whoFor']),
    name: typeof answers['groupName'] === 'string' ? answers['groupName'] : '',
    sessions: when.map(([days, part]) => ({ rule: `FREQ=WEEKLY;BYDAY=${days}`, starts: AT[part] })),
  };
}

/** The squares of the week, among those that are wanted, in which nothing meets in that area (E30). */
export function gapsAmong(wanted: Wanted, groups: readonly Placed[]): readonly Slot[] {
  const taken = groups.filter(({ area }) => area === wanted.area).flatMap(slotsOf);
  return slotsOf(wanted).filter(
    ({ weekday, part }) => !taken.some((slot) => slot.weekday === weekday && slot.part === part),
  );
}

function listOf(answer: Answers[string] | undefined): readonly string[] {
  return Array.isArray(answer) ? answer : [];
}
