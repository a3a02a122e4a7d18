import type { Answers } from '../criteria/criterion.ts';
import type { Result } from './definition.ts';
import type { NextStep } from './verdict.ts';

/** The questions of a form that counts what a check says. */
export const COUNTED = {
  check: 'countedCheck',
  rules: 'countedRules',
  outcomes: 'countedOutcomes',
  signposts: 'countedSignposts',
} as const;

/** A result as it stands on the page. */
export interface ResultToCount {
  readonly checker: string;
  readonly ruleVersion: string;
  readonly outcomes: readonly {
    readonly id: string;
    readonly result: Result;
    readonly next: readonly Pick<NextStep, 'id' | 'href'>[];
  }[];
  readonly next: readonly Pick<NextStep, 'id' | 'href'>[];
}

/**
 * What a service may count of a result that is "not this one" throughout (E54): which check, which rules, what it was
 * about and where it pointed. Nothing that was answered. `outcomes` are those that the service counts: a result about
 * anything else is none of its business.
 */
export function toCount(result: ResultToCount, outcomes: readonly string[]): Answers | undefined {
  const { checker, ruleVersion, outcomes: all, next } = result;
  const isItsOwn = all.every((one) => one.result === 'no' && outcomes.includes(one.id));
  if (all.length === 0 || !isItsOwn) return undefined;
  return {
    [COUNTED.check]: checker,
    [COUNTED.rules]: ruleVersion,
    [COUNTED.outcomes]: all.map(({ id }) => id),
    [COUNTED.signposts]: withoutRepeats([...next, ...all.flatMap((one) => one.next)]).map(({ id }) => id),
  };
}

/** Steps to one place are shown once, under the words of the first. */
function withoutRepeats<Step extends { readonly href: string }>(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ href }, at) => steps.findIndex((other) => other.href === href) === at);
}
