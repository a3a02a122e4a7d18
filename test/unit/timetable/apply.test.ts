import { expect, test } from 'vitest';
import type { Session } from '#core/sessions/session.ts';
import { changedSessions, stillMatters, valuesOf } from '#core/timetable/apply.ts';
import type { TimetableChange } from '#core/timetable/change.ts';
import { fold } from '#core/timetable/fold.ts';
import { aChange } from './a-change.ts';

const MAIN: Session = {
  id: 'main',
  mode: 'in-person',
  place: 'example-house',
  starts: '2026-09-03T18:00',
  minutes: 90,
  rule: 'FREQ=WEEKLY;BYDAY=TH',
  changes: [{ kind: 'cancelled', on: '2026-12-24', enteredOn: '2026-11-01', note: 'closed' }],
};

const after = (...changes: readonly TimetableChange[]) => changedSessions([MAIN], fold(changes));

test('[E24] a date that its organiser called off is cancelled, in their own words', () => {
  const { sessions, notes } = after(aChange({ set: { is: 'cancelled', note: 'The boiler is broken' } }));
  const [cancelled] = sessions[0]?.changes.filter(({ on }) => on === '2026-12-03') ?? [];
  expect(cancelled?.kind).toBe('cancelled');
  expect(notes[cancelled?.note ?? '']).toBe('The boiler is broken');
});

test('a date moved, an extra one, and one that is on after all', () => {
  const { sessions } = after(
    aChange({ set: { at: '2026-12-03T19:00' } }),
    aChange({ target: 'date:main:2026-12-05', set: { is: 'extra', at: '2026-12-05T11:00' } }),
    aChange({ target: 'date:main:2026-12-24', set: { is: 'on' } }),
  );
  expect(sessions[0]?.changes).toEqual([
    { kind: 'moved', on: '2026-12-03', enteredOn: '2026-12-03', to: '2026-12-03T19:00' },
    { kind: 'extra', on: '2026-12-05', enteredOn: '2026-12-05', to: '2026-12-05T11:00' },
  ]);
});

test('a usual time for good, a new session, and one that is closed', () => {
  const { sessions } = after(
    aChange({ target: 'session:main', set: { starts: '2026-09-03T17:30' } }),
    aChange({ target: 'session:x-00000001', set: { starts: '2026-12-07T10:00', minutes: 60, mode: 'online' } }),
  );
  expect(sessions.map(({ id, starts }) => [id, starts])).toEqual([
    ['main', '2026-09-03T17:30'],
    ['x-00000001', '2026-12-07T10:00'],
  ]);
  expect(after(aChange({ target: 'session:main', set: { closed: true } })).sessions).toEqual([]);
});

test('while two people disagree the careful reading counts, and it is said that it is not settled', () => {
  const { sessions, unsettled } = after(aChange({ set: { is: 'on' } }), aChange({ set: { is: 'cancelled' } }));
  expect(sessions[0]?.changes.find(({ on }) => on === '2026-12-03')?.kind).toBe('cancelled');
  expect([...unsettled]).toEqual(['date:main:2026-12-03']);
});

test("a field that goes back to null is the content's own again", () => {
  expect(valuesOf(fold([aChange({ target: 'group', set: { status: null } })]), 'group')).toEqual({});
});

test('[E27] a one-off change no longer matters once its day has passed, a lasting one does', () => {
  const folded = fold([
    aChange({ set: { is: 'cancelled' } }),
    aChange({ target: 'date:main:2026-12-10', set: { at: '2026-12-17T18:00' } }),
    aChange({ target: 'group', set: { status: 'full' } }),
  ]);
  const on = (day: string) => [...folded.keys()].filter((target) => stillMatters(folded, target, day));
  expect(on('2026-12-03')).toHaveLength(3);
  expect(on('2026-12-04')).toEqual(['date:main:2026-12-10', 'group']);
  expect(on('2026-12-18')).toEqual(['group']);
});
