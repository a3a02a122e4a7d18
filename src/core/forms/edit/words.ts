import type { FormTextSource } from '../parse-form.ts';
import type { FormFiles } from './form-files.ts';
import { own, withKey, without } from './own.ts';
import type { TextKey } from './text-key.ts';

type Words = { readonly [part: string]: unknown };

/** The sentence at a place; nothing where there is none, or an empty one. */
export function wordsAt(text: FormTextSource | undefined, at: TextKey): string | undefined {
  let here: unknown = text;
  for (const part of at.split('.')) {
    here = typeof here === 'object' && here !== null ? own(here as Words, part) : undefined;
  }
  return typeof here === 'string' && here !== '' ? here : undefined;
}

/** The text with a sentence set, or taken away where it is empty. */
export function withWords(text: FormTextSource, at: TextKey, sentence: string): FormTextSource {
  const parts = at.split('.');
  if (at === 'title') return { ...text, title: sentence };
  return set(text as Words, parts, sentence === '' ? undefined : sentence) as FormTextSource;
}

function set(record: Words, [key = '', ...rest]: readonly string[], sentence: string | undefined): Words {
  const [next] = rest;
  if (next === undefined) return withKey(record, key, sentence);
  const inside = own(record, key);
  if (/^\d+$/.test(next) && rest.length === 1 && LISTS.has(key)) {
    const list = withEntry(Array.isArray(inside) ? inside : [], Number(next), sentence ?? '');
    return withKey(record, key, list.length === 0 && key !== 'intro' ? undefined : list);
  }
  const inner = set((inside as Words | undefined) ?? {}, rest, sentence);
  const isEmpty = Object.keys(inner).length === 0;
  return withKey(record, key, isEmpty && !KEPT.has(key) ? undefined : inner);
}

const LISTS: ReadonlySet<string> = new Set(['intro', 'body', 'links']);
/** Parts of a text that are there even without words. */
const KEPT: ReadonlySet<string> = new Set(['recipients', 'pages', 'questions']);

function withEntry(list: readonly string[], place: number, sentence: string): string[] {
  const all = Array.from({ length: Math.max(list.length, place + 1) }, (_, at) =>
    at === place ? sentence : (list[at] ?? ''),
  );
  while (all.at(-1) === '') all.pop();
  return all;
}

/** The places of all sentences of a text, in its order. */
export function keysIn(text: FormTextSource): readonly TextKey[] {
  const list = (name: string, lines: readonly string[] | undefined) => (lines ?? []).map((_, at) => `${name}.${at}`);
  const record = (name: string, words: Words | undefined) => Object.keys(words ?? {}).map((key) => `${name}.${key}`);
  const keys = [
    'title',
    ...list('intro', text.intro),
    ...record('recipients', text.recipients),
    ...record('scale', text.scale),
    ...Object.entries(text.pages).flatMap(([id, words]) => [
      `pages.${id}.title`,
      ...list(`pages.${id}.body`, words.body),
      ...list(`pages.${id}.links`, words.links),
    ]),
    ...Object.entries(text.questions).flatMap(([id, words]) => [
      ...(['label', 'hint', 'why'] as const)
        .filter((one) => words[one] !== undefined)
        .map((one) => `questions.${id}.${one}`),
      ...record(`questions.${id}.options`, words.options),
      ...record(`questions.${id}.problems`, words.problems),
    ]),
  ] as TextKey[];
  return keys.filter((key) => wordsAt(text, key) !== undefined);
}

/** The words of every language changed alike: a thing went away, was copied, or a list lost a place. */
export function inEachLanguage(files: FormFiles, change: (text: FormTextSource) => FormTextSource): FormFiles {
  const texts = Object.fromEntries(Object.entries(files.texts).map(([language, text]) => [language, change(text)]));
  return { ...files, texts };
}

/** The form with what was translated kept beside it; nothing is kept where there is nothing. */
export function keeping(files: FormFiles, translated: Required<FormFiles>['translated']): FormFiles {
  const kept = Object.entries(translated).filter(([, of]) => Object.keys(of).length > 0);
  return withKey(files, 'translated', kept.length > 0 ? Object.fromEntries(kept) : undefined);
}

/** The keys of what was translated changed alike; `undefined` drops one. */
export function withTranslated(files: FormFiles, rename: (key: string) => string | undefined): FormFiles {
  if (!files.translated) return files;
  const translated = Object.fromEntries(
    Object.entries(files.translated).map(([language, of]) => [
      language,
      Object.fromEntries(
        Object.entries(of).flatMap(([key, sentence]) => {
          const name = rename(key);
          return name === undefined ? [] : [[name, sentence]];
        }),
      ),
    ]),
  );
  return keeping(files, translated);
}

/** Takes the words of pages and questions away, in every language. */
export function withoutWordsOf(files: FormFiles, pages: readonly string[], questions: readonly string[]): FormFiles {
  const stripped = inEachLanguage(files, (text) => ({
    ...text,
    pages: without(text.pages, (id) => pages.includes(id)),
    questions: without(text.questions, (id) => questions.includes(id)),
  }));
  return withTranslated(stripped, (key) => {
    const [part, id = ''] = key.split('.');
    const isGone = (part === 'pages' && pages.includes(id)) || (part === 'questions' && questions.includes(id));
    return isGone ? undefined : key;
  });
}

/** The words of a page or a question given to its copy as well, in every language. */
export function withWordsCopied(
  files: FormFiles,
  part: 'pages' | 'questions',
  ids: ReadonlyMap<string, string>,
): FormFiles {
  const copied = inEachLanguage(files, (text) => {
    const words: Words = text[part];
    const added = [...ids].flatMap(([from, to]) => (own(words, from) === undefined ? [] : [[to, own(words, from)]]));
    return { ...text, [part]: { ...words, ...Object.fromEntries(added) } };
  });
  if (!copied.translated) return copied;
  const translated = Object.fromEntries(
    Object.entries(copied.translated).map(([language, of]) => {
      const added = Object.entries(of).flatMap(([key, sentence]) => {
        const [first, id = '', ...rest] = key.split('.');
        const to = first === part ? ids.get(id) : undefined;
        return to === undefined ? [] : [[[part, to, ...rest].join('.'), sentence]];
      });
      return [language, { ...of, ...Object.fromEntries(added) }];
    }),
  );
  return keeping(copied, translated);
}
