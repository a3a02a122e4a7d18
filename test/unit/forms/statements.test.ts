import { expect, test } from 'vitest';
import { meanPercent, tallyStatements } from '#core/forms/statements.ts';

const results = (all: readonly { readonly [statement: string]: string }[]) => {
  const tally = tallyStatements(['d03', 'd16', 'd03-carer']);
  for (const answers of all) tally.add(answers);
  return tally.results();
};
const times = (count: number, answers: { readonly [statement: string]: string }) =>
  Array.from({ length: count }, () => answers);

test.each([
  [
    'three of four agree, which is enough',
    [...times(6, { d03: 'agree' }), ...times(2, { d03: 'disagree' })],
    75,
    'met',
  ],
  ['just under', [...times(74, { d03: 'agree' }), ...times(25, { d03: 'neither' })], 74.7, 'below'],
  [
    '"does not apply" counts for nothing',
    [...times(5, { d03: 'agree' }), ...times(50, { d03: 'does-not-apply' })],
    100,
    'met',
  ],
  ['four answers are too few to show', times(4, { d03: 'agree' }), undefined, 'too few'],
])('[E47] %s', (_, all, percentAgree, mark) => {
  expect(results(all)[0]).toMatchObject({
    statement: 'd03',
    mark,
    ...(percentAgree === undefined ? {} : { percentAgree }),
  });
});

test('[E47] [E49] what carers say in their own words counts with the statement it says', () => {
  const all = [...times(3, { d03: 'agree' }), ...times(2, { 'd03-carer': 'disagree' })];
  expect(results(all).map(({ statement, answered, percentAgree }) => [statement, answered, percentAgree])).toEqual([
    ['d03', 5, 60],
    ['d16', 0, undefined],
  ]);
});

test('[E47] the mean is that of the statements with enough answers', () => {
  expect(meanPercent(results([...times(5, { d03: 'agree', d16: 'disagree' })]))).toBe(50);
  expect(meanPercent(results([]))).toBeUndefined();
});
