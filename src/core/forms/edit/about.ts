import { optionsIn } from './add.ts';
import type { FormFiles } from './form-files.ts';
import { type AnyPage, pageKeys } from './page-keys.ts';
import type { TextKey } from './text-key.ts';
import { wordsAt } from './words.ts';

const inSource = (files: FormFiles, key: TextKey) => wordsAt(files.texts[files.sourceLanguage], key);

/** A page as it is announced: its title, and its place among the others. */
export function aboutPage(files: FormFiles, key: string) {
  const keys = pageKeys(files.source.pages);
  const page = files.source.pages[keys.indexOf(key)];
  const title = page && !('use' in page) ? (inSource(files, `pages.${page.id}.title`) ?? page.id) : key;
  const group = page && 'use' in page ? { group: page.use } : {};
  return { id: key, title, ...group, place: keys.indexOf(key) + 1, of: keys.length };
}

/** A question as it is announced: its label, its page, and its place on it. */
export function aboutQuestion(files: FormFiles, id: string) {
  const key = keyOfQuestion(files, id);
  const page = files.source.pages[pageKeys(files.source.pages).indexOf(key)];
  const ids = page && !('use' in page) ? page.questions.map((one) => one.id) : [];
  const label = inSource(files, `questions.${id}.label`) ?? id;
  return {
    id,
    label,
    page: key === '' ? '' : String(aboutPage(files, key).title),
    place: ids.indexOf(id) + 1,
    of: ids.length,
  };
}

/** An option as it is announced: its words, its question, and its place. */
export function aboutOption(files: FormFiles, question: string, id: string) {
  const options = optionsOf(files, question);
  const label = inSource(files, `questions.${question}.options.${id}`) ?? id;
  return {
    id,
    label,
    question: aboutQuestion(files, question).label,
    place: options.indexOf(id) + 1,
    of: options.length,
  };
}

const hasQuestion = (page: AnyPage, id: string) =>
  'use' in page
    ? (page.only?.includes(id) ?? false) || Object.hasOwn(page.with ?? {}, id)
    : page.questions.some((one) => one.id === id);

/** The page a question stands on, by the name steps have for it. */
export function keyOfQuestion({ source }: FormFiles, id: string): string {
  return pageKeys(source.pages)[source.pages.findIndex((page) => hasQuestion(page, id))] ?? '';
}

/** The page that came with a step. */
export function newKey(before: FormFiles, after: FormFiles): string {
  const old = new Set(pageKeys(before.source.pages));
  return pageKeys(after.source.pages).find((key) => !old.has(key)) ?? '';
}

function idsIn({ source }: FormFiles): readonly string[] {
  return source.pages.flatMap((page) => ('use' in page ? [] : page.questions.map(({ id }) => id)));
}

/** The question that came with a step. */
export function newQuestion(before: FormFiles, after: FormFiles): string {
  const old = new Set(idsIn(before));
  return idsIn(after).find((id) => !old.has(id)) ?? '';
}

/** The options of a question that are the form's own. */
export function optionsOf({ source }: FormFiles, id: string): readonly string[] {
  const question = source.pages.flatMap((page) => ('use' in page ? [] : page.questions)).find((one) => one.id === id);
  return question ? optionsIn(question) : [];
}

/** How many links a page has. */
export function linksOf({ source }: FormFiles, key: string): number {
  const page = source.pages[pageKeys(source.pages).indexOf(key)];
  return page && !('use' in page) ? (page.links?.length ?? 0) : 0;
}
