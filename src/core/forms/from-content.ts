import type { Criterion } from '../criteria/criterion.ts';
import { nearestName } from '../nearest-name.ts';
import type { FormPage, PageLink, Question } from './definition.ts';
import { FormFaultFound, ofPage, ofQuestion } from './fault.ts';
import { KINDS } from './kinds/kinds.ts';
import type { SourcePage, SourceQuestion } from './parse-form.ts';

/** Kinds of content that a question may take its options from. */
export const CONTENT_KINDS = [
  'groups',
  'courses',
  'events',
  'services',
  'opportunities',
  'programmes',
  'localities',
  'support-areas',
] as const;
export type ContentKind = (typeof CONTENT_KINDS)[number];

/** A thing of the content, as far as a form may name it. */
export interface Offered {
  readonly id: string;
  readonly programme?: string;
  /** Its own sort, such as `district`. */
  readonly kind?: string;
  /** Where people meet. */
  readonly areas?: readonly string[];
  /** When people meet: days (`mon`) and parts of the week (`evening`). */
  readonly days?: readonly string[];
  /** Its name by language; English stands in for the others. */
  readonly name: { readonly [language: string]: string };
}

/** The content by kind, each in the order in which it is offered. */
export type FormContent = { readonly [kind in ContentKind]: readonly Offered[] };

export const NO_CONTENT = Object.fromEntries(CONTENT_KINDS.map((kind) => [kind, []])) as unknown as FormContent;

/** The name of a thing in a language. */
export function nameOf({ name, id }: Offered, language: string): string {
  return name[language] ?? name.en ?? id;
}

/** The things a question offers, and where its options come from no content: nothing. */
export function offeredBy(question: SourceQuestion, content: FormContent): readonly Offered[] {
  const { optionsFrom, where } = question;
  if (!optionsFrom) return [];
  const { programme, kind } = where ?? {};
  const programmes = content.programmes.map(({ id }) => id);
  if (programme !== undefined && !programmes.includes(programme)) {
    const near = nearestName(programme, programmes);
    throw new FormFaultFound(
      ofQuestion(question.id),
      `"${programme}" is not a programme.${near ? ` The nearest name is "${near}".` : ''}`,
      'Correct "where", or add the programme in content/programmes.',
    );
  }
  return content[optionsFrom].filter(
    (one) => (programme === undefined || one.programme === programme) && (kind === undefined || one.kind === kind),
  );
}

/** The question with options of its own, whatever they came from. */
export function withOptionsFrom(question: SourceQuestion, content: FormContent): Question {
  const { optionsFrom, where: _, also = [], ...rest } = question;
  const own = 'options' in rest ? rest.options : undefined;
  if (!optionsFrom) {
    if (own || !('options' in KINDS[question.kind].facts)) return rest as Question;
    throw new FormFaultFound(
      ofQuestion(question.id),
      'It has nothing to choose from.',
      'Give it "options", or "optionsFrom" with "also".',
    );
  }
  if (own) {
    throw new FormFaultFound(
      ofQuestion(question.id),
      'It has both "options" and "optionsFrom".',
      'Keep one of them: "also" adds options to those of the content.',
    );
  }
  const options = [...offeredBy(question, content).map(({ id }) => id), ...also];
  if (options.length > 0) return { ...rest, options } as Question;
  throw new FormFaultFound(
    ofQuestion(question.id),
    `The content has no ${optionsFrom} for it now.`,
    'Correct "where", or add an option that always stays with "also".',
  );
}

/**
 * The page with links to the groups that meet in the same place, at the same part of the week, as was answered.
 * Nothing where no group ever does: the page would speak of what is not there.
 */
export function withLinksFrom(
  page: SourcePage,
  before: readonly Question[],
  system: string,
  content: FormContent,
): { readonly page: FormPage; readonly linked: readonly Offered[] } | undefined {
  const { linksFrom, ...rest } = page;
  if (!linksFrom) return { page: rest as FormPage, linked: [] };
  const days = choiceBefore(page.id, linksFrom.days, before);
  const area = linksFrom.area === undefined ? undefined : choiceBefore(page.id, linksFrom.area, before);
  const groups = content[linksFrom.kind].filter(({ programme }) => system === 'all' || programme === system);
  const found = groups.flatMap((group) => {
    const sameDays = meets(days, group.days ?? []);
    const sameArea = area && meets(area, group.areas ?? []);
    if (!sameDays || (area && !sameArea)) return [];
    return [{ group, when: sameArea ? { all: [sameDays, sameArea] } : sameDays }];
  });
  if (found.length === 0) return undefined;
  const some = { any: found.map(({ when }) => when) };
  const links: PageLink[] = [
    ...((page.links as readonly PageLink[] | undefined) ?? []),
    ...found.map(({ group, when }) => ({ href: `/${linksFrom.kind}/${group.id}/`, when })),
  ];
  return {
    page: { ...rest, links, when: page.when ? { all: [page.when, some] } : some } as FormPage,
    linked: found.map(({ group }) => group),
  };
}

type Choice = Question & { readonly options: readonly string[] };

function choiceBefore(page: string, id: string, before: readonly Question[]): Choice {
  const question = before.find((one) => one.id === id);
  if (question && 'options' in question) return question;
  const choices = before.filter((one) => 'options' in one).map((one) => one.id);
  const near = nearestName(id, choices);
  throw new FormFaultFound(
    ofPage(page),
    `Its "linksFrom" asks about "${id}", which is no question with options before it.`,
    near ? `Correct it; the nearest name is "${near}".` : 'Correct it.',
  );
}

/** Met where the answer is one of the words. Nothing where the question offers none of them. */
function meets(question: Choice, words: readonly string[]): Criterion | undefined {
  const named = question.options.filter((option) => words.includes(option));
  if (named.length === 0) return undefined;
  return question.kind === 'some-of'
    ? { question: question.id, hasAnyOf: named }
    : { question: question.id, isOneOf: named };
}
