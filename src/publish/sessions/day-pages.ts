import { addDays, type Day, dayOf, isWeekend, mondayOf } from '#core/sessions/wall-time.ts';
import { agenda, type Entry, shownDays } from './agenda.ts';

// With its style a page of so many lines stays under 14 kB.
const LINES_A_PAGE = 80;
const DAYS = 14;

/** One page of the two weeks day by day. A day with many lines goes on in the page after. */
export interface DayPage {
  readonly page: number;
  readonly days: readonly { readonly day: Day; readonly entries: readonly Entry[] }[];
}

/** Two weeks from the first shown day, of one programme if it is named: pages of whole lines; at least one page. */
export function dayPages(lang: string, programme?: string): readonly DayPage[] {
  const { first } = shownDays();
  return inDayPages(agenda(lang, first, addDays(first, DAYS - 1), programme));
}

/** Lines in order of time, cut into pages, and within a page by day. */
export function inDayPages(entries: readonly Entry[]): readonly DayPage[] {
  const pages = Math.max(1, Math.ceil(entries.length / LINES_A_PAGE));
  return Array.from({ length: pages }, (_, at) => {
    const own = entries.slice(at * LINES_A_PAGE, (at + 1) * LINES_A_PAGE);
    const byDay = Map.groupBy(own, ({ occurrence: { starts } }) => dayOf(starts));
    return { page: at + 1, days: [...byDay].map(([day, some]) => ({ day, entries: some })) };
  });
}

/** Where a jump leads: a day, and the first page that has it. */
export interface Jump {
  readonly day: Day;
  readonly page: number;
}

/** The first day with anything on, and the first day of each weekend after it. */
export function jumpsIn(pages: readonly DayPage[]): { readonly first?: Jump; readonly weekends: readonly Jump[] } {
  const all = pages.flatMap(({ page, days }) => days.map(({ day }) => ({ day, page })));
  const days = all.filter(({ day }, at) => all[at - 1]?.day !== day);
  const weekends = days.filter(
    ({ day }, at) =>
      at > 0 &&
      isWeekend(day) &&
      !days.slice(0, at).some((one) => isWeekend(one.day) && mondayOf(one.day) === mondayOf(day)),
  );
  const [first] = days;
  return { ...(first ? { first } : {}), weekends };
}

/** The path of a page of the days, without its language. */
export function dayPagePath(top: string, page: number): string {
  return page === 1 ? top : `${top}days/${page}/`;
}
