import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Fields } from '#core/timetable/change.ts';
import { laneOf, readTarget, revisionOf } from '#core/timetable/change.ts';
import { parseChange, parseDocument } from '#core/timetable/parse-change.ts';
import { problemOfRule, weekdaysOf } from '#core/timetable/rule.ts';
import { aChange } from './a-change.ts';

const problemOf = (given: unknown) => {
  const read = parseChange(given);
  return read.ok ? 'none' : read.problem;
};

describe('a change is read strictly', () => {
  test.each<[string, Fields, string]>([
    ['date:main:2026-12-03', { is: 'cancelled', note: 'The hall is closed' }, 'none'],
    ['date:main:2026-12-03', { is: null }, 'none'],
    ['session:main', { starts: '2026-09-03T17:30', rule: 'FREQ=WEEKLY;BYDAY=TH' }, 'none'],
    ['group', { status: 'full', cost: { kind: 'amount', pence: 200, canBeWaived: true } }, 'none'],
    ['words:pl', { name: 'Cicha godzina' }, 'none'],
    ['date:main:2026-02-30', { is: 'cancelled' }, 'notAChange'],
    ['date:main:2026-12-03', {}, 'nothingChanged'],
    ['date:main:2026-12-03', { note: '<b>Come</b>' }, 'markup'],
    ['date:main:2026-12-03', { note: 'x'.repeat(201) }, 'notAChange'],
    ['date:main:2026-12-03', { role: 'editor' }, 'notAChange'],
    ['session:main', { rule: 'FREQ=SECONDLY' }, 'neverEnds'],
    ['session:main', { rule: 'FREQ=DAILY' }, 'neverEnds'],
    ['session:main', { rule: 'FREQ=WEEKLY;COUNT=999999' }, 'neverEnds'],
    ['session:main', { rule: 'FREQ=WEEKLY;BYDAY=TH\nX' }, 'badRule'],
    ['group', { status: 'gone' }, 'notAChange'],
    ['people', { role: 'editor' }, 'notAChange'],
    ['words:pl', { name: 'x'.repeat(9000) }, 'tooLarge'],
  ])('%s %j: %s', (target, set, problem) => {
    expect(problemOf(aChange({ target, set }))).toBe(problem);
  });

  test('a field beside those it has is refused', () => {
    expect(problemOf({ ...aChange({ set: { is: 'on' } }), _attachments: {} })).toBe('notAChange');
  });

  test('whatever arrives, nothing throws', () => {
    fc.assert(fc.property(fc.jsonValue(), (given) => parseDocument(given).ok === false));
  });
});

test('[E26] times and closures go out at once, names and wording wait for an editor', () => {
  const lanes = ['date:main:2026-12-03', 'session:main', 'group', 'words:en', 'new'].map((target) =>
    laneOf({ target }),
  );
  expect(lanes).toEqual(['now', 'now', 'now', 'editor', 'editor']);
});

test('rules that people meet by pass, and tell their days', () => {
  for (const rule of [
    'FREQ=WEEKLY;BYDAY=MO,TH',
    'FREQ=MONTHLY;BYDAY=1MO',
    'FREQ=DAILY;COUNT=5',
    'FREQ=WEEKLY;INTERVAL=2',
  ]) {
    expect(problemOfRule(rule)).toBeUndefined();
  }
  expect(weekdaysOf({ rule: 'FREQ=MONTHLY;BYDAY=-1SU,1MO', starts: '2026-09-03T18:00' })).toEqual([0, 6]);
  expect(weekdaysOf({ starts: '2026-09-03T18:00' })).toEqual([3]);
});

test('a target says what it is, and a document has one revision everywhere', () => {
  expect(readTarget('date:main:2026-12-03')).toEqual({ kind: 'date', session: 'main', day: '2026-12-03' });
  expect(readTarget('date:__proto__:x')).toBeUndefined();
  expect(revisionOf(`change:${'ab'.repeat(32)}`)).toBe(`1-${'ab'.repeat(16)}`);
});
