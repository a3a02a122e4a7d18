import { type Answer, type Answers, type Criterion, questionsIn } from '../../criteria/criterion.ts';
import { ANOTHER, valuesThatMatter } from '../../criteria/values.ts';
import type { FormDefinition, FormPage, Question } from '../definition.ts';

/** Finds the questions that decide whether some criteria can be met, those that decide about them included. */
export type Behind = (criteria: readonly (Criterion | undefined)[]) => readonly Question[];

/** The same for one form, to be asked often. */
export function behindIn(form: FormDefinition): Behind {
  const questions = form.pages.flatMap((page) => page.questions.map((question) => ({ page, question })));
  const places = new Map(questions.map(({ page, question }, place) => [question.id, { page, question, place }]));
  return (criteria) => {
    const behind = new Map<string, { readonly question: Question; readonly page: FormPage; readonly place: number }>();
    const open = criteria.flatMap((criterion) => (criterion ? questionsIn(criterion) : []));
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (behind.has(id)) continue;
      const found = places.get(id);
      if (!found) throw new Error(`${form.id}: a condition asks about "${id}", which is no question`);
      behind.set(id, found);
      for (const when of [found.page.when, found.question.when]) open.push(...(when ? questionsIn(when) : []));
    }
    return [...behind.values()].sort((a, b) => a.place - b.place).map(({ question }) => question);
  };
}

/** The questions that decide whether a criterion can be met, those that decide about them included. */
export function questionsBehind(
  form: FormDefinition,
  criteria: readonly (Criterion | undefined)[],
): readonly Question[] {
  return behindIn(form)(criteria);
}

/**
 * Every combination of answers to some questions that can make a difference: each option that a condition names and
 * one that none does, none and all of a list, each side of a limit, and no answer.
 */
export function combinations(form: FormDefinition, questions: readonly Question[]): readonly Answers[] {
  const values = valuesIn(form);
  return questions.reduce<readonly Answers[]>(
    (some, question) => {
      const answers = possible(question, values.get(question.id) ?? []);
      return some.flatMap((one) => [one, ...answers.map((answer) => ({ ...one, [question.id]: answer }))]);
    },
    [{}],
  );
}

/** For each question that a condition asks about, the answers that make a difference to one. */
export function valuesIn({ routes, pages }: FormDefinition): ReadonlyMap<string, readonly Answer[]> {
  const all = [...routes, ...pages, ...pages.flatMap(({ questions, links = [] }) => [...questions, ...links])];
  return valuesThatMatter(all.flatMap(({ when }) => when ?? []));
}

/** The answers of the form's own page: "another" becomes an option that no condition names. */
export function possible(question: Question, values: readonly Answer[]): readonly Answer[] {
  if (question.kind === 'tick') return ['yes'];
  if (question.kind === 'whole-number') {
    const { least, most } = question;
    return [...new Set([least, most, ...values.map(Number)])].filter((n) => n >= least && n <= most).map(String);
  }
  if (!('options' in question)) return values.length > 0 ? values : ['something'];
  const named = new Set(values.flat());
  const others = question.options.filter((option) => !named.has(option));
  const real = (value: string): readonly string[] => {
    if (question.options.includes(value)) return [value];
    const place = value === ANOTHER ? 0 : Number(value.slice(ANOTHER.length + 1)) - 1;
    return others.slice(place, place + 1);
  };
  if (question.kind !== 'some-of') return values.length > 0 ? values.flatMap((value) => real(String(value))) : others;
  return values.map((value) => [value].flat().flatMap(real)).filter((ticks) => ticks.length > 0);
}
