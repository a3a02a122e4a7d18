import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, type Answers, type Criterion, questionsIn } from '#core/criteria/criterion.ts';
import { judge, type Truth } from '#core/criteria/judge.ts';

const QUESTIONS = ['a', 'b', 'c'];
const OPTIONS = ['x', 'y', 'z'];

const question = fc.constantFrom(...QUESTIONS);
const option = fc.constantFrom(...OPTIONS);
const leaf: fc.Arbitrary<Criterion> = fc.oneof(
  fc.record({ question, is: option }),
  fc.record({ question, isOneOf: fc.array(option, { minLength: 1, maxLength: 2 }) }),
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
const answers = fc.dictionary(question, option, { maxKeys: QUESTIONS.length });

/** Two-valued logic, the slow and obvious way, for answers that leave nothing open. */
function holds(rule: Criterion, given: Answers): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, given));
  if ('any' in rule) return rule.any.some((part) => holds(part, given));
  if ('not' in rule) return !holds(rule.not, given);
  if ('is' in rule) return given[rule.question] === rule.is;
  if ('isOneOf' in rule) return rule.isOneOf.some((wanted) => given[rule.question] === wanted);
  throw new Error('not generated here');
}

/** Every way in which the questions left open can still be answered. */
function completions(given: Answers): Answers[] {
  return QUESTIONS.reduce<Answers[]>(
    (some, name) =>
      name in given
        ? some
        : some.flatMap((one) => OPTIONS.map((choice): Answers => ({ ...one, [name]: choice as Answer }))),
    [given],
  );
}

/**
 * Kleene's values in two passes of ordinary logic: once with every open leaf taken as met, once as not met,
 * each under an odd number of `not`s the other way round. Both passes met is yes, neither is no.
 */
function inTwoPasses(rule: Criterion, given: Answers): Truth {
  const pass = (part: Criterion, hopeful: boolean): boolean => {
    if ('all' in part) return part.all.every((one) => pass(one, hopeful));
    if ('any' in part) return part.any.some((one) => pass(one, hopeful));
    if ('not' in part) return !pass(part.not, !hopeful);
    return part.question in given ? holds(part, given) : hopeful;
  };
  if (pass(rule, false)) return 'yes';
  return pass(rule, true) ? 'unknown' : 'no';
}

test('three values agree with two passes of ordinary logic', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      expect(judge(rule, given)).toBe(inTwoPasses(rule, given));
    }),
    { numRuns: 2000 },
  );
});

test('a yes or a no stands whatever the open questions are answered', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      const truth = judge(rule, given);
      if (truth === 'unknown') return;
      for (const whole of completions(given)) expect(judge(rule, whole)).toBe(truth);
    }),
    { numRuns: 1000 },
  );
});

test('with every question answered nothing is unknown', () => {
  fc.assert(
    fc.property(criterion, fc.constantFrom(...completions({})), (rule, whole) => {
      expect(judge(rule, whole)).toBe(holds(rule, whole) ? 'yes' : 'no');
    }),
    { numRuns: 1000 },
  );
});

test('answers to other questions change nothing', () => {
  fc.assert(
    fc.property(criterion, answers, (rule, given) => {
      const asked = questionsIn(rule);
      const needed = Object.fromEntries(Object.entries(given).filter(([name]) => asked.includes(name)));
      expect(judge(rule, given)).toBe(judge(rule, needed));
    }),
    { numRuns: 500 },
  );
});
