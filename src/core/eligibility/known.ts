import { type Answer, type Answers, PERHAPS_MORE } from '../criteria/criterion.ts';
import { judge } from '../criteria/judge.ts';
import { parsePostcode } from '../directory/postcode.ts';
import { compute } from './compute/computation.ts';
import { type CheckerDefinition, type CheckerQuestion, type Fact, NOT_SURE, TODAY } from './definition.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Everything known from the answers: those that apply, the facts worked out from them,
 * and the named criteria that are settled (`yes` or `no`). "Not sure" is absent.
 */
export function knownFrom(checker: CheckerDefinition, answers: Answers, surroundings: Surroundings): Answers {
  const known: Record<string, Answer> = {};
  for (const question of checker.questions) {
    if (question.when && judge(question.when, known) === 'no') continue;
    const answer = settled(question, answers[question.id], surroundings.today);
    if (answer !== undefined) known[question.id] = answer;
  }
  for (const fact of checker.facts) {
    const value = workOut(fact, known, surroundings);
    if (value !== undefined) known[fact.id] = value;
  }
  for (const [id, criterion] of Object.entries(checker.criteria)) {
    const truth = judge(criterion, known);
    if (truth !== 'unknown') known[id] = truth;
  }
  return known;
}

/** The answer as criteria see it. A list with "not sure" in it may hold more. */
function settled(question: CheckerQuestion, answer: Answer | undefined, today: string): Answer | undefined {
  if (answer === undefined || answer === '') return question.assumed === TODAY ? today : question.assumed;
  if (answer === NOT_SURE) return undefined;
  if (typeof answer === 'string') return question.kind === 'some-of' ? [answer] : answer;
  return answer.map((ticked) => (ticked === NOT_SURE ? PERHAPS_MORE : ticked));
}

function workOut(fact: Fact, known: Answers, { councilOf }: Surroundings): string | undefined {
  if ('councilOf' in fact) {
    const postcode = parsePostcode(textOf(known, fact.councilOf) ?? '');
    return postcode.ok ? councilOf(postcode.value) : undefined;
  }
  return compute(
    fact.compute,
    fact.from.map((name) => (/^[\d.-]+$/.test(name) ? name : textOf(known, name))),
  );
}

function textOf(known: Answers, name: string): string | undefined {
  const answer = known[name];
  return typeof answer === 'string' ? answer : undefined;
}

/**
 * The same checker, taking nothing for granted: a person is asked what a program may leave out.
 * Nobody is asked a hidden question, so what is assumed there stays, unless `ofHidden` takes it away too.
 */
export function withoutAssumptions(checker: CheckerDefinition, { ofHidden = false } = {}): CheckerDefinition {
  const questions = checker.questions.map((question): CheckerQuestion => {
    const { assumed: _, ...rest } = question;
    return question.hidden && !ofHidden ? question : rest;
  });
  return { ...checker, questions };
}
