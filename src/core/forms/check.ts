import type { Answers } from '../criteria/criterion.ts';
import type { FormDefinition } from './definition.ts';
import { relevantPages } from './relevance.ts';
import { type Problem, problemsIn } from './tree.ts';

export type { Problem } from './tree.ts';

/** The problems of every answer that applies, at most one a question, in the order of the form. */
export function check(form: FormDefinition, answers: Answers): Promise<readonly Problem[]> {
  return problemsIn(
    relevantPages(form, answers).flatMap(({ questions }) => questions),
    answers,
  );
}

/** The problems on one page: what "Continue" looks at. */
export function checkPage(form: FormDefinition, answers: Answers, pageId: string): Promise<readonly Problem[]> {
  const here = relevantPages(form, answers).find(({ page }) => page.id === pageId);
  return problemsIn(here?.questions ?? [], answers);
}
