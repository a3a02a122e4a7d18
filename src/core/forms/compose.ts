import type { Criterion } from '../criteria/criterion.ts';
import { nearestName } from '../nearest-name.ts';
import { bad, good, type Outcome } from '../outcome.ts';
import type { FormDefinition, FormPage } from './definition.ts';
import { type FormFault, FormFaultFound } from './fault.ts';
import { faultIn } from './faults.ts';
import {
  type FormContent,
  NO_CONTENT,
  type Offered,
  offeredBy,
  withLinksFrom,
  withOptionsFrom,
} from './from-content.ts';
import type { FormSource, GroupSource, SourcePage, SourceQuestion, UsePage } from './parse-form.ts';
import { nth, unroll } from './unroll.ts';

type Groups = ReadonlyMap<string, GroupSource>;

/** A form put together, and what its words have to know about how that was done. */
export interface Composed {
  readonly definition: FormDefinition;
  /** Pages and questions that repeat, by id: whose words they take, and their number. */
  readonly copies: ReadonlyMap<string, { readonly of: string; readonly number: number }>;
  /** What a question's options, and a page's last links, name: things of the content. */
  readonly offered: ReadonlyMap<string, readonly Offered[]>;
}

/**
 * Puts the shared groups into a form, unrolls what repeats, takes options and links from the content, and checks it
 * as a whole. What comes of it is plain: nobody who runs a form knows how it was written.
 */
export function composeForm(
  source: FormSource,
  groups: Groups,
  content: FormContent = NO_CONTENT,
): Outcome<Composed, FormFault> {
  const composed = assembleForm(source, groups, content);
  if (!composed.ok) return composed;
  const fault = faultIn(composed.value.definition);
  return fault ? bad(fault) : composed;
}

/** The same without the check of the whole: what an author is still at work on. */
export function assembleForm(
  source: FormSource,
  groups: Groups,
  content: FormContent = NO_CONTENT,
): Outcome<Composed, FormFault> {
  try {
    return good(putTogether(source, groups, content));
  } catch (error) {
    if (error instanceof FormFaultFound) return bad(error.fault);
    throw error;
  }
}

function putTogether(source: FormSource, groups: Groups, content: FormContent): Composed {
  const copies = new Map<string, { of: string; number: number }>();
  const offered = new Map<string, readonly Offered[]>();
  const pages: FormPage[] = [];

  const taken = source.pages.flatMap((page) => takePages(page, groups).map((one) => ({ one, from: page })));
  // Who fills it in for somebody else must not find their own name in that person's boxes.
  const isForAnother = taken.some(({ from }) => isReferrer(from));
  const asked = taken.map(({ one, from }) => (isForAnother && !isReferrer(from) ? withoutAutocomplete(one) : one));

  for (const { page, of, number } of asked.flatMap(unroll)) {
    if (of !== undefined && number !== undefined) {
      copies.set(page.id, { of, number });
      for (const { id } of page.questions) copies.set(id, { of: number === 1 ? id : baseOf(id, number), number });
    }
    for (const question of page.questions) offered.set(question.id, offeredBy(question, content));
    const questions = page.questions.map((question) => withOptionsFrom(question, content));
    const before = pages.flatMap((one) => one.questions);
    const linked = withLinksFrom({ ...page, questions: [] }, before, source.system, content);
    if (!linked) continue;
    offered.set(linksOf(page.id), linked.linked);
    pages.push({ ...linked.page, questions });
  }
  return { definition: { ...source, pages } as FormDefinition, copies, offered };
}

const isReferrer = (page: SourcePage | UsePage) => 'use' in page && page.use === 'referrer';

function withoutAutocomplete(page: SourcePage): SourcePage {
  const questions = page.questions.map(({ autocomplete: _, ...question }) => question as SourceQuestion);
  return { ...page, questions };
}

/** Under which name the things that a page links to are kept. */
export const linksOf = (page: string) => `links of ${page}`;

const baseOf = (id: string, number: number) => id.slice(0, id.length - nth('', number).length);

function takePages(page: SourcePage | UsePage, groups: Groups): readonly SourcePage[] {
  if (!('use' in page)) return [page];
  const group = groups.get(page.use);
  if (!group) {
    const near = nearestName(page.use, [...groups.keys()]);
    throw new FormFaultFound(
      `pages: use "${page.use}"`,
      `There is no such group in forms/shared.${near ? ` The nearest name is "${near}".` : ''}`,
      'Correct the name, or add the group.',
    );
  }
  const known = group.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  const unknown = [...(page.only ?? []), ...Object.keys(page.with ?? {})].find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw new FormFaultFound(
      `pages: use "${page.use}"`,
      `The group does not ask "${unknown}". The nearest name is "${nearestName(unknown, known) ?? ''}".`,
      'Correct the name.',
    );
  }
  return group.pages.flatMap((shared) => takePage(shared, page));
}

function takePage(shared: SourcePage, use: UsePage): readonly SourcePage[] {
  const wanted = shared.questions.filter(({ id }) => !use.only || use.only.includes(id));
  if (wanted.length === 0 && shared.questions.length > 0) return [];
  const questions = wanted.map((question) => changed(question, use.with?.[question.id]));
  const when = both(use.when, shared.when);
  return [{ ...shared, questions, ...(when ? { when } : {}) }];
}

/** A question of a group as one form changes it: options of the form's own take the place of others, wherever from. */
function changed(question: SourceQuestion, change: NonNullable<UsePage['with']>[string] | undefined): SourceQuestion {
  if (!change) return question;
  const {
    options: _,
    optionsFrom: __,
    where: ___,
    also: ____,
    ...rest
  } = question as SourceQuestion & {
    options?: readonly string[];
  };
  return { ...(change.options || change.optionsFrom ? rest : question), ...change } as SourceQuestion;
}

function both(first: Criterion | undefined, second: Criterion | undefined): Criterion | undefined {
  return first && second ? { all: [first, second] } : (first ?? second);
}

/** The groups a form uses, in order. */
export function groupsOf(source: FormSource): readonly string[] {
  return source.pages.flatMap((page) => ('use' in page ? [page.use] : []));
}
