import type { Answers } from '../criteria/criterion.ts';
import type { FormDefinition } from './definition.ts';
import { exitOf, relevantPages } from './relevance.ts';

/** Where a person stands: a page of the form, or the check of all answers at its end. */
export type Step = { readonly at: 'page'; readonly page: string } | { readonly at: 'check' };

/** Where the route ends: at the check of all answers, or at an exit page. */
export function endOf(form: FormDefinition, answers: Answers): Step {
  const exit = exitOf(form, answers);
  return exit ? { at: 'page', page: exit.id } : { at: 'check' };
}

/** The step after a page, or the end of the route. A page off the route leads to the first one past it. */
export function stepAfter(form: FormDefinition, answers: Answers, pageId: string): Step {
  const order = form.pages.map(({ id }) => id);
  const later = relevantPages(form, answers).find(({ page }) => order.indexOf(page.id) > order.indexOf(pageId));
  return later ? { at: 'page', page: later.page.id } : endOf(form, answers);
}

/** The page before a page or before the check, or nothing at the start of the route. */
export function pageBefore(form: FormDefinition, answers: Answers, from: Step): string | undefined {
  const order = form.pages.map(({ id }) => id);
  const limit = from.at === 'check' ? order.length : order.indexOf(from.page);
  return relevantPages(form, answers).findLast(({ page }) => order.indexOf(page.id) < limit)?.page.id;
}

/** The first page on the route. */
export function firstPage(form: FormDefinition, answers: Answers): string {
  const first = relevantPages(form, answers)[0];
  if (!first) throw new Error(`${form.id} has no page that is always shown`);
  return first.page.id;
}
