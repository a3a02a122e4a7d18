import { type Answer, type Answers, type Criterion, comparisonsIn } from '../../criteria/criterion.ts';
import { judge } from '../../criteria/judge.ts';
import { remaining } from '../../criteria/remaining.ts';
import { type CheckerDefinition, NOT_SURE } from '../definition.ts';
import { sourcesOf, writtenOut } from '../in-questions.ts';
import { knownFrom, withoutAssumptions } from '../known.ts';
import { nextAfter, openCriteria } from '../next-question.ts';
import { criteriaOf, type Domain } from './domain.ts';

/** The questions of a walk through a checker, in order. */
export type Path = readonly string[];

/** The fewest and the most questions that a person can be asked, and which they are. */
export interface Paths {
  readonly shortest: Path;
  readonly longest: Path;
}

/** Walks every way through the questions. Two states that leave the same open are walked once. */
export function pathsThrough(checker: CheckerDefinition, domain: Domain): Paths {
  const walked = new Map<string, Paths>();
  const cautious = withoutAssumptions(checker);
  const conditions = checker.questions.flatMap(({ when }) => when ?? []);
  const values = valuesToWalk(checker, domain);
  return walk({});

  function walk(answers: Answers): Paths {
    const known = knownFrom(cautious, answers, domain.surroundings);
    const question = nextAfter(checker, answers, known);
    if (!question) return { shortest: [], longest: [] };
    const state = `${question.id} ${stateOf(answers, known)}`;
    const before = walked.get(state);
    if (before) return before;

    const ways = [...(values.get(question.id) ?? []), NOT_SURE].map((value) =>
      walk({ ...answers, [question.id]: value }),
    );
    const found = {
      shortest: [
        question.id,
        ...pick(
          ways.map(({ shortest }) => shortest),
          (a, b) => a.length - b.length,
        ),
      ],
      longest: [
        question.id,
        ...pick(
          ways.map(({ longest }) => longest),
          (a, b) => b.length - a.length,
        ),
      ],
    };
    walked.set(state, found);
    return found;
  }

  function stateOf(answers: Answers, known: Answers): string {
    // A criterion counts in many outcomes and is worked out once.
    const worked = new Map<Criterion, string>();
    const left = (criterion: Criterion) => {
      const text = worked.get(criterion) ?? JSON.stringify(remaining(writtenOut(checker, criterion), known));
      worked.set(criterion, text);
      return text;
    };
    const open = openCriteria(checker, known).map((criteria) =>
      criteria
        .map(left)
        .filter((one) => one.startsWith('{'))
        .join(),
    );
    // A fact that one of its answers will never be given for stays open for good.
    const dead = checker.facts.filter(({ id }) =>
      sourcesOf(checker, id).some((source) => answers[source] === NOT_SURE),
    );
    return [dead.map(({ id }) => id), open.filter((one) => one !== ''), conditions.map(left)]
      .map((one) => one.join(';'))
      .join('|');
  }
}

/** Of answers that every comparison takes alike one is enough, unless something is worked out from them. */
function valuesToWalk(checker: CheckerDefinition, { values }: Domain): Domain['values'] {
  const comparisons = criteriaOf(checker).flatMap(comparisonsIn);
  const computed = new Set(checker.facts.flatMap(({ id }) => sourcesOf(checker, id)));
  return new Map(
    [...values].map(([question, all]) => {
      if (computed.has(question)) return [question, all];
      const about = comparisons.filter((one) => one.question === question);
      const alike = (value: Answer) => about.map((one) => judge(one, { [question]: value })).join();
      return [question, [...new Map(all.map((value) => [alike(value), value])).values()]];
    }),
  );
}

function pick(paths: readonly Path[], order: (a: Path, b: Path) => number): Path {
  return [...paths].sort(order)[0] ?? [];
}
