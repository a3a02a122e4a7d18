import { type Answers, type Criterion, questionsIn } from '../criteria/criterion.ts';
import { openQuestions } from '../criteria/explain.ts';
import { judge } from '../criteria/judge.ts';
import { rememberBy } from '../remember.ts';
import type { CheckerDefinition, CheckerQuestion, OutcomeDefinition } from './definition.ts';
import { sourcesOf, writtenOut } from './in-questions.ts';
import { resultOf, truthOf } from './judge-checker.ts';
import { knownFrom, withoutAssumptions } from './known.ts';
import type { Surroundings } from './surroundings.ts';

/** The next question whose answer can still change something. None: the result stands. */
export function nextQuestion(
  checker: CheckerDefinition,
  answers: Answers,
  surroundings: Surroundings,
): CheckerQuestion | undefined {
  return nextAfter(checker, answers, knownFrom(withoutAssumptions(checker), answers, surroundings));
}

/** The same, where it has been worked out what is known without assumptions. */
export function nextAfter(checker: CheckerDefinition, answers: Answers, known: Answers): CheckerQuestion | undefined {
  const open = new Set([
    ...[...new Set(openCriteria(checker, known).flat())]
      .flatMap((criterion) => openQuestions(writtenOut(checker, criterion), known))
      .flatMap((name) => sourcesOf(checker, name)),
    ...askedByParts(checker, known),
  ]);
  return checker.questions.find(
    ({ id, when, hidden, always }) =>
      !hidden && !(id in answers) && (always || open.has(id)) && (!when || judge(when, known) === 'yes'),
  );
}

/** Everything that the parts which may still apply are given. */
function askedByParts(checker: CheckerDefinition, known: Answers): readonly string[] {
  return checker.parts
    .filter(({ when }) => !when || judge(when, known) !== 'no')
    .flatMap(({ when, set }) => [
      ...(when ? questionsIn(when) : []),
      ...set.flatMap((one) => ('from' in one ? [one.from] : 'when' in one && one.when ? questionsIn(one.when) : [])),
    ]);
}

/** The criteria that can still change an outcome, its notes or its steps, by outcome. */
export function openCriteria(checker: CheckerDefinition, known: Answers): readonly (readonly Criterion[])[] {
  return checker.outcomes.map((outcome) => {
    const result = resultOf(outcome, known);
    if (result === 'no') return [];
    return [
      ...namesThatCount(outcome, known).flatMap((id) => checker.criteria[id] ?? []),
      ...besidesOf(checker)(outcome),
    ];
  });
}

/** What can still make it a no; and, unless it can only be a maybe, what can still make it a yes. */
function namesThatCount(outcome: OutcomeDefinition, known: Answers): readonly string[] {
  const onlyMaybe =
    outcome.wants.some((id) => truthOf(known, id) === 'no') ||
    outcome.maybeIf.some((id) => truthOf(known, id) === 'yes');
  return [...outcome.needs, ...outcome.ruledOutBy, ...(onlyMaybe ? [] : [...outcome.wants, ...outcome.maybeIf])];
}

const besidesOf = rememberBy((checker: CheckerDefinition) =>
  rememberBy((outcome: OutcomeDefinition) => besides(checker, outcome)),
);

function besides(checker: CheckerDefinition, outcome: OutcomeDefinition): readonly Criterion[] {
  const notes = outcome.notes.flatMap((id) => checker.notes[id] ?? []);
  const steps = [...(outcome.next.yes ?? []), ...(outcome.next.maybe ?? [])].flatMap(
    (id) => checker.steps[id]?.when ?? [],
  );
  return [...notes.filter((when) => when !== 'always'), ...steps];
}

/** The questions on the way so far that apply, in order, with whether each is answered. For going back. */
export function questionsSoFar(
  checker: CheckerDefinition,
  answers: Answers,
  surroundings: Surroundings,
): readonly CheckerQuestion[] {
  const known = knownFrom(checker, answers, surroundings);
  return checker.questions.filter(({ id, when }) => id in answers && (!when || judge(when, known) !== 'no'));
}
