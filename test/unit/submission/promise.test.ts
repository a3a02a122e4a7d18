import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { promiseDates } from '#core/submission/promise.ts';

// England and Wales, 2025–2028 as far as the vectors of domain.md E.9 reach.
const dates = [
  ...['2025-12-25', '2025-12-26'],
  ...['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  '2028-01-03',
];
const holidays = { dates, lastYear: 2028 };

test.each([
  ['Monday 9 March 2026', '2026-03-09', '2026-03-12', '2026-03-18'],
  ['Friday 13 March 2026', '2026-03-13', '2026-03-18', '2026-03-24'],
  ['Saturday 14 March 2026', '2026-03-14', '2026-03-18', '2026-03-24'],
  ['Sunday 15 March 2026', '2026-03-15', '2026-03-18', '2026-03-24'],
  ['Thursday 2 April 2026, before Easter', '2026-04-02', '2026-04-09', '2026-04-15'],
  ['Friday 28 August 2026', '2026-08-28', '2026-09-03', '2026-09-09'],
  ['Tuesday 22 December 2026', '2026-12-22', '2026-12-29', '2027-01-05'],
  ['Friday 24 December 2027', '2027-12-24', '2027-12-31', '2028-01-07'],
])('[E12] [E10] received on %s', (_, receivedOn, respondBy, seenBy) => {
  expect(promiseDates(receivedOn, holidays)).toEqual({ ok: true, value: { respondBy, seenBy } });
});

test('[E12] past the last year of holidays on file no date is promised', () => {
  expect(promiseDates('2028-12-22', holidays)).toEqual({ ok: false, problem: 'pastLastHolidayYear' });
  expect(promiseDates('2031-06-01', holidays)).toEqual({ ok: false, problem: 'pastLastHolidayYear' });
});

test('[E12] the calendar we ship has the holidays of the vectors', () => {
  const shipped = JSON.parse(readFileSync('content/calendar/bank-holidays.json', 'utf8'));
  const onFile = shipped.dates.map(({ date }: { date: string }) => date);
  expect(dates.filter((date) => !onFile.includes(date))).toEqual([]);
});
