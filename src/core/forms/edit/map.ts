import type { Answers, Criterion } from '../../criteria/criterion.ts';
import type { FormDefinition, FormPage } from '../definition.ts';
import { type Search, searchIn } from '../paths/search.ts';
import { recipientOf, relevantPages } from '../relevance.ts';

/** The ways through a form, to be drawn, and to be read as a list. */
export interface PathMap {
  /** In the order of the form: the start, its pages, its ends. */
  readonly nodes: readonly MapNode[];
  readonly arrows: readonly MapArrow[];
}

export interface MapNode {
  /** `start`, `page:<id>`, `sent:<recipient>`. */
  readonly id: string;
  readonly what: 'start' | 'page' | 'advice' | 'exit' | 'sent';
  readonly page?: string;
  readonly recipient?: string;
  /** How many questions it asks at most. */
  readonly questions: number;
  /** For whom it is; left out: for everybody who comes this far. */
  readonly when?: Criterion;
}

export interface MapArrow {
  readonly from: string;
  readonly to: string;
  /** When this way is taken; left out: always, or when none of the others is. */
  readonly when?: Criterion;
  /** Taken by those for whom none of the ways before it from the same place is. */
  readonly otherwise?: true;
}

const nodeOf = ({ id }: FormPage) => `page:${id}`;

/**
 * The ways through a form: from each page to those that may come next, and to whom it is sent at the end. Ways that no
 * answers take are left out. Conditions have to make sense: for a form under way, take the `sound` one of sound.ts.
 */
export function pathMap(form: FormDefinition): PathMap {
  const { pages, routes } = form;
  const recipients = [...new Set(routes.map(({ recipient }) => recipient))];
  const nodes: MapNode[] = [
    { id: 'start', what: 'start', questions: 0 },
    ...pages.map((page): MapNode => {
      const when = entryOf(page);
      const what = page.exit ? 'exit' : page.questions.length > 0 ? 'page' : 'advice';
      return { id: nodeOf(page), what, page: page.id, questions: page.questions.length, ...(when ? { when } : {}) };
    }),
    ...recipients.map((recipient): MapNode => ({ id: `sent:${recipient}`, what: 'sent', recipient, questions: 0 })),
  ];
  const search = searchIn(form);
  const arrows = [-1, ...pages.keys()].flatMap((at) => (pages[at]?.exit ? [] : arrowsFrom(form, at, search)));
  return { nodes, arrows };
}

/** Pages looked at for what may come next, until one that everybody sees: a map of more could not be read. */
const MOST_WAYS = 15;

interface Way {
  readonly to: string;
  readonly when?: Criterion;
  /** The conditions of the ways before it: whoever meets one takes that. */
  readonly unmet: readonly Criterion[];
  readonly isTaken: (answers: Answers) => boolean;
}

function arrowsFrom(form: FormDefinition, at: number, search: Search): readonly MapArrow[] {
  const page = form.pages[at];
  const own = page && entryOf(page);
  const taken = waysFrom(form, at).filter(
    ({ when, unmet, isTaken }) => search({ met: [own, when], unmet, is: isTaken }) !== 'no',
  );
  return taken.map(({ to, when }, place) => ({
    from: page ? nodeOf(page) : 'start',
    to,
    ...(when ? { when } : place > 0 ? { otherwise: true as const } : {}),
  }));
}

/** The next page without a condition ends the choice of ways; where there is none, the recipients do. */
function waysFrom(form: FormDefinition, at: number): readonly Way[] {
  const { pages, routes } = form;
  const from = pages[at];
  /** What comes right after the page for these answers: another, the end, or nothing, where the page itself is not seen. */
  const next = (answers: Answers): string | undefined => {
    const route = relevantPages(form, answers).map(({ page }) => page);
    const here = from ? route.indexOf(from) : -1;
    return from && here === -1 ? undefined : (route[here + 1]?.id ?? END);
  };
  const ways: Way[] = [];
  const unmet: Criterion[] = [];
  for (const page of pages.slice(at + 1)) {
    const when = entryOf(page);
    if (when && ways.length >= MOST_WAYS) continue;
    const isTaken = (answers: Answers) => next(answers) === page.id;
    ways.push({ to: nodeOf(page), unmet: [...unmet], isTaken, ...(when ? { when } : {}) });
    if (!when) return ways;
    unmet.push(when);
  }
  const ends = routes.map(({ recipient, when }): Way => {
    const isTaken = (answers: Answers) => next(answers) === END && recipientOf(form, answers) === recipient;
    return { to: `sent:${recipient}`, unmet: [...unmet], isTaken, ...(when ? { when } : {}) };
  });
  return [...ways, ...ends];
}

const END = ' end';

/** Who sees a page: also nobody for whom none of its questions is. */
function entryOf({ when, questions }: FormPage): Criterion | undefined {
  const own = questions.flatMap((question) => question.when ?? []);
  if (own.length === 0 || own.length < questions.length) return when;
  const some: Criterion = own.length === 1 && own[0] ? own[0] : { any: own };
  return when ? { all: [when, some] } : some;
}
