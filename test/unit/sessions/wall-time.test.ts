import { expect, test } from 'vitest';
import {
  addDays,
  addMinutes,
  daysBetween,
  daysFrom,
  isWeekend,
  mondayOf,
  partOfDay,
} from '#core/sessions/wall-time.ts';

test('a day has a day after it, also when the clocks change', () => {
  expect(addDays('2026-03-28', 1)).toBe('2026-03-29');
  expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
  expect(addDays('2027-01-01', -1)).toBe('2026-12-31');
  expect(daysBetween('2026-10-24', '2026-10-27')).toBe(3);
});

test('a session past midnight ends on the next day', () => {
  expect(addMinutes('2026-12-31T23:30', 60)).toBe('2027-01-01T00:30');
});

test('days from first to last include both; none when the last comes first', () => {
  expect(daysFrom('2026-11-29', '2026-12-01')).toEqual(['2026-11-29', '2026-11-30', '2026-12-01']);
  expect(daysFrom('2026-12-01', '2026-11-29')).toEqual([]);
});

test('[E21] the weekend is Saturday and Sunday, the week begins on Monday', () => {
  const week = daysFrom('2026-11-23', '2026-11-29');
  expect(week.map(isWeekend)).toEqual([false, false, false, false, false, true, true]);
  expect(week.map(mondayOf)).toEqual(Array(7).fill('2026-11-23'));
});

test('evening begins at 5pm', () => {
  expect(['11:59', '12:00', '16:59', '17:00'].map((clock) => partOfDay(`2026-11-23T${clock}`))).toEqual([
    'morning',
    'afternoon',
    'afternoon',
    'evening',
  ]);
});
