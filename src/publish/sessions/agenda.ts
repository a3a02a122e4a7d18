import { expandRule } from '#core/sessions/expand-rule.ts';
import { type Occurrence, occurrences, takesPlace } from '#core/sessions/occurrences.ts';
import { addDays, type Day } from '#core/sessions/wall-time.ts';
import { coursesIn, eventsIn, groupsIn } from '../directory.ts';
import { siteContent } from '../queries.ts';
import { takesForms } from '../standing.ts';
import { today } from '../today.ts';
import { type Meeting, sessionsOf } from './to-sessions.ts';

/** How far ahead the pages know dates: eight weeks, today included. */
const DAYS_AHEAD = 56;

/** The first and the last day that the pages know. */
export function shownDays(): { readonly first: Day; readonly last: Day } {
  const first = today();
  return { first, last: addDays(first, DAYS_AHEAD - 1) };
}

/** Everything with dates, in a language: groups, then courses, then events. */
export function meetingsIn(lang: string): readonly Meeting[] {
  return [
    ...groupsIn(lang).map((thing): Meeting => ({ kind: 'group', thing })),
    ...coursesIn(lang).map((thing): Meeting => ({ kind: 'course', thing })),
    ...eventsIn(lang).map((thing): Meeting => ({ kind: 'event', thing })),
  ];
}

/** Whether it goes on at all. What is paused, closed, over or not certain has no dates: unknown never reads as open. */
export function goesOn({ kind, thing }: Meeting): boolean {
  if (!takesForms(thing.standing)) return false;
  return kind !== 'group' || !['paused', 'closed'].includes(thing.facts.groupStatus);
}

const known = new WeakMap<object, readonly Occurrence[]>();

/** Its dates in the days that the pages know; the same in every language. */
export function datesOf(meeting: Meeting): readonly Occurrence[] {
  const { facts } = meeting.thing;
  const before = known.get(facts);
  if (before) return before;
  const dates = goesOn(meeting) ? expand(meeting) : [];
  known.set(facts, dates);
  return dates;
}

function expand(meeting: Meeting): readonly Occurrence[] {
  const { first, last } = shownDays();
  const { validFrom, validTo } = meeting.thing.facts;
  return occurrences(sessionsOf(meeting), {
    first: validFrom !== null && validFrom > first ? validFrom : first,
    last: validTo !== null && validTo < last ? validTo : last,
    expand: expandRule,
    holidays: holidays(),
    onBankHolidays: meeting.kind === 'group' ? meeting.thing.facts.onBankHolidays : 'unknown',
  });
}

/** Bank holidays by day. */
export function holidays(): ReadonlyMap<Day, string> {
  return new Map(siteContent().calendar.dates.map(({ date, title }) => [date, title]));
}

/** The next date on which one can go (E20). */
export function nextDate(meeting: Meeting): Occurrence | undefined {
  return datesOf(meeting).find(takesPlace);
}

/** One line of a timetable. */
export interface Entry {
  readonly meeting: Meeting;
  readonly occurrence: Occurrence;
}

/** Everything from one day to another, in order of time; of one programme if it is named. */
export function agenda(lang: string, first: Day, last: Day, programme?: string): readonly Entry[] {
  return meetingsIn(lang)
    .filter(({ thing }) => programme === undefined || thing.facts.programme === programme)
    .flatMap((meeting) => datesOf(meeting).map((occurrence) => ({ meeting, occurrence })))
    .filter(({ occurrence: { starts } }) => starts >= first && starts < addDays(last, 1))
    .sort(
      (a, b) => Number(a.occurrence.starts > b.occurrence.starts) - Number(a.occurrence.starts < b.occurrence.starts),
    );
}
