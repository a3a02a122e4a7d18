import type { Answers, Criterion } from '../../criteria/criterion.ts';
import type { FormDefinition, FormPage, Question } from '../definition.ts';
import { exitOf, type RelevantPage, relevantPages } from '../relevance.ts';
import { type Reached, searchIn } from './search.ts';

/** What answers can lead to in a form. */
export interface Reach {
  /** A page with at least one of its questions, or with none to ask. */
  readonly page: (page: FormPage) => Reached;
  readonly question: (page: FormPage, question: Question) => Reached;
  /** The route at a place. */
  readonly route: (place: number) => Reached;
  /** Sending: a way that ends in no exit. */
  readonly end: () => Reached;
  /** Whether some criteria can hold together, wherever they stand. */
  readonly together: (criteria: readonly Criterion[]) => Reached;
}

/** The form's conditions ask only about questions before them (faults.ts). */
export function reachOf(form: FormDefinition): Reach {
  const search = searchIn(form);
  const exits = form.pages.flatMap(({ exit, when }, place) => (exit && when ? [{ place, when }] : []));
  const places = new Map(form.pages.map((page, place) => [page, place]));

  const onRoute = (page: FormPage, met: readonly (Criterion | undefined)[], is: (one: RelevantPage) => boolean) => {
    const shows = (answers: Answers) => relevantPages(form, answers).some((one) => one.page.id === page.id && is(one));
    // Coming past an exit may take answers that the page itself does not ask for.
    const unmet = exits.filter(({ place }) => place < (places.get(page) ?? 0)).map(({ when }) => when);
    return search({ met, unmet, also: page.questions.map(({ when }) => when), is: shows });
  };

  return {
    page: (page) => onRoute(page, [page.when], () => true),
    question: (page, { id, when }) =>
      onRoute(page, [page.when, when], ({ questions }) => questions.some((one) => one.id === id)),
    route: (place) => {
      const before = form.routes.slice(0, place).map(({ when }) => when);
      // A route without a condition takes everybody who comes to it.
      if (before.includes(undefined)) return 'no';
      return search({ met: [form.routes[place]?.when], unmet: before, is: () => true });
    },
    end: () => search({ met: [], unmet: exits.map(({ when }) => when), is: (answers) => !exitOf(form, answers) }),
    together: (criteria) => search({ met: criteria, is: () => true }),
  };
}
