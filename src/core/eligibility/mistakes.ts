import { type Comparison, type Criterion, comparisonsIn } from '../criteria/criterion.ts';
import { COMPUTATIONS } from './compute/computation.ts';
import type { Assignment, CheckerDefinition, CheckerQuestion, Result } from './definition.ts';
import type { CheckerText } from './text.ts';

/** What an author got wrong: where in the file, what it is, what to do. */
export interface Mistake {
  readonly path: string;
  readonly what: string;
  readonly cure: string;
}

/** Everything in a checker's rules that cannot work as written. */
export function mistakesIn(checker: CheckerDefinition): readonly Mistake[] {
  return [
    ...twice(checker),
    ...criteriaWithPaths(checker).flatMap(({ path, criterion, known }) =>
      comparisonsIn(criterion).flatMap((one) => mistakeOf(checker, one, path, known)),
    ),
    ...factMistakes(checker),
    ...nameMistakes(checker),
    ...deadEnds(checker),
  ];
}

/** A criterion with what it may ask about: a question's condition sees the questions before it alone. */
interface Placed {
  readonly path: string;
  readonly criterion: Criterion;
  readonly known: readonly string[];
}

function criteriaWithPaths(checker: CheckerDefinition): readonly Placed[] {
  const questions = checker.questions.map(({ id }) => id);
  const base = [...questions, ...checker.facts.map(({ id }) => id)];
  const named = Object.keys(checker.criteria);
  const all = [...base, ...named];
  const whole = (path: string, criterion: Criterion | undefined): Placed[] =>
    criterion ? [{ path, criterion, known: all }] : [];
  const inAssignments = (path: string, set: readonly Assignment[]) =>
    set.flatMap((one, at) => ('when' in one ? whole(`${path}.set.${at}.when`, one.when) : []));
  return [
    ...checker.questions.flatMap(({ when }, at): Placed[] =>
      when ? [{ path: `questions.${at}.when`, criterion: when, known: questions.slice(0, at) }] : [],
    ),
    ...Object.entries(checker.criteria).map(([id, criterion], at): Placed => {
      return { path: `criteria.${id}`, criterion, known: [...base, ...named.slice(0, at)] };
    }),
    ...Object.entries(checker.notes).flatMap(([id, when]) => (when === 'always' ? [] : whole(`notes.${id}`, when))),
    ...Object.entries(checker.steps).flatMap(([id, { when }]) => whole(`steps.${id}.when`, when)),
    ...checker.carry.flatMap(({ set }, at) => inAssignments(`carry.${at}`, set)),
    ...checker.parts.flatMap(({ when, set }, at) => [
      ...whole(`parts.${at}.when`, when),
      ...inAssignments(`parts.${at}`, set),
    ]),
  ];
}

function mistakeOf(
  checker: CheckerDefinition,
  one: Comparison,
  path: string,
  known: readonly string[],
): readonly Mistake[] {
  const { question: name } = one;
  if (!known.includes(name)) {
    const what = `"${name}" is not a question, a fact or a criterion that stands before this.`;
    return [{ path, what, cure: `Use one of: ${known.join(', ')}.` }];
  }
  const question = checker.questions.find(({ id }) => id === name);
  const takes = question ? optionsOf(question) : name in checker.criteria ? ['yes', 'no'] : undefined;
  const strange = takes ? optionsNamed(one).filter((option) => !takes.includes(option)) : [];
  const fits = !question || kindsFor(one).includes(question.kind);
  return [
    ...strange.map((option): Mistake => {
      return { path, what: `"${option}" is not an answer to "${name}".`, cure: `Use one of: ${takes?.join(', ')}.` };
    }),
    ...(fits
      ? []
      : [{ path, what: `"${name}" cannot be compared like that.`, cure: `It is of the kind ${question.kind}.` }]),
  ];
}

const optionsOf = (question: CheckerQuestion) => ('options' in question ? question.options : undefined);

function optionsNamed(one: Comparison): readonly string[] {
  if ('is' in one) return [one.is];
  if ('isOneOf' in one) return one.isOneOf;
  if ('has' in one) return [one.has];
  return 'hasAnyOf' in one ? one.hasAnyOf : [];
}

function kindsFor(one: Comparison): readonly string[] {
  if ('answered' in one) return ['one-of', 'some-of', 'whole-number', 'decimal', 'money', 'postcode', 'date'];
  if ('is' in one || 'isOneOf' in one) return ['one-of'];
  if ('has' in one || 'hasAnyOf' in one || 'countAtLeast' in one || 'countAtMost' in one) return ['some-of'];
  return 'onOrAfter' in one || 'before' in one ? ['date'] : ['whole-number', 'decimal', 'money'];
}

function twice(checker: CheckerDefinition): readonly Mistake[] {
  const names = [...checker.questions, ...checker.facts].map(({ id }) => id).concat(Object.keys(checker.criteria));
  const outcomes = checker.outcomes.map(({ id }) => id);
  return [names, outcomes].flatMap((list) =>
    list
      .filter((name, at) => list.indexOf(name) !== at)
      .map((name): Mistake => {
        return { path: name, what: `"${name}" stands for two things.`, cure: 'Give one of them another id.' };
      }),
  );
}

function factMistakes(checker: CheckerDefinition): readonly Mistake[] {
  return checker.facts.flatMap((fact, at) => {
    const before = [...checker.questions, ...checker.facts.slice(0, at)].map(({ id }) => id);
    const from = 'councilOf' in fact ? [fact.councilOf] : fact.from.filter((name) => !/^[\d.-]+$/.test(name));
    const takes = 'compute' in fact ? COMPUTATIONS[fact.compute].takes : 1;
    const given = 'compute' in fact ? fact.from.length : 1;
    return [
      ...from
        .filter((name) => !before.includes(name))
        .map((name): Mistake => {
          return {
            path: `facts.${at}`,
            what: `"${name}" is not a question or an earlier fact.`,
            cure: `Use one of: ${before.join(', ')}.`,
          };
        }),
      ...(takes === given
        ? []
        : [{ path: `facts.${at}.from`, what: `It takes ${takes} values, not ${given}.`, cure: 'Add or remove some.' }]),
    ];
  });
}

/** Names of criteria, notes, steps and facts that do not exist, and those that nothing uses. */
function nameMistakes(checker: CheckerDefinition): readonly Mistake[] {
  const used = new Set<string>();
  const check = (path: string, names: readonly string[], of: readonly string[], kind: string): Mistake[] =>
    names.flatMap((name) => {
      used.add(`${kind} ${name}`);
      return of.includes(name)
        ? []
        : [{ path, what: `"${name}" is not a ${kind}.`, cure: `Use one of: ${of.join(', ')}.` }];
    });
  const criteria = Object.keys(checker.criteria);
  const steps = Object.keys(checker.steps);
  const missing = [
    ...check('next', checker.next, steps, 'step'),
    ...checker.outcomes.flatMap((outcome, at) => [
      ...(['needs', 'wants', 'ruledOutBy', 'maybeIf'] as const).flatMap((list) =>
        check(`outcomes.${at}.${list}`, outcome[list], criteria, 'criterion'),
      ),
      ...check(`outcomes.${at}.notes`, outcome.notes, Object.keys(checker.notes), 'note'),
      ...Object.entries(outcome.next).flatMap(([result, ids]) =>
        check(`outcomes.${at}.next.${result}`, ids, steps, 'step'),
      ),
    ]),
  ];
  const idle = [
    ...steps.filter((name) => !used.has(`step ${name}`)).map((name) => `steps.${name}`),
    ...Object.keys(checker.notes)
      .filter((name) => !used.has(`note ${name}`))
      .map((name) => `notes.${name}`),
  ].map((path): Mistake => ({ path, what: 'Nothing leads to it.', cure: 'Name it in an outcome, or remove it.' }));
  return [...missing, ...idle];
}

/** A "no", and a checker for which nothing fits, must name two steps that hold whatever the answers. */
function deadEnds(checker: CheckerDefinition): readonly Mistake[] {
  const firm = (ids: readonly string[]) => ids.filter((id) => checker.steps[id] && !checker.steps[id].when).length;
  const few = (path: string, ids: readonly string[]): Mistake[] =>
    firm(ids) >= 2
      ? []
      : [
          {
            path,
            what: 'It can end here with fewer than two steps to go on with.',
            cure: 'Name two steps without a condition.',
          },
        ];
  return [
    ...few('next', checker.next),
    ...checker.outcomes.flatMap(({ next }, at) => (next.no ? few(`outcomes.${at}.next.no`, next.no) : [])),
  ];
}

/** Everything that a checker shows and a text has no words for, and words for things that are not there. */
export function missingWords(
  checker: CheckerDefinition,
  text: CheckerText,
  results: ReadonlyMap<string, readonly Result[]>,
): readonly Mistake[] {
  const asked = checker.questions.filter(({ hidden }) => !hidden);
  const shown = new Set(
    checker.outcomes.flatMap((one) => [...one.needs, ...one.wants, ...one.ruledOutBy, ...one.maybeIf]),
  );
  const pairs = (section: keyof CheckerText, wanted: readonly string[]): Mistake[] => {
    const has = Object.keys(text[section]);
    return [
      ...wanted
        .filter((id) => !has.includes(id))
        .map((id): Mistake => {
          return { path: `${section}.${id}`, what: 'There are no words for it.', cure: 'Add them.' };
        }),
      ...has
        .filter((id) => !wanted.includes(id))
        .map((id): Mistake => {
          return {
            path: `${section}.${id}`,
            what: 'The checker has no such thing.',
            cure: 'Correct the id, or remove the words.',
          };
        }),
    ];
  };
  return [
    ...pairs(
      'questions',
      asked.map(({ id }) => id),
    ),
    ...pairs('criteria', [...shown]),
    ...pairs(
      'outcomes',
      checker.outcomes.map(({ id }) => id),
    ),
    ...pairs('notes', Object.keys(checker.notes)),
    ...pairs('steps', Object.keys(checker.steps)),
    ...asked.flatMap((question) => {
      const words = text.questions[question.id]?.options ?? {};
      return (optionsOf(question) ?? [])
        .filter((option) => !(option in words))
        .map(
          (option): Mistake => ({
            path: `questions.${question.id}.options.${option}`,
            what: 'There are no words for it.',
            cure: 'Add them.',
          }),
        );
    }),
    ...[...results].flatMap(([outcome, possible]) =>
      possible
        .filter((result) => text.outcomes[outcome] && !text.outcomes[outcome][result])
        .map(
          (result): Mistake => ({
            path: `outcomes.${outcome}.${result}`,
            what: 'The result has no words.',
            cure: 'Add them.',
          }),
        ),
    ),
  ];
}
