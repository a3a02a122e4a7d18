import { readFileSync } from 'node:fs';

export interface GoldenCase {
  readonly id: string;
  readonly dtstart: string;
  readonly rrule: string;
  readonly rrule_utc_form?: string;
  readonly from: string;
  readonly to: string;
  readonly exdates?: readonly string[];
  readonly skipBankHolidays?: 'england-and-wales' | 'scotland';
  readonly expect: readonly { readonly local: string; readonly utc: string; readonly offsetMinutes: number }[];
}

/** Cases made with python-dateutil and the system's time zone data: what another reader of RFC 5545 makes of the rules. */
export const goldenCases: readonly GoldenCase[] = (
  JSON.parse(readFileSync(new URL('./uk-timetable-cases.json', import.meta.url), 'utf8')) as {
    cases: readonly GoldenCase[];
  }
).cases;

const days = JSON.parse(readFileSync(new URL('./bank-holidays.json', import.meta.url), 'utf8')) as Record<
  string,
  readonly { readonly date: string; readonly title: string }[]
>;

/** The bank holidays of a part of the United Kingdom, by day. */
export function holidaysOf(division: string): ReadonlyMap<string, string> {
  return new Map((days[division] ?? []).map(({ date, title }) => [date, title]));
}

export const toMinute = (time: string) => time.slice(0, 16);
export const toDay = (time: string) => time.slice(0, 10);
