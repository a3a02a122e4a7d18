const DAY_MS = 86_400_000;
const WEEK_DAYS = 7;

// A date without a time is read as UTC, which has no summer time: one day is always 24 hours.
const toDay = (date: string) => Math.round(new Date(date).getTime() / DAY_MS);
const toDate = (day: number) => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** The date so many weeks after another. Takes date, weeks. */
export function weeksAfter([date = '', weeks = '']: readonly string[]): string | undefined {
  const day = toDay(date) + Number(weeks) * WEEK_DAYS;
  return Number.isNaN(day) ? undefined : toDate(day);
}

/** Whole days from one date to another, never less than 0. */
export function daysBetween([from = '', to = '']: readonly string[]): string | undefined {
  const days = toDay(to) - toDay(from);
  return Number.isNaN(days) ? undefined : String(Math.max(0, days));
}

/** Whether the first date is the second or comes before it. */
export function isNotAfter([date = '', limit = '']: readonly string[]): 'yes' | 'no' | undefined {
  return date === '' || limit === '' ? undefined : date <= limit ? 'yes' : 'no';
}
