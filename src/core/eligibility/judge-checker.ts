import type { Answers } from '../criteria/criterion.ts';
import { judge, type Truth } from '../criteria/judge.ts';
import type { CheckerDefinition, OutcomeDefinition, Result } from './definition.ts';
import { knownFrom } from './known.ts';
import type { Surroundings } from './surroundings.ts';
import type { NextStep, OutcomeVerdict, Reason, Verdict } from './verdict.ts';

/** Every outcome of the checker for these answers. `no` only where a known answer rules it out. */
export function judgeChecker(checker: CheckerDefinition, answers: Answers, surroundings: Surroundings): Verdict {
  const known = knownFrom(checker, answers, surroundings);
  return {
    checker: checker.id,
    ruleVersion: checker.ruleVersion,
    outcomes: checker.outcomes.map((outcome) => judgeOutcome(checker, outcome, known)),
    next: stepsOf(checker, checker.next, known),
    known,
  };
}

/** What a known thing says of a named criterion. */
export const truthOf = (known: Answers, criterion: string): Truth =>
  (known[criterion] as Truth | undefined) ?? 'unknown';

/** Yes, maybe or no by the four lists of an outcome. */
export function resultOf(outcome: OutcomeDefinition, known: Answers): Result {
  const is = (truth: Truth) => (criterion: string) => truthOf(known, criterion) === truth;
  if (outcome.ruledOutBy.some(is('yes')) || outcome.needs.some(is('no'))) return 'no';
  const whole = [...outcome.needs, ...outcome.wants].every(is('yes'));
  return whole && !outcome.maybeIf.some(is('yes')) ? 'yes' : 'maybe';
}

function judgeOutcome(checker: CheckerDefinition, outcome: OutcomeDefinition, known: Answers): OutcomeVerdict {
  const result = resultOf(outcome, known);
  const notes = outcome.notes.filter((id) => {
    const when = checker.notes[id];
    return when !== undefined && (when === 'always' || judge(when, known) === 'yes');
  });
  const shows = Object.entries(outcome.shows).flatMap(([name, fact]): [string, string][] =>
    typeof known[fact] === 'string' ? [[name, known[fact]]] : [],
  );
  return {
    id: outcome.id,
    checker: checker.id,
    result,
    because: reasonsFor(outcome, result, known),
    notes,
    next: stepsOf(checker, outcome.next[result] ?? checker.next, known),
    shows: Object.fromEntries(shows),
    atOnce: outcome.atOnce ?? false,
    rank: outcome.rank,
  };
}

/** How each criterion stands. One that rules out or leaves a maybe is told only when it does, as not met. */
function reasonsFor(outcome: OutcomeDefinition, result: Result, known: Answers): readonly Reason[] {
  const asked = [...outcome.needs, ...outcome.wants].map((criterion): Reason => {
    const met = truthOf(known, criterion);
    return { criterion, met, decided: decides(result, met, outcome.needs.includes(criterion)) };
  });
  const against = [...outcome.ruledOutBy, ...(result === 'no' ? [] : outcome.maybeIf)]
    .filter((criterion) => truthOf(known, criterion) === 'yes')
    .map((criterion): Reason => ({ criterion, met: 'no', decided: true }));
  return [...against, ...asked];
}

function decides(result: Result, met: Truth, isNeeded: boolean): boolean {
  if (result === 'yes') return true;
  return result === 'no' ? isNeeded && met === 'no' : met !== 'yes';
}

function stepsOf(checker: CheckerDefinition, ids: readonly string[], known: Answers): readonly NextStep[] {
  return ids.flatMap((id) => {
    const step = checker.steps[id];
    if (!step || (step.when && judge(step.when, known) !== 'yes')) return [];
    return [{ id, kind: step.kind, href: step.href }];
  });
}

const ORDER: readonly Result[] = ['yes', 'maybe', 'no'];

/** What fits first; among the same result what least speaks against, then the most specific. */
export function bestFirst(outcomes: readonly OutcomeVerdict[]): readonly OutcomeVerdict[] {
  const unmet = ({ because }: OutcomeVerdict) => because.filter(({ met }) => met !== 'yes').length;
  return outcomes.toSorted(
    (a, b) => ORDER.indexOf(a.result) - ORDER.indexOf(b.result) || unmet(a) - unmet(b) || a.rank - b.rank,
  );
}
