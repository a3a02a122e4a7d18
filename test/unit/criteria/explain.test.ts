import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, type Criterion, PERHAPS_MORE } from '#core/criteria/criterion.ts';
import { explain, openQuestions } from '#core/criteria/explain.ts';
import { judge, type Truth } from '#core/criteria/judge.ts';
import { remaining } from '#core/criteria/remaining.ts';
import { valuesThatMatter } from '#core/criteria/values.ts';

const adult: Criterion = { question: 'age', atLeast: 18 };
const local: Criterion = { question: 'place', isOneOf: ['derby', 'here'] };
const both: Criterion = { all: [adult, local] };

test('a no is decided by what is not met alone, and told with what would change it', () => {
  expect(explain(both, { age: '17', place: 'derby' })).toEqual({
    truth: 'no',
    decided: [{ comparison: adult, truth: 'no' }],
    open: [],
    changes: [
      { question: 'age', answer: '18', truth: 'yes' },
      { question: 'age', answer: '19', truth: 'yes' },
    ],
  });
});

test('while it is open, the questions that can still settle it are named', () => {
  expect(explain(both, { age: '20' })).toMatchObject({ truth: 'unknown', decided: [], open: ['place'] });
});

test.each<[string, Answers, Criterion, Truth]>([
  ['on the day', { on: '2021-12-31' }, { question: 'on', onOrAfter: '2021-12-31' }, 'yes'],
  ['the day before', { on: '2021-12-30' }, { question: 'on', onOrAfter: '2021-12-31' }, 'no'],
  ['before a day, on it', { on: '2021-12-31' }, { question: 'on', before: '2021-12-31' }, 'no'],
  ['no date', {}, { question: 'on', before: '2021-12-31' }, 'unknown'],
  ['answered', { a: 'x' }, { question: 'a', answered: true }, 'yes'],
  ['not answered, which is no "no"', {}, { question: 'a', answered: true }, 'unknown'],
  ['two ticks of two', { a: ['x', 'y'] }, { question: 'a', countAtLeast: 2 }, 'yes'],
  ['one tick of two', { a: ['x'] }, { question: 'a', countAtLeast: 2 }, 'no'],
  ['one tick and perhaps more', { a: ['x', PERHAPS_MORE] }, { question: 'a', countAtLeast: 2 }, 'unknown'],
  ['one tick, at most one', { a: ['x'] }, { question: 'a', countAtMost: 1 }, 'yes'],
  ['one tick and perhaps more, at most one', { a: ['x', PERHAPS_MORE] }, { question: 'a', countAtMost: 1 }, 'unknown'],
  ['a tick among perhaps more', { a: ['x', PERHAPS_MORE] }, { question: 'a', has: 'x' }, 'yes'],
  ['no tick among perhaps more', { a: [PERHAPS_MORE] }, { question: 'a', hasAnyOf: ['x', 'y'] }, 'unknown'],
])('%s: %o against %o is %s', (_, answers, criterion, truth) => {
  expect(judge(criterion, answers)).toBe(truth);
});

const question = fc.constantFrom('a', 'b', 'c', 'list');
const option = fc.constantFrom('x', 'y', 'z');
const single = fc.constantFrom('a', 'b', 'c');
const number = fc.integer({ min: 0, max: 3 });
const leaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({ question: single, is: option }),
  fc.record({ question: single, isOneOf: fc.uniqueArray(option, { minLength: 1, maxLength: 2 }) }),
  fc.record({ question: fc.constant('list'), has: option }),
  fc.record({ question: fc.constant('list'), hasAnyOf: fc.uniqueArray(option, { minLength: 1, maxLength: 2 }) }),
  fc.record({ question: fc.constant('list'), countAtLeast: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ question: fc.constant('list'), countAtMost: number }),
  fc.record({ question: fc.constant('n'), atLeast: number }),
  fc.record({ question: fc.constant('n'), lessThan: number }),
  fc.record({ question, answered: fc.constant(true as const) }),
);
const { criterion } = fc.letrec<{ criterion: Criterion }>((tie) => ({
  criterion: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({ all: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ not: tie('criterion') }),
  ),
}));
const list = fc.subarray(['x', 'y', 'z', PERHAPS_MORE]);
const answers = fc.record(
  { a: option, b: option, c: option, list, n: number.map(String) },
  { requiredKeys: [] },
) as fc.Arbitrary<Answers>;

/** A plain evaluator, the slow way: three-valued leaves as numbers, least of all, greatest of any. */
function plain(rule: Criterion, given: Answers): number {
  if ('all' in rule) return Math.min(...rule.all.map((part) => plain(part, given)));
  if ('any' in rule) return Math.max(...rule.any.map((part) => plain(part, given)));
  if ('not' in rule) return -plain(rule.not, given);
  const answer: Answer | undefined = given[rule.question];
  if (answer === undefined) return 0;
  if ('answered' in rule) return 1;
  const ticks = typeof answer === 'string' ? [answer] : answer.filter((one) => one !== PERHAPS_MORE);
  const least = typeof answer !== 'string' && answer.includes(PERHAPS_MORE) ? 0 : -1;
  if ('is' in rule) return answer === rule.is ? 1 : -1;
  if ('isOneOf' in rule) return rule.isOneOf.includes(String(answer)) ? 1 : -1;
  if ('has' in rule) return ticks.includes(rule.has) ? 1 : least;
  if ('hasAnyOf' in rule) return rule.hasAnyOf.some((one) => ticks.includes(one)) ? 1 : least;
  if ('countAtLeast' in rule) return ticks.length >= rule.countAtLeast ? 1 : least;
  if ('countAtMost' in rule) return ticks.length > rule.countAtMost ? -1 : -least;
  if ('atLeast' in rule) return Number(answer) >= rule.atLeast ? 1 : -1;
  if ('lessThan' in rule) return Number(answer) < rule.lessThan ? 1 : -1;
  throw new Error('not generated here');
}
const TRUTHS: readonly Truth[] = ['no', 'unknown', 'yes'];

test('random criteria agree with a plain evaluator', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      expect(judge(rule, given)).toBe(TRUTHS[plain(rule, given) + 1]);
    }),
    { numRuns: 5_000 },
  );
});

test('what remains of a criterion judges as the whole does, whatever comes next', () => {
  fc.assert(
    fc.property(criterion, answers, answers, (rule, first, later) => {
      // Only what was open may be answered later: an answer given stays.
      const all = { ...later, ...first };
      const rest = remaining(rule, first);
      expect(typeof rest === 'string' ? rest : judge(rest, all)).toBe(judge(rule, all));
    }),
    { numRuns: 5_000 },
  );
});

test('a question that is not open changes nothing', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      const open = openQuestions(rule, given);
      for (const [name, values] of valuesThatMatter([rule])) {
        if (name in given || open.includes(name)) continue;
        for (const value of values) expect(judge(rule, { ...given, [name]: value })).toBe(judge(rule, given));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('what is said to change the result does', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      for (const change of explain(rule, given).changes) {
        expect(judge(rule, { ...given, [change.question]: change.answer })).toBe(change.truth);
        expect(change.truth).not.toBe(judge(rule, given));
      }
    }),
    { numRuns: 2_000 },
  );
});

test('the values that matter bring about each truth that a comparison can have', () => {
  fc.assert(
    fc.property(leaf, (rule) => {
      const values = [...valuesThatMatter([rule])].flatMap(([name, all]) =>
        all.map((value) => judge(rule, { [name]: value })),
      );
      const wide = [
        ...['x', 'y', 'z', 'q', '0', '1', '2', '3', '4', '-1'],
        [],
        ['x'],
        ['y'],
        ['z'],
        ['x', 'y', 'z'],
        ['w', 'x', 'y', 'z'],
      ];
      const name = 'question' in rule ? rule.question : '';
      const isList = name === 'list';
      const possible = wide
        .filter((value) => 'answered' in rule || Array.isArray(value) === isList)
        .filter((value) => name !== 'n' || !Number.isNaN(Number(value)))
        .map((value) => judge(rule, { [name]: value as Answer }));
      expect(new Set(values)).toEqual(new Set(possible));
    }),
    { numRuns: 500 },
  );
});
