import { expect, test } from 'vitest';
import { type Arrival, changeState } from '#core/timetable/state.ts';
import { aChange } from './a-change.ts';

const cancelled = aChange({ target: 'date:main:2026-10-07', set: { is: 'cancelled' } });
const words = aChange({ target: 'words:en', set: { name: 'Tea room' } });

test.each<[Arrival, string, string]>([
  ['no', 'onDevice', 'onDevice'],
  ['taken', 'sent', 'waiting'],
  ['read', 'heldBack', 'waiting'],
])('undecided, with "%s" of the answer, a new date is %s and new words are %s', (arrival, date, wording) => {
  expect(changeState(cancelled, arrival, []).state).toBe(date);
  expect(changeState(words, arrival, []).state).toBe(wording);
});
