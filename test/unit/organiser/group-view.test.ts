import { expect, test } from 'vitest';
import type { Fields, TimetableChange } from '#core/timetable/change.ts';
import { datesOf, groupView, nextSession, targetOf, undoneIn } from '#islands/organiser/group-view.ts';
import type { TimetableCopy } from '#store/timetable/copy.ts';
import { timetableBase } from '../../intake/timetable-base.ts';

const TODAY = '2026-10-01';
let written = 0;

function aChange(target: string, set: Fields, more: Partial<TimetableChange> = {}): TimetableChange {
  written += 1;
  return {
    _id: `change:${String(written).padStart(64, '0')}`,
    kind: 'change',
    version: 1,
    group: 'art-table',
    target,
    set,
    after: [],
    by: 'p-one',
    enteredAt: `2026-10-01T10:00:${String(written % 60).padStart(2, '0')}.000Z`,
    nonce: '0123456789abcdef',
    ...more,
  };
}

function view(changes: readonly TimetableChange[], more: Partial<TimetableCopy> = {}) {
  const none = { decisions: new Map(), waiting: new Set<string>(), refused: {}, undecided: new Set<string>() };
  const copy: TimetableCopy = { changes, ...none, ...more };
  const found = groupView('art-table', timetableBase, copy, TODAY);
  if (!found) throw new Error('There is no such group');
  return found;
}

const days = (changes: readonly TimetableChange[], more?: Partial<TimetableCopy>) =>
  datesOf(view(changes, more), TODAY, 3).map(({ starts, state }) => `${starts} ${state}`);

test('what was only saved on this device counts here at once', () => {
  const change = aChange('date:main:2026-10-07', { is: 'cancelled' });
  expect(days([change], { waiting: new Set([change._id]) })).toEqual([
    '2026-10-05T10:00 on',
    '2026-10-07T18:00 cancelled',
    '2026-10-14T18:00 on',
    '2026-10-21T18:00 on',
  ]);
});

test('what was refused does not count, and the next session is again the one it was', () => {
  const change = aChange('date:walk:2026-10-05', { is: 'cancelled' });
  const now = '2026-10-01T12:00';
  expect(nextSession(view([change]), now)?.starts).toBe('2026-10-07T18:00');
  expect(nextSession(view([change], { refused: { [change._id]: 'farAway' } }), now)?.starts).toBe('2026-10-05T10:00');
});

test('a session is the next one until it is over', () => {
  expect(nextSession(view([]), '2026-10-07T19:29')?.starts).toBe('2026-10-07T18:00');
  expect(nextSession(view([]), '2026-10-07T19:30')?.starts).toBe('2026-10-14T18:00');
});

test('a change to a moved date is about the day it would have been', () => {
  const move = aChange('date:main:2026-10-07', { is: 'on', at: '2026-10-08T17:00' });
  const moved = datesOf(view([move]), TODAY, 3).find(({ state }) => state === 'movedHere');
  expect(moved?.starts).toBe('2026-10-08T17:00');
  expect(moved && targetOf(moved)).toBe('date:main:2026-10-07');
});

test('a usual time that was changed gives its dates without a signal', () => {
  const change = aChange('session:main', { starts: '2026-10-06T09:30', rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU' });
  expect(days([change])).toContain('2026-10-20T09:30 on');
  expect(days([change])).not.toContain('2026-10-07T18:00 on');
});

test('two people who wrote different things are a conflict; one who had seen the other is none', () => {
  const first = aChange('date:main:2026-10-07', { is: 'cancelled' });
  const other = aChange('date:main:2026-10-07', { is: 'on' }, { by: 'p-two' });
  const later = aChange('date:main:2026-10-07', { is: 'on' }, { by: 'p-two', after: [first._id] });
  expect(view([first, other]).conflicts).toHaveLength(1);
  expect(view([first, later]).conflicts).toEqual([]);
});

test('an undo that was refused takes nothing back', () => {
  const change = aChange('group', { status: 'full' });
  const undo = aChange('group', { status: null }, { undoes: change._id, after: [change._id] });
  expect([...undoneIn(view([change, undo]))]).toEqual([change._id]);
  expect([...undoneIn(view([change, undo], { refused: { [undo._id]: 'other' } }))]).toEqual([]);
});

test('a group that has closed has no dates', () => {
  expect(days([aChange('group', { status: 'closed' })])).toEqual([]);
});
