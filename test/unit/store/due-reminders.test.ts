import { expect, test } from 'vitest';
import { dueReminders } from '../../../src/islands/reminders/due.ts';

const art = { group: 'art', name: 'Art' };
const dates =
  (...times: readonly string[]) =>
  () =>
    times;

test.each([
  ['today', '2026-11-24T09:00', ['2026-11-24T10:30'], ['2026-11-24T10:30']],
  ['tomorrow', '2026-11-23T09:00', ['2026-11-24T10:30'], ['2026-11-24T10:30']],
  ['in two days', '2026-11-22T23:59', ['2026-11-24T10:30'], []],
  ['begun already', '2026-11-24T10:31', ['2026-11-24T10:30', '2026-12-01T10:30'], []],
  ['never', '2026-11-24T09:00', [], []],
])('[E65] a group that meets %s', (_, now, times, expected) => {
  expect(dueReminders([art], dates(...times), now).map(({ at }) => at)).toEqual(expected);
});

test('[E65] a date is reminded of once; one that was put in its place is another', () => {
  const told = { ...art, saidOf: '2026-11-24T10:30' };
  expect(dueReminders([told], dates('2026-11-24T10:30'), '2026-11-24T09:00')).toEqual([]);
  expect(dueReminders([told], dates('2026-11-24T15:00'), '2026-11-24T09:00')).toHaveLength(1);
});
