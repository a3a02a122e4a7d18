import { expect, test } from 'vitest';
import { judgeDraftAge } from '#store/draft-age.ts';

const now = Date.UTC(2026, 3, 2);
const days = (count: number) => now - count * 24 * 60 * 60_000;

test.each([
  [0, 'fresh'],
  [14, 'fresh'],
  [15, 'old'],
  [400, 'old'],
])('[G19] a draft %i days old is %s', (age, verdict) => {
  expect(judgeDraftAge(days(age), now)).toBe(verdict);
});

test('[G19] a draft from the future, or from ten years ago, is a clock fault and not thrown away', () => {
  expect(judgeDraftAge(days(-1), now)).toBe('clockFault');
  expect(judgeDraftAge(days(3652), now)).toBe('clockFault');
});
