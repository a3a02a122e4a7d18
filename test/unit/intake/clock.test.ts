import { expect, test } from 'vitest';
import { londonDate } from '#intake/clock.ts';

test.each([
  ['2026-04-02T10:00:00+01:00', '2026-04-02'],
  ['2026-04-01T23:30:00Z', '2026-04-02'],
  ['2026-01-01T23:30:00Z', '2026-01-01'],
  ['2026-04-02T00:30:00+02:00', '2026-04-01'],
  ['2026-04-02', '2026-04-02'],
  ['2026-04-02T23:59', '2026-04-02'],
])('[E11] %s is %s in London', (instant, date) => {
  expect(londonDate(instant)).toBe(date);
});

test('what is no date is not taken for one', () => {
  expect(() => londonDate('2026-02-30')).toThrow(RangeError);
  expect(() => londonDate('yesterday')).toThrow(RangeError);
});
