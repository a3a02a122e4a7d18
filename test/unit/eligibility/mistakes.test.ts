import { expect, test } from 'vitest';
import { analyse } from '#core/eligibility/analyse/analyse.ts';
import type { CheckerDefinition } from '#core/eligibility/definition.ts';
import { mistakesIn } from '#core/eligibility/mistakes.ts';
import { checkerSchema } from '#core/eligibility/parse-checker.ts';

const steps = { ask: { kind: 'form', href: '/forms/a/' }, read: { kind: 'page', href: '/a/' } };
const base = {
  id: 'example',
  order: 1,
  crisisPanel: false,
  ruleVersion: '1',
  source: 'a test',
  checkedOn: '2026-11-22',
  questions: [
    { id: 'age', kind: 'whole-number', least: 0, most: 120 },
    { id: 'place', kind: 'one-of', options: ['here', 'there'] },
  ],
  criteria: { adult: { question: 'age', atLeast: 18 } },
  outcomes: [{ id: 'one', needs: ['adult'] }],
  steps,
  next: ['ask', 'read'],
};
const made = (changes: object) => checkerSchema.parse({ ...base, ...changes }) as CheckerDefinition;

test('a checker without mistakes has none', () => {
  expect(mistakesIn(made({}))).toEqual([]);
});

test.each<[string, object, string, RegExp, RegExp]>([
  [
    'a question that is not there',
    { criteria: { adult: { question: 'agee', atLeast: 18 } } },
    'criteria.adult',
    /"agee"/,
    /age, place/,
  ],
  [
    'an option that is not there',
    { criteria: { adult: { question: 'place', is: 'nowhere' } } },
    'criteria.adult',
    /"nowhere"/,
    /here, there/,
  ],
  [
    'a number asked of a choice',
    { criteria: { adult: { question: 'place', atLeast: 1 } } },
    'criteria.adult',
    /compared/,
    /one-of/,
  ],
  [
    'a criterion used before it is named',
    { criteria: { adult: { question: 'old', is: 'yes' }, old: { question: 'age', atLeast: 65 } } },
    'criteria.adult',
    /"old"/,
    /age/,
  ],
  ['a need that is not named', { outcomes: [{ id: 'one', needs: ['adlut'] }] }, 'outcomes.0.needs', /"adlut"/, /adult/],
  ['a step that is not there', { next: ['ask', 'raed'] }, 'next', /"raed"/, /ask, read/],
  [
    'a step that nothing leads to',
    { steps: { ...steps, idle: { kind: 'page', href: '/b/' } } },
    'steps.idle',
    /Nothing/,
    /remove/,
  ],
  ['a dead end', { next: ['ask'], steps: { ask: steps.ask } }, 'next', /fewer than two/, /two steps/],
  [
    'a dead end by a condition',
    { steps: { ...steps, read: { ...steps.read, when: { question: 'adult', is: 'yes' } } } },
    'next',
    /fewer than two/,
    /without a condition/,
  ],
  [
    'one name for two things',
    { criteria: { age: { question: 'age', atLeast: 18 }, adult: { question: 'age', atLeast: 18 } } },
    'age',
    /two things/,
    /another id/,
  ],
  [
    'too few values for arithmetic',
    { facts: [{ id: 'more', compute: 'isMore', from: ['age'] }] },
    'facts.0.from',
    /takes 2/,
    /Add/,
  ],
])('%s is named with its place and the cure', (_, changes, path, what, cure) => {
  const mistake = mistakesIn(made(changes)).find((one) => one.path === path);
  expect(mistake?.what).toMatch(what);
  expect(mistake?.cure).toMatch(cure);
});

test('a contradiction, and an outcome that nobody can reach, are found', () => {
  const contradiction = {
    all: [
      { question: 'age', atLeast: 18 },
      { question: 'age', lessThan: 16 },
    ],
  };
  const { mistakes } = analyse(made({ criteria: { adult: contradiction } }));
  expect(mistakes).toEqual([
    {
      path: 'criteria.adult',
      what: 'No answers can meet it: it contradicts itself.',
      cure: 'Correct its parts, or remove it.',
    },
    { path: 'outcomes.0', what: '"one" can never be yes.', cure: 'Correct what it needs.' },
  ]);
});

test('what the schema refuses is told by its field', () => {
  const read = checkerSchema.safeParse({ ...base, questions: [{ id: 'age', kind: 'whole-number', least: 0 }] });
  expect(read.error?.issues[0]?.path).toEqual(['questions', 0, 'most']);
});
