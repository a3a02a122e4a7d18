import { type Answer, type Answers, PERHAPS_MORE } from '../criteria/criterion.ts';
import { judge } from '../criteria/judge.ts';
import type { Assignment } from './definition.ts';

/** Answers for another form or checker, from all that is known here. What is not known is left out. */
export function assign(set: readonly Assignment[], known: Answers): Answers {
  const given: Record<string, Answer> = {};
  for (const one of set) {
    if ('from' in one) {
      const answer = known[one.from];
      if (answer !== undefined && answer.length > 0) given[one.question] ??= answer;
    } else if ('to' in one) {
      if (!one.when || judge(one.when, known) === 'yes') given[one.question] ??= one.to;
    } else {
      const list = given[one.question] ?? [];
      given[one.question] = [...new Set([...list, ...marksOf(one, known)])];
    }
  }
  return given;
}

function marksOf(one: Extract<Assignment, { tick: string } | { more: true }>, known: Answers): readonly string[] {
  if ('more' in one) return [PERHAPS_MORE];
  const truth = judge(one.when, known);
  return truth === 'yes' ? [one.tick] : truth === 'unknown' ? [PERHAPS_MORE] : [];
}
