/** A calendar day in London, such as `2026-09-07`. */
export type Day = string;
/** What a clock on a London wall shows, such as `2026-09-07T18:00`. Clock changes do not touch it (G35). */
export type WallTime = string;

const DAY_MS = 86_400_000;
const DAY_LETTERS = 10;
const MINUTE_LETTERS = 16;

/** The day of a wall time. */
export function dayOf(time: WallTime): Day {
  return time.slice(0, DAY_LETTERS);
}

/** The clock of a wall time: `18:00`. */
export function clockOf(time: WallTime): string {
  return time.slice(DAY_LETTERS + 1, MINUTE_LETTERS);
}

/** The day so many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  return toDay(Date.parse(`${day}T00:00Z`) + days * DAY_MS);
}

/** What the clock shows so many minutes later. A night on which the clocks change counts like any other. */
export function addMinutes(time: WallTime, minutes: number): WallTime {
  // Wall times are reckoned as if London never left UTC: no instant is meant here.
  return new Date(Date.parse(`${time}Z`) + minutes * 60_000).toISOString().slice(0, MINUTE_LETTERS);
}

/** Days from one to the other: 1 from today to tomorrow. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / DAY_MS);
}

/** All days from the first to the last, both included. */
export function daysFrom(first: Day, last: Day): readonly Day[] {
  return Array.from({ length: Math.max(0, daysBetween(first, last) + 1) }, (_, index) => addDays(first, index));
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: Day): number {
  return (new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) >= 5;
}

/** The Monday on or before a day. */
export function mondayOf(day: Day): Day {
  return addDays(day, -weekdayOf(day));
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening';

/** Evening begins at 5pm (domain.md §4.3). */
export function partOfDay(time: WallTime): PartOfDay {
  const clock = clockOf(time);
  if (clock < '12:00') return 'morning';
  return clock < '17:00' ? 'afternoon' : 'evening';
}

function toDay(ms: number): Day {
  return new Date(ms).toISOString().slice(0, DAY_LETTERS);
}
