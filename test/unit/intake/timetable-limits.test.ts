import { expect, test } from 'vitest';
import { MOST_OF_PERSON, makeLimits } from '#intake/timetable/limits.ts';

const ada = { id: 'ada', role: 'organiser', groups: [] } as const;
const ben = { ...ada, id: 'ben' };

test('one person writes two thousand documents a day and no more; others, and tomorrow, are not touched', () => {
  let today = '2026-10-01';
  const limits = makeLimits(() => today);
  for (let written = 0; written < MOST_OF_PERSON; written += 1) limits.count(ada);
  expect([limits.hasRoomFor(ada), limits.hasRoomFor(ben)]).toEqual([false, true]);
  today = '2026-10-02';
  expect(limits.hasRoomFor(ada)).toBe(true);
});
