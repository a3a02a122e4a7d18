import { expect, test } from 'vitest';
import { daysOf } from '#publish/forms/days-of.ts';

test.each<[string, string, string | null, readonly string[]]>([
  [
    'a weekly evening',
    '2026-09-08T18:00',
    'FREQ=WEEKLY;BYDAY=TU',
    ['tue', 'evening', 'weekday', 'weekday-evening', 'any'],
  ],
  [
    'the second Saturday of a month',
    '2026-09-12T10:00',
    'FREQ=MONTHLY;BYDAY=2SA',
    ['sat', 'morning', 'weekend', 'weekend-morning', 'any'],
  ],
  [
    'a weekly afternoon without its day',
    '2026-09-13T14:00',
    'FREQ=WEEKLY',
    ['sun', 'afternoon', 'weekend', 'weekend-afternoon', 'any'],
  ],
  ['once', '2026-09-14T09:30', null, ['mon', 'morning', 'weekday', 'weekday-morning', 'any']],
])('%s is said in the words that forms ask with', (_title, starts, rule, days) => {
  expect(daysOf([{ starts, rule }])).toEqual(days);
});

test('a group that does not say when it meets is at no time', () => {
  expect(daysOf([])).toEqual([]);
});
