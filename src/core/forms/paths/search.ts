import { type Answer, type Answers, type Criterion, questionsIn } from '../../criteria/criterion.ts';
import { judge } from '../../criteria/judge.ts';
import type { FormDefinition, Question } from '../definition.ts';
import { behindIn, possible, valuesIn } from './answers-that-matter.ts';

/** Whether any answers lead somewhere. `unknown`: too many conditions hang together to try all. */
export type Reached = 'yes' | 'no' | 'unknown';

/** What answers are looked for. */
export interface Sought {
  /** Criteria that they have to meet. */
  readonly met: readonly (Criterion | undefined)[];
  /** Criteria that they must not meet. */
  readonly unmet?: readonly (Criterion | undefined)[];
  /** Criteria whose questions play a part as well. */
  readonly also?: readonly (Criterion | undefined)[];
  /** The last check, of the answers as conditions see them. */
  readonly is: (answers: Answers) => boolean;
}

/** Whether there are such answers. */
export type Search = (sought: Sought) => Reached;

/** Answers tried before it counts as `unknown`. */
const MOST_TRIED = 4_000;

type Conditions = ReadonlyMap<string, readonly Criterion[]>;

/**
 * The search through one form, question by question, in its order: one that does not apply is passed over. The form's
 * conditions ask only about questions before them (faults.ts).
 */
export function searchIn(form: FormDefinition): Search {
  const values = valuesIn(form);
  const behind = behindIn(form);
  const conditions: Conditions = new Map(
    form.pages.flatMap((page) => page.questions.map((one) => [one.id, known([page.when, one.when])] as const)),
  );

  return ({ met, unmet = [], also = [], is }) => {
    const questions = behind([...met, ...unmet, ...also]);
    const wanted = byQuestion(withThoseBefore(known(met), conditions), questions);
    const refused = byQuestion(known(unmet), questions);
    const facts: Record<string, Answer> = {};
    let tried = 0;

    const mayGoOn = (place: number, { id }: Question) =>
      (wanted.get(id) ?? []).every(({ criterion, last }) => {
        const truth = judge(criterion, facts);
        return truth === 'yes' || (truth === 'unknown' && last > place);
      }) && (refused.get(id) ?? []).every(({ criterion }) => judge(criterion, facts) !== 'yes');

    const goOn = (place: number): Reached => {
      const question = questions[place];
      if (!question) return is(facts) ? 'yes' : 'no';
      const { id } = question;
      const applies = (conditions.get(id) ?? []).every((when) => judge(when, facts) === 'yes');
      let found: Reached = 'no';
      for (const answer of applies ? answersTo(question, values.get(id) ?? []) : [undefined]) {
        if (++tried > MOST_TRIED) return 'unknown';
        if (answer === undefined) delete facts[id];
        else facts[id] = answer;
        const reached = mayGoOn(place, question) ? goOn(place + 1) : 'no';
        if (reached === 'yes') return 'yes';
        if (reached === 'unknown') found = 'unknown';
      }
      delete facts[id];
      return found;
    };
    return goOn(0);
  };
}

const known = (criteria: readonly (Criterion | undefined)[]) => criteria.filter((one) => one !== undefined);

/** Nobody goes on from a required question without an answer. */
function answersTo(question: Question, values: readonly Answer[]): readonly (Answer | undefined)[] {
  const given = possible(question, values);
  if (question.required && given.length > 0) return given;
  return [...given, question.kind === 'some-of' ? [] : undefined];
}

/** The criteria, and the conditions of every question that has to be answered for them. */
function withThoseBefore(criteria: readonly Criterion[], conditions: Conditions): readonly Criterion[] {
  const all = new Set<Criterion>();
  const open = [...criteria];
  for (let one = open.pop(); one; one = open.pop()) {
    if (all.has(one)) continue;
    all.add(one);
    for (const id of answeredFor(one)) open.push(...(conditions.get(id) ?? []));
  }
  return [...all];
}

/** The questions without whose answers a criterion is not met. */
function answeredFor(criterion: Criterion): readonly string[] {
  if ('all' in criterion) return criterion.all.flatMap(answeredFor);
  return 'any' in criterion || 'not' in criterion ? [] : [criterion.question];
}

interface About {
  readonly criterion: Criterion;
  /** The place of the last question it asks about: after that, it is settled. */
  readonly last: number;
}

function byQuestion(criteria: readonly Criterion[], questions: readonly Question[]): ReadonlyMap<string, About[]> {
  const places = new Map(questions.map(({ id }, place) => [id, place]));
  const about = new Map<string, About[]>();
  for (const criterion of criteria) {
    const asked = new Set(questionsIn(criterion));
    const last = Math.max(...[...asked].map((id) => places.get(id) ?? 0));
    for (const id of asked) about.set(id, [...(about.get(id) ?? []), { criterion, last }]);
  }
  return about;
}
