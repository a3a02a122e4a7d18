import { canonicalJson, type Json } from '../../canonical-json.ts';
import type { FormDefinition, FormPage, Question } from '../definition.ts';
import type { Params, Place } from './finding.ts';
import { movedIn } from './moved.ts';
import { reworded } from './reworded.ts';
import { type Labels, labelsOf, type Version } from './version.ts';

/** One thing that is not the same in two versions of a form. Its words are the catalogue's, by its code. */
export interface Difference {
  readonly code: DifferenceCode;
  readonly at: Place;
  readonly params: Params;
  /** Of a condition: as it was and as it is. Without one everybody is meant. */
  readonly when?: { readonly was: Condition; readonly now: Condition };
}

type Condition = FormPage['when'];

/** In brackets: the `params`. Each has `label`: the title, label or words of the thing, or its id. */
export type DifferenceCode =
  | 'added'
  | 'removed'
  /** (page) A question to another page, by its title. */
  | 'movedTo'
  /** Among its own. */
  | 'moved'
  /** (language, key, was, now) In the language it is written in. */
  | 'reworded'
  /** (language, key, was, now) In another. */
  | 'translated'
  | 'conditionAdded'
  | 'conditionRemoved'
  | 'conditionChanged'
  /** (was, now) */
  | 'kindChanged'
  | 'requiredNow'
  | 'optionalNow'
  /** (fact, was, now) */
  | 'factChanged'
  | 'languageAdded'
  | 'languageRemoved';

/** What changed from one version to another: the form, its pages and questions in their order, its words. Alike: nothing. */
export function compareVersions(before: Version, now: Version, sourceLanguage = 'en'): readonly Difference[] {
  const labels = labelsOf([now, before], sourceLanguage);
  return [
    ...ofFacts({ what: 'form' }, before.definition, now.definition, FORM_FACTS, labels.title),
    ...ofRoutes(before, now, labels),
    ...ofPages(before, now, labels),
    ...ofQuestions(before, now, labels),
    ...reworded(before, now, sourceLanguage, labels),
  ];
}

const FORM_FACTS = ['system', 'kind', 'audience', 'promise', 'privacyNotice', 'crisisPanel', 'layout', 'monitoring'];
const PAGE_FACTS = ['exit'];
const QUESTION_FACTS = ['maxLength', 'least', 'most', 'parts', 'notBefore', 'notAfter', 'autocomplete'];

function ofRoutes(before: Version, now: Version, labels: Labels): readonly Difference[] {
  // A recipient may have several routes: the nth is compared with the nth.
  const routesOf = ({ definition: { routes } }: Version) =>
    routes.map((one, at) => {
      const place = routes.slice(0, at).filter(({ recipient }) => recipient === one.recipient).length;
      return { id: `${one.recipient} ${place}`, one };
    });
  return ofList({
    before: routesOf(before),
    now: routesOf(now),
    at: (_, place) => ({ what: 'route', route: place }),
    label: (id) => labels.recipient(id.split(' ')[0] ?? id),
    inside: (was, is, at, label) => [
      ...ofCondition(at, was.when, is.when, label),
      ...ofFacts(at, was, is, ['promise'], label),
    ],
  });
}

function ofPages(before: Version, now: Version, labels: Labels): readonly Difference[] {
  const pagesOf = ({ definition }: Version) => definition.pages.map((one) => ({ id: one.id, one }));
  return ofList<FormPage>({
    before: pagesOf(before),
    now: pagesOf(now),
    at: (id) => ({ what: 'page', id }),
    label: labels.page,
    inside: (was, is, at, label) => [
      ...ofCondition(at, was.when, is.when, label),
      ...ofFacts(at, was, is, PAGE_FACTS, label),
      ...ofLinks(was, is, at, label),
    ],
  });
}

function ofLinks(
  { links: was = [] }: FormPage,
  { links: is = [] }: FormPage,
  at: Place,
  label: string,
): readonly Difference[] {
  const hrefs = (links: readonly { readonly href: string }[]) => links.map(({ href }) => href);
  if (sameJson(was, is)) return [];
  return [{ code: 'factChanged', at, params: { label, fact: 'links', was: hrefs(was), now: hrefs(is) } }];
}

function ofQuestions(before: Version, now: Version, labels: Labels): readonly Difference[] {
  const questionsOf = ({ definition }: Version) =>
    definition.pages.flatMap((page) => page.questions.map((one) => ({ id: one.id, one, page: page.id })));
  const [old, fresh] = [questionsOf(before), questionsOf(now)];
  const wasOn = new Map(old.map(({ id, page }) => [id, page]));
  const label = labels.question;
  const elsewhere = fresh.filter(({ id, page }) => wasOn.has(id) && wasOn.get(id) !== page);
  const changed = ofList<Question>({
    before: old,
    now: fresh,
    at: (id) => ({ what: 'question', id }),
    label,
    inside: (was, is, at, name) => ofQuestion(was, is, at, name, labels),
    moved: movedOnTheirPages(before.definition, now.definition),
  });
  return [
    ...elsewhere.map(
      ({ id, page }): Difference => ({
        code: 'movedTo',
        at: { what: 'question', id },
        params: { label: label(id), page: labels.page(page) },
      }),
    ),
    ...changed,
  ];
}

/** Where pages change places, their questions stay on them. */
function movedOnTheirPages(before: FormDefinition, now: FormDefinition): ReadonlySet<string> {
  const idsOf = (page: FormPage | undefined) => (page?.questions ?? []).map(({ id }) => id);
  const old = new Map(before.pages.map((page) => [page.id, new Set(idsOf(page))]));
  const moved = now.pages.flatMap((page) => {
    const [was, is] = [old.get(page.id) ?? new Set<string>(), new Set(idsOf(page))];
    return [
      ...movedIn(
        [...was].filter((id) => is.has(id)),
        [...is].filter((id) => was.has(id)),
      ),
    ];
  });
  return new Set(moved);
}

function ofQuestion(was: Question, is: Question, at: Place, label: string, labels: Labels): readonly Difference[] {
  const required =
    (was.required ?? false) === (is.required ?? false)
      ? []
      : [{ code: is.required ? 'requiredNow' : 'optionalNow', at, params: { label } } as const];
  const kind =
    was.kind === is.kind ? [] : [{ code: 'kindChanged', at, params: { label, was: was.kind, now: is.kind } } as const];
  const optionsOf = (question: Question) =>
    ('options' in question ? question.options : []).map((id) => ({ id, one: id }));
  const options = ofList<string>({
    before: optionsOf(was),
    now: optionsOf(is),
    at: (id) => ({ what: 'option', id, question: is.id }),
    label: (id) => labels.option(is.id, id),
    inside: () => [],
  });
  return [
    ...kind,
    ...required,
    ...ofCondition(at, was.when, is.when, label),
    ...ofFacts(at, was, is, QUESTION_FACTS, label),
    ...options,
  ];
}

interface Lists<One> {
  readonly before: readonly { readonly id: string; readonly one: One }[];
  readonly now: readonly { readonly id: string; readonly one: One }[];
  readonly at: (id: string, place: number) => Place;
  readonly label: (id: string) => string;
  readonly inside: (was: One, is: One, at: Place, label: string) => readonly Difference[];
  /** Left out: found by the order of the two lists. */
  readonly moved?: ReadonlySet<string>;
}

/** What came, went, and changed its place among the others; and what changed inside. */
function ofList<One>({ before, now, at, label, inside, ...given }: Lists<One>): readonly Difference[] {
  const old = new Map(before.map(({ id, one }) => [id, one]));
  const fresh = new Set(now.map(({ id }) => id));
  const moved =
    given.moved ??
    movedIn(
      before.map(({ id }) => id).filter((id) => fresh.has(id)),
      now.map(({ id }) => id).filter((id) => old.has(id)),
    );
  return [
    ...now.flatMap(({ id, one }, place): readonly Difference[] => {
      const params = { label: label(id) };
      const was = old.get(id);
      if (was === undefined) return [{ code: 'added', at: at(id, place), params }];
      const changed = inside(was, one, at(id, place), params.label);
      return moved.has(id) ? [{ code: 'moved', at: at(id, place), params }, ...changed] : changed;
    }),
    ...before.flatMap(({ id }, place): readonly Difference[] =>
      fresh.has(id) ? [] : [{ code: 'removed', at: at(id, place), params: { label: label(id) } }],
    ),
  ];
}

function ofCondition(at: Place, was: Condition, is: Condition, label: string): readonly Difference[] {
  if (sameJson(was, is)) return [];
  const code = was ? (is ? 'conditionChanged' : 'conditionRemoved') : 'conditionAdded';
  return [{ code, at, params: { label }, when: { was, now: is } }];
}

function ofFacts(
  at: Place,
  before: object,
  now: object,
  names: readonly string[],
  label: string,
): readonly Difference[] {
  const [was, is] = [before, now] as readonly { readonly [name: string]: unknown }[];
  return names.flatMap((fact): readonly Difference[] => {
    const [old, fresh] = [was?.[fact], is?.[fact]];
    if (old === fresh) return [];
    return [{ code: 'factChanged', at, params: { label, fact, was: String(old ?? ''), now: String(fresh ?? '') } }];
  });
}

const sameJson = (a: unknown, b: unknown) => textOf(a) === textOf(b);
const textOf = (value: unknown) =>
  value === undefined ? '' : canonicalJson(JSON.parse(JSON.stringify(value)) as Json);
