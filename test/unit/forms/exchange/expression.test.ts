import { expect, test } from 'vitest';
import { readExpression } from '#core/forms/exchange/expression.ts';

/** `#{q}` is how XLSForm names a question: with a dollar. */
const dollars = (text: string) => text.replaceAll('#{', '$' + '{');

test.each([
  ["{q} = 'x'", { asks: 'q', does: 'equals', values: ['x'] }],
  ["#{q} = 'x'", { asks: 'q', does: 'equals', values: ['x'] }],
  ["'x' = {q}", { asks: 'q', does: 'equals', values: ['x'] }],
  ['3 < {q}', { asks: 'q', does: 'moreThan', values: ['3'] }],
  ["{q} anyof ['a', 'b']", { asks: 'q', does: 'contains', values: ['a', 'b'] }],
  ['{q} empty', { asks: 'q', does: 'empty', values: [] }],
  ["#{q} != ''", { asks: 'q', does: 'answered', values: [] }],
  ["selected(#{q}, 'a')", { asks: 'q', does: 'contains', values: ['a'] }],
  ['count-selected(#{q}) >= 2', { asks: 'q', does: 'countAtLeast', values: ['2'] }],
  ["not(selected(#{q}, 'a'))", { not: { asks: 'q', does: 'contains', values: ['a'] } }],
  [
    "{a} = 1 or {b} = 2 and {c} = 'x'",
    {
      any: [
        { asks: 'a', does: 'equals', values: ['1'] },
        {
          all: [
            { asks: 'b', does: 'equals', values: ['2'] },
            { asks: 'c', does: 'equals', values: ['x'] },
          ],
        },
      ],
    },
  ],
])('%s is read', (text, condition) => {
  expect(readExpression(dollars(text))).toEqual(condition);
});

test.each([
  ['a call', 'iif({q} = 1, 2, 3)'],
  ['a sum', '{a} + {b} > 3'],
  ['two questions compared', '{a} = {b}'],
  ['code', "constructor.constructor('return process')()"],
  ['a pulled data path', "pulldata('x', 'y', 'z', #{q}) = 'x'"],
  ['an open bracket', "({q} = 'x'"],
  ['an open text', "{q} = 'x"],
  ['nothing', ''],
  ['a tower of brackets', `${'('.repeat(500)}{q} = 1${')'.repeat(500)}`],
])('%s is not, and nothing of it runs', (_, text) => {
  expect(readExpression(dollars(text))).toBeUndefined();
});
