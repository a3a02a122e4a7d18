import type { Answer, Answers } from '../criteria/criterion.ts';
import { judge } from '../criteria/judge.ts';
import type { FormDefinition, FormPage, Promised, Question } from './definition.ts';

/** A page on the route, with the questions on it that apply. */
export interface RelevantPage {
  readonly page: FormPage;
  readonly questions: readonly Question[];
}

/** Which links of a page lead somewhere for these answers, by place. */
export function relevantLinks(form: FormDefinition, answers: Answers, page: FormPage): readonly boolean[] {
  const { facts } = walk(form, answers);
  return (page.links ?? []).map(({ when }) => !when || judge(when, facts) === 'yes');
}

interface Route {
  readonly pages: readonly RelevantPage[];
  readonly answers: Answers;
  /** The answers as conditions see them: a list that was shown and left empty is known to be empty. */
  readonly facts: Answers;
}

/**
 * Walks the form once. A condition sees only answers that themselves apply,
 * so that an answer left behind on a page off the route opens nothing. An exit page ends the route.
 */
function walk(form: FormDefinition, answers: Answers): Route {
  const kept: Record<string, Answer> = {};
  const facts: Record<string, Answer> = {};
  const pages: RelevantPage[] = [];

  for (const page of form.pages) {
    if (page.when && judge(page.when, facts) !== 'yes') continue;
    const questions: Question[] = [];
    for (const question of page.questions) {
      if (question.when && judge(question.when, facts) !== 'yes') continue;
      questions.push(question);
      const answer = answers[question.id];
      if (answer !== undefined && answer.length > 0) {
        kept[question.id] = answer;
        facts[question.id] = answer;
      } else if (question.kind === 'some-of') {
        facts[question.id] = [];
      }
    }
    if (questions.length > 0 || page.questions.length === 0) pages.push({ page, questions });
    if (page.exit) break;
  }
  return { pages, answers: kept, facts };
}

/** The pages on the route through the form, given what is answered so far. */
export function relevantPages(form: FormDefinition, answers: Answers): readonly RelevantPage[] {
  return walk(form, answers).pages;
}

/** The page on which this route stops, if it does: then there is nothing to send. */
export function exitOf(form: FormDefinition, answers: Answers): FormPage | undefined {
  const last = walk(form, answers).pages.at(-1)?.page;
  return last?.exit ? last : undefined;
}

/** The answers that apply. Everything else is kept in the draft and never sent. */
export function relevantAnswers(form: FormDefinition, answers: Answers): Answers {
  return walk(form, answers).answers;
}

/** What a receiving service promises those who send it this form. */
export function promiseOf(form: FormDefinition, recipient: string): Promised {
  return form.routes.find((route) => route.recipient === recipient)?.promise ?? form.promise;
}

/** Whether nobody can reply to these answers: no name and no way to reach the person is among them. */
export function isNameless(form: FormDefinition, answers: Answers): boolean {
  return form.namelessWhen !== undefined && judge(form.namelessWhen, walk(form, answers).facts) === 'yes';
}

/** Who receives the form: the first route whose criterion is met. */
export function recipientOf(form: FormDefinition, answers: Answers): string {
  const { facts } = walk(form, answers);
  const route = form.routes.find(({ when }) => !when || judge(when, facts) === 'yes');
  if (!route) throw new Error(`${form.id}: the last route must have no criterion`);
  return route.recipient;
}
