import type { FormSource, GroupSource, SourcePage, SourceQuestion, UsePage } from '../parse-form.ts';
import type { FormFiles } from './form-files.ts';
import { type AnyPage, pageKeys } from './page-keys.ts';

/** The shared groups by their name. */
export type Groups = ReadonlyMap<string, GroupSource>;

export const NO_GROUPS: Groups = new Map();

/** Where a question stands: on a page of the form's own, or in a shared group it takes. */
export type Found =
  | { readonly at: number; readonly page: SourcePage; readonly place: number; readonly question: SourceQuestion }
  | { readonly at: number; readonly use: UsePage; readonly question: SourceQuestion };

/** Where a question of a form is. */
export function findQuestion({ source }: FormFiles, id: string, groups: Groups): Found | undefined {
  for (const [at, page] of source.pages.entries()) {
    if ('use' in page) {
      const question = questionsUsed(page, groups).find((one) => one.id === id);
      if (question) return { at, use: page, question };
    } else {
      const place = page.questions.findIndex((one) => one.id === id);
      const question = page.questions[place];
      if (question) return { at, page, place, question };
    }
  }
  return undefined;
}

/** The questions that a page takes of its shared group, as the group has them. */
export function questionsUsed({ use, only }: UsePage, groups: Groups): readonly SourceQuestion[] {
  const all = groups.get(use)?.pages.flatMap(({ questions }) => questions) ?? [];
  return only ? all.filter(({ id }) => only.includes(id)) : all;
}

/** The questions of a page, those of its shared group included. */
export function questionsOn(page: AnyPage, groups: Groups): readonly SourceQuestion[] {
  return 'use' in page ? questionsUsed(page, groups) : page.questions;
}

/** All ids of questions in use: none of them may be minted again, nor one that a repeating page will make. */
export function takenQuestionIds(source: FormSource, groups: Groups): ReadonlySet<string> {
  return new Set(
    source.pages.flatMap((page) => {
      const ids = questionsOn(page, groups).map(({ id }) => id);
      if ('use' in page || !page.repeat) return ids;
      const numbers = Array.from({ length: page.repeat.most }, (_, place) => place + 1);
      return [...ids, `more-${page.id}`].flatMap((id) => [id, ...numbers.map((number) => `${id}-${number}`)]);
    }),
  );
}

/** All ids of pages in use, those of shared groups included. */
export function takenPageIds(source: FormSource, groups: Groups): ReadonlySet<string> {
  return new Set(
    source.pages.flatMap((page) => {
      if ('use' in page) return groups.get(page.use)?.pages.map(({ id }) => id) ?? [];
      const numbers = Array.from({ length: page.repeat?.most ?? 0 }, (_, place) => place + 1);
      return [page.id, ...numbers.map((number) => `${page.id}-${number}`)];
    }),
  );
}

/** The page of that name, with its place. */
export function findPage(
  { source }: FormFiles,
  key: string,
): { readonly at: number; readonly page: AnyPage } | undefined {
  const at = pageKeys(source.pages).indexOf(key);
  const page = source.pages[at];
  return page && { at, page };
}

/** The form with one page changed. */
export function withPage(files: FormFiles, at: number, page: AnyPage): FormFiles {
  return withPages(
    files,
    files.source.pages.map((old, place) => (place === at ? page : old)),
  );
}

export function withPages(files: FormFiles, pages: readonly AnyPage[]): FormFiles {
  return { ...files, source: { ...files.source, pages: [...pages] } };
}

/** The ids of all pages and questions of the shared groups, used or not. */
export function idsOfGroups(groups: Groups): {
  readonly pages: ReadonlySet<string>;
  readonly questions: ReadonlySet<string>;
} {
  const pages = [...groups.values()].flatMap((group) => group.pages);
  const questions = pages.flatMap((page) => page.questions);
  return { pages: new Set(pages.map(({ id }) => id)), questions: new Set(questions.map(({ id }) => id)) };
}
