import type { Answers } from '../criteria/criterion.ts';
import { judge } from '../criteria/judge.ts';
import { assign } from './assign.ts';
import type { CheckerDefinition } from './definition.ts';
import { bestFirst, judgeChecker } from './judge-checker.ts';
import { knownFrom } from './known.ts';
import type { Surroundings } from './surroundings.ts';
import type { OutcomeVerdict, Verdict } from './verdict.ts';

/** A checker with those it asks in turn, by id. */
export interface CheckerWithParts {
  readonly definition: CheckerDefinition;
  readonly parts: { readonly [checker: string]: CheckerDefinition };
}

/**
 * The verdict of a checker and of all its parts. One that asks several programmes at once
 * adds no rules of its own: each part judges by its own, and what fits best comes first.
 */
export function judgeAll(
  { definition, parts }: CheckerWithParts,
  answers: Answers,
  surroundings: Surroundings,
): Verdict {
  const own = judgeChecker(definition, answers, surroundings);
  if (definition.parts.length === 0) return own;
  const others = definition.parts.flatMap(({ checker, when, leaveOut, set }): readonly OutcomeVerdict[] => {
    const part = parts[checker];
    if (!part || (when && judge(when, own.known) === 'no')) return [];
    return judgeChecker(part, assign(set, own.known), surroundings).outcomes.filter(({ id }) => !leaveOut.includes(id));
  });
  return { ...own, outcomes: bestFirst([...own.outcomes, ...others]) };
}

/** Answers a person wishes to take along into a form. */
export function carriedInto(
  form: string,
  { definition }: CheckerWithParts,
  answers: Answers,
  surroundings: Surroundings,
): Answers {
  const carry = definition.carry.find((one) => one.form === form);
  if (!carry) return {};
  const given = assign(carry.set, knownFrom(definition, answers, surroundings));
  return Object.fromEntries(
    Object.entries(given).map(([id, answer]) => [
      id,
      typeof answer === 'string' ? answer : answer.filter((one) => one !== '?'),
    ]),
  );
}
