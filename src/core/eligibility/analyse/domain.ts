import { type Answer, type Criterion, comparisonsIn } from '../../criteria/criterion.ts';
import { valuesThatMatter } from '../../criteria/values.ts';
import type { Postcode } from '../../directory/postcode.ts';
import type { CheckerDefinition, CheckerQuestion } from '../definition.ts';
import { sourcesOf } from '../in-questions.ts';
import type { Surroundings } from '../surroundings.ts';

/** Answers to try, by question: enough to bring about everything the rules tell apart. */
export interface Domain {
  readonly values: ReadonlyMap<string, readonly Answer[]>;
  readonly surroundings: Surroundings;
}

/** Where arithmetic stands between an answer and a criterion, a few values far enough apart bring about both results. */
const TRIALS: { readonly [kind in CheckerQuestion['kind']]?: readonly string[] } = {
  money: ['10.00', '12.50', '30.00'],
  decimal: ['0', '4', '20', '30'],
  'whole-number': ['0', '1', '3'],
  date: ['2000-01-01', '2025-12-20', '2026-06-01'],
};
const TODAY = '2026-06-01';

/** The answers worth trying for a checker. Postcodes are invented ones, an outcode for each council that is named. */
export function domainOf(checker: CheckerDefinition): Domain {
  const mattering = valuesThatMatter(criteriaOf(checker));
  const computed = new Set(checker.facts.flatMap(({ id }) => sourcesOf(checker, id)));
  const councils = checker.facts
    .filter((fact) => 'councilOf' in fact)
    .flatMap(({ id }) => (mattering.get(id) ?? []).map(String));
  const postcodes = councils.map((_, at) => `ZZ${at + 1} 1AA` as Postcode);
  const values = checker.questions.map((question): [string, readonly Answer[]] => {
    const named = mattering.get(question.id) ?? [];
    const trials = computed.has(question.id) ? (TRIALS[question.kind] ?? []) : [];
    const all = question.kind === 'postcode' ? postcodes : [...named, ...trials];
    return [question.id, takenBy(question, all.length > 0 ? all : (TRIALS[question.kind] ?? []))];
  });
  const councilOf = (postcode: Postcode) => councils[postcodes.indexOf(postcode)];
  return { values: new Map(values), surroundings: { today: TODAY, councilOf } };
}

/** Only answers that the question takes: "any other option" becomes one there is. */
function takenBy(question: CheckerQuestion, values: readonly Answer[]): readonly Answer[] {
  if ('options' in question) {
    const isOption = (value: string) => question.options.includes(value);
    const named = new Set(values.flat());
    const other = question.options.find((option) => !named.has(option));
    if (question.kind === 'one-of') return [...values.flat().filter(isOption), ...(other ? [other] : [])];
    const lists = values.map((value) => (typeof value === 'string' ? [value] : value.filter(isOption)));
    return unique([...lists, [], question.options, ...(other ? [[other]] : [])]);
  }
  if ('least' in question)
    return values.filter((value) => Number(value) >= question.least && Number(value) <= question.most);
  return values;
}

function unique(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join(), list])).values()];
}

/** Every criterion written in a checker, conditions and all. */
export function criteriaOf(checker: CheckerDefinition): readonly Criterion[] {
  return [
    ...Object.values(checker.criteria),
    ...checker.questions.flatMap(({ when }) => when ?? []),
    ...Object.values(checker.notes).filter((when) => when !== 'always'),
    ...Object.values(checker.steps).flatMap(({ when }) => when ?? []),
    ...checker.parts
      .flatMap(({ when, set }) => [when, ...set.map((one) => ('when' in one ? one.when : undefined))])
      .filter((one) => one !== undefined),
  ];
}

/** The questions that some criteria stand on, with those their conditions ask for, in the checker's order. */
export function questionsFor(checker: CheckerDefinition, criteria: readonly Criterion[]): readonly CheckerQuestion[] {
  const wanted = new Set<string>();
  const add = (name: string): void => {
    for (const source of sourcesOf(checker, name)) {
      if (wanted.has(source)) continue;
      wanted.add(source);
      const when = checker.questions.find(({ id }) => id === source)?.when;
      if (when) for (const { question } of comparisonsIn(when)) add(question);
    }
  };
  for (const { question } of criteria.flatMap(comparisonsIn)) add(question);
  return checker.questions.filter(({ id }) => wanted.has(id));
}
