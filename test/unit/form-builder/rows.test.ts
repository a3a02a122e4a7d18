import { expect, test } from 'vitest';
import type { Criterion } from '#core/criteria/criterion.ts';
import { fromRows, toRows } from '#islands/form-builder/condition/rows.ts';

const PICKED: readonly Criterion[] = [
  { question: 'a', is: 'yes' },
  { not: { question: 'a', is: 'yes' } },
  { question: 'a', isOneOf: ['yes', 'no'] },
  { question: 'b', has: 'x' },
  { not: { question: 'b', has: 'x' } },
  { question: 'b', hasAnyOf: ['x', 'y'] },
  { question: 'b', countAtLeast: 2 },
  { question: 'c', atLeast: 18 },
  { question: 'c', lessThan: 2.5 },
  { question: 'd', onOrAfter: '2026-01-31' },
  { question: 'a', answered: true },
  { not: { question: 'a', answered: true } },
  {
    all: [
      { question: 'a', is: 'yes' },
      { question: 'c', atMost: 3 },
    ],
  },
  { any: [{ question: 'a', is: 'yes' }, { not: { question: 'b', has: 'x' } }] },
];

test.each(PICKED)('a condition that can be picked is the same when it was read into lines: %j', (when) => {
  const rows = toRows(when);
  expect(rows && fromRows(rows)).toEqual({ when });
});

test.each<Criterion>([
  { all: [{ any: [{ question: 'a', is: 'yes' }] }, { question: 'b', has: 'x' }] },
  { not: { all: [{ question: 'a', is: 'yes' }] } },
  { not: { question: 'c', atLeast: 3 } },
])('a condition that is more involved than lines is left as it is: %j', (when) => {
  expect(toRows(when)).toBeUndefined();
});

test('no condition is no line, and the other way round', () => {
  expect(toRows(undefined)).toEqual({ join: 'all', rows: [] });
  expect(fromRows({ join: 'any', rows: [] })).toEqual({ when: undefined });
});

test.each([
  ['countAtLeast', ['0']],
  ['countAtLeast', ['1.5']],
  ['atLeast', ['']],
  ['atLeast', ['many']],
  ['onOrAfter', ['2026-02-30']],
  ['isOneOf', []],
  ['is', []],
] as const)('a line without a value that fits makes no condition: %s %j', (comparing, value) => {
  expect(fromRows({ join: 'all', rows: [{ question: 'a', comparing, value }] })).toBeUndefined();
});
