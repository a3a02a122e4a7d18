import { expect, test } from 'vitest';
import { expandRule, instantOf } from '#core/sessions/expand-rule.ts';
import { occurrences, strayChanges, takesPlace } from '#core/sessions/occurrences.ts';
import type { OnBankHolidays, Session, SessionChange } from '#core/sessions/session.ts';

const mondays: Session = {
  id: 'monday',
  mode: 'in-person',
  place: 'hall',
  starts: '2026-09-07T18:00',
  minutes: 90,
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  changes: [],
};

const changed = (...changes: SessionChange[]): Session => ({ ...mondays, changes });

function between(first: string, last: string, session: Session, onBankHolidays: OnBankHolidays = 'unknown') {
  const holidays = new Map([['2026-12-28', 'Boxing Day (substitute day)']]);
  return occurrences([session], { first, last, expand: expandRule, holidays, onBankHolidays });
}

test('[G35] a session at 18:00 stays at 18:00 across both clock changes', () => {
  const year = between('2026-09-07', '2027-09-06', mondays);
  expect(year).toHaveLength(53);
  expect(new Set(year.map(({ starts }) => starts.slice(11)))).toEqual(new Set(['18:00']));
  const hours = year.map(({ starts }) => instantOf(starts).toString().slice(11, 13));
  expect(new Set(hours)).toEqual(new Set(['17', '18']));
});

test('a session ends when its minutes are over', () => {
  expect(between('2026-09-07', '2026-09-07', mondays)[0]?.ends).toBe('2026-09-07T19:30');
});

test('a session without a rule happens once', () => {
  const { rule: _, ...once } = mondays;
  expect(between('2026-09-01', '2026-12-31', once).map(({ starts }) => starts)).toEqual(['2026-09-07T18:00']);
});

test('[E24] a cancelled session stays in the list, as cancelled', () => {
  const session = changed({ kind: 'cancelled', on: '2026-11-30', note: 'ill', enteredOn: '2026-11-20' });
  expect(between('2026-11-23', '2026-12-07', session).map(({ starts, state, note }) => [starts, state, note])).toEqual([
    ['2026-11-23T18:00', 'on', undefined],
    ['2026-11-30T18:00', 'cancelled', 'ill'],
    ['2026-12-07T18:00', 'on', undefined],
  ]);
});

test('a moved session shows its old time and its new', () => {
  const session = changed({
    kind: 'moved',
    on: '2026-11-30',
    to: '2026-12-01T19:00',
    place: 'library',
    enteredOn: '2026-11-20',
  });
  expect(between('2026-11-30', '2026-12-06', session)).toMatchObject([
    { starts: '2026-11-30T18:00', state: 'movedAway', to: '2026-12-01T19:00', toPlace: 'library', place: 'hall' },
    { starts: '2026-12-01T19:00', state: 'movedHere', from: '2026-11-30T18:00', place: 'library', fromPlace: 'hall' },
  ]);
});

test('a session moved within its day stands once, and says from when', () => {
  const session = changed({ kind: 'moved', on: '2026-11-30', to: '2026-11-30T19:00', enteredOn: '2026-11-20' });
  expect(between('2026-11-30', '2026-11-30', session)).toMatchObject([
    { starts: '2026-11-30T19:00', ends: '2026-11-30T20:30', state: 'movedHere', from: '2026-11-30T18:00' },
  ]);
});

test('a session moved into the shown days comes from outside them', () => {
  const session = changed({ kind: 'moved', on: '2026-11-23', to: '2026-12-01T18:00', enteredOn: '2026-11-20' });
  expect(between('2026-12-01', '2026-12-06', session).map(({ starts }) => starts)).toEqual(['2026-12-01T18:00']);
});

test('an extra session stands beside the usual one', () => {
  const session = changed({ kind: 'extra', on: '2026-12-02', enteredOn: '2026-11-20' });
  expect(between('2026-11-30', '2026-12-06', session).map(({ starts, state }) => [starts, state])).toEqual([
    ['2026-11-30T18:00', 'on'],
    ['2026-12-02T18:00', 'extra'],
  ]);
});

test('of two changes to one day the one entered later counts', () => {
  const session = changed(
    { kind: 'moved', on: '2026-11-30', to: '2026-12-01T18:00', enteredOn: '2026-11-21' },
    { kind: 'cancelled', on: '2026-11-30', enteredOn: '2026-11-20' },
  );
  expect(between('2026-11-30', '2026-12-06', session).map(({ state }) => state)).toEqual(['movedAway', 'movedHere']);
});

test('[E27] a change is gone once its day has passed', () => {
  const session = changed(
    { kind: 'cancelled', on: '2026-11-30', enteredOn: '2026-11-20' },
    { kind: 'extra', on: '2026-12-02', enteredOn: '2026-11-20' },
  );
  expect(between('2026-12-03', '2026-12-31', session).every(({ state }) => state === 'on')).toBe(true);
});

test.each([
  ['yes', 'on'],
  ['no', 'cancelled'],
  ['unknown', 'on'],
] as const)('on a bank holiday a group that says "%s" is %s, and the day is marked', (onBankHolidays, state) => {
  const [held] = between('2026-12-28', '2026-12-28', mondays, onBankHolidays);
  expect(held).toMatchObject({ state, holiday: { name: 'Boxing Day (substitute day)', meets: onBankHolidays } });
  expect(held && takesPlace(held)).toBe(onBankHolidays !== 'no');
});

test('a session moved to a bank holiday meets on it', () => {
  const session = changed({ kind: 'moved', on: '2026-12-21', to: '2026-12-28T10:00', enteredOn: '2026-12-01' });
  const found = between('2026-12-28', '2026-12-28', session, 'no');
  expect(found.map(({ starts, state, holiday }) => [starts, state, holiday?.meets])).toEqual([
    ['2026-12-28T10:00', 'movedHere', 'yes'],
    ['2026-12-28T18:00', 'cancelled', 'no'],
  ]);
});

test('a change for a day on which there would be no session is a slip', () => {
  const session = changed(
    { kind: 'cancelled', on: '2026-12-01', enteredOn: '2026-11-20' },
    { kind: 'cancelled', on: '2026-11-30', enteredOn: '2026-11-20' },
    { kind: 'extra', on: '2026-12-02', enteredOn: '2026-11-20' },
  );
  expect(strayChanges(session, expandRule).map(({ on }) => on)).toEqual(['2026-12-01']);
});
