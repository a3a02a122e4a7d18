import type { Criterion } from '../../criteria/criterion.ts';
import type { FormDefinition, FormPage, Question } from '../definition.ts';

/** A question with its number: on paper, instructions name it by that. */
export interface Numbered {
  readonly number: number;
  readonly question: Question;
  /** Where to go on if it does not apply. */
  readonly next: Target;
}

/** Where somebody is sent who skips something. */
export type Target =
  | { readonly to: 'question'; readonly number: number }
  | { readonly to: 'page'; readonly page: string }
  | { readonly to: 'end' };

/** A page of the form as a part of the sheet. */
export interface PaperPart {
  readonly page: FormPage;
  /** Questions; those of one statement scale together. A note has none. */
  readonly blocks: readonly (readonly Numbered[])[];
  /** Where to go on if the whole part does not apply. */
  readonly next: Target;
}

/** The whole form in its order, every question with a number from 1. */
export function layOutOnPaper(form: FormDefinition): readonly PaperPart[] {
  let count = 0;
  const numbered = form.pages.map((page) => ({
    page,
    questions: page.questions.map((question) => {
      count += 1;
      return { number: count, question };
    }),
  }));
  return numbered.map(({ page, questions }, place) => {
    const after = numbered[place + 1];
    const next: Target = after ? startOf(after) : { to: 'end' };
    const all = questions.map((one, at): Numbered => {
      const later = questions[at + 1];
      return { ...one, next: later ? { to: 'question', number: later.number } : next };
    });
    return { page, blocks: inBlocks(all), next };
  });
}

function startOf({ page, questions }: { page: FormPage; questions: readonly { number: number }[] }): Target {
  const [first] = questions;
  return first ? { to: 'question', number: first.number } : { to: 'page', page: page.id };
}

/** Statements with the same answers that follow each other, none with a condition of its own, make one table. */
function inBlocks(questions: readonly Numbered[]): readonly (readonly Numbered[])[] {
  const blocks: Numbered[][] = [];
  for (const one of questions) {
    const before = blocks.at(-1);
    const last = before?.at(-1)?.question;
    if (before && last && goTogether(last, one.question)) before.push(one);
    else blocks.push([one]);
  }
  return blocks;
}

function goTogether(one: Question, other: Question): boolean {
  return (
    one.kind === 'scale' &&
    other.kind === 'scale' &&
    !one.when &&
    !other.when &&
    one.options.join() === other.options.join()
  );
}

/** The condition of a part, where it is one that a person can follow; a note about many things has too many. */
export function conditionOf({ page }: PaperPart): Criterion | 'any of its links' | undefined {
  const hasOwn = page.links?.some(({ when }) => when !== undefined);
  return page.when && hasOwn ? 'any of its links' : page.when;
}

/** Says which form, and which version of it, a sheet is: short enough to be written down by hand. */
export function paperCode(form: string, version: string): string {
  return `${form}/${version.slice(0, CODE_DIGITS)}`;
}

const CODE_DIGITS = 6;

/** The form and the beginning of the version in a code, or in a form's id alone. */
export function readPaperCode(code: string): { readonly form: string; readonly version?: string } {
  const [form = '', version] = code.trim().toLowerCase().split('/');
  return version === undefined ? { form } : { form, version };
}
