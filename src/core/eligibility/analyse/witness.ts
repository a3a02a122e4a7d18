import type { Answers } from '../../criteria/criterion.ts';
import type { CheckerDefinition, CheckerQuestion, OutcomeDefinition, Result } from '../definition.ts';
import { writtenOut } from '../in-questions.ts';
import { resultOf, truthOf } from '../judge-checker.ts';
import { knownFrom, withoutAssumptions } from '../known.ts';
import { type Domain, questionsFor } from './domain.ts';

/** Answers that give an outcome this result, as few as the search meets first; undefined: there are none. */
export function witnessFor(
  checker: CheckerDefinition,
  outcome: OutcomeDefinition,
  result: Result,
  domain: Domain,
): Answers | undefined {
  const names = [...outcome.needs, ...outcome.wants, ...outcome.ruledOutBy, ...outcome.maybeIf];
  const criteria = names.flatMap((name) => checker.criteria[name] ?? []).map((one) => writtenOut(checker, one));
  const cautious = withoutAssumptions(checker, { ofHidden: true });
  return search({}, questionsFor(checker, criteria));

  function search(answers: Answers, left: readonly CheckerQuestion[]): Answers | undefined {
    const known = knownFrom(cautious, answers, domain.surroundings);
    const now = resultOf(outcome, known);
    if (now === result && resultOf(outcome, knownFrom(checker, answers, domain.surroundings)) === result)
      return answers;
    const [question, ...rest] = left;
    if (!question || now === 'no' || (result === 'no' && cannotFail(outcome, known))) return undefined;
    for (const value of domain.values.get(question.id) ?? []) {
      const found = search({ ...answers, [question.id]: value }, rest);
      if (found) return found;
    }
    return search(answers, rest);
  }
}

function cannotFail(outcome: OutcomeDefinition, known: Answers): boolean {
  return (
    outcome.needs.every((id) => truthOf(known, id) === 'yes') &&
    outcome.ruledOutBy.every((id) => truthOf(known, id) === 'no')
  );
}

/** Answers that make a named criterion met, or not met; undefined: there are none, and it is no criterion. */
export function witnessOf(
  checker: CheckerDefinition,
  criterion: string,
  truth: 'yes' | 'no',
  domain: Domain,
): Answers | undefined {
  const written = writtenOut(checker, checker.criteria[criterion] ?? { all: [] });
  const cautious = withoutAssumptions(checker, { ofHidden: true });
  return search({}, questionsFor(checker, [written]));

  function search(answers: Answers, left: readonly CheckerQuestion[]): Answers | undefined {
    const now = truthOf(knownFrom(cautious, answers, domain.surroundings), criterion);
    if (now === truth && truthOf(knownFrom(checker, answers, domain.surroundings), criterion) === truth) return answers;
    const [question, ...rest] = left;
    if (!question || (now !== 'unknown' && now !== truth)) return undefined;
    for (const value of domain.values.get(question.id) ?? []) {
      const found = search({ ...answers, [question.id]: value }, rest);
      if (found) return found;
    }
    return search(answers, rest);
  }
}
