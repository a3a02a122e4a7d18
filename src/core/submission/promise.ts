import { bad, good, type Outcome } from '../outcome.ts';

/** The bank holidays on file, as ISO dates, and the last year that they cover. */
export interface Holidays {
  readonly dates: readonly string[];
  readonly lastYear: number;
}

/** The last days to reply and to be seen. */
export interface PromiseDates {
  readonly respondBy: string;
  readonly seenBy: string;
}

const RESPOND_WITHIN_DAYS = 3;
const SEEN_WITHIN_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Derby's two dates (domain.md E.9): the third and the seventh working day after the day of receipt,
 * Monday to Friday without bank holidays. A year whose holidays are not on file gives no date at all.
 */
export function promiseDates(receivedOn: string, holidays: Holidays): Outcome<PromiseDates, 'pastLastHolidayYear'> {
  const respondBy = workingDayAfter(receivedOn, RESPOND_WITHIN_DAYS, holidays);
  const seenBy = workingDayAfter(receivedOn, SEEN_WITHIN_DAYS, holidays);
  return Number(seenBy.slice(0, 4)) > holidays.lastYear ? bad('pastLastHolidayYear') : good({ respondBy, seenBy });
}

function workingDayAfter(date: string, count: number, holidays: Holidays): string {
  let day = date;
  for (let counted = 0; counted < count; ) {
    day = nextDay(day);
    if (isWorkingDay(day, holidays)) counted += 1;
  }
  return day;
}

function isWorkingDay(date: string, holidays: Holidays): boolean {
  const weekday = new Date(date).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.dates.includes(date);
}

// A date without a time is read as UTC, which has no summer time: one day is always 24 hours.
function nextDay(date: string): string {
  return new Date(new Date(date).getTime() + DAY_MS).toISOString().slice(0, 10);
}
