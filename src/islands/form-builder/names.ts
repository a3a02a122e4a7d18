import { findPage } from '#core/forms/edit/find.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import type { FormGroups } from './builder-data.ts';

/** What a page is called: its title, or the titles of the shared group it takes. */
export function nameOfPage(files: FormFiles, key: string, shared: FormGroups): string {
  const found = findPage(files, key);
  if (!found) return key;
  const { page } = found;
  if ('use' in page) return nameOfGroup(page.use, files.sourceLanguage, shared);
  return wordsAt(files.texts[files.sourceLanguage], `pages.${page.id}.title`) ?? page.id;
}

/** A shared group has no name of its own: the title of its first page says what it asks. */
export function nameOfGroup(group: string, language: string, shared: FormGroups): string {
  const { source, texts } = shared.groups[group] ?? {};
  const text = texts?.[language] ?? texts?.['en'];
  const first = source?.pages[0]?.id;
  return (first && text?.pages[first]?.title) || group;
}

/** A question's label: the form's own words, or those of its shared group. */
export function nameOfQuestion(files: FormFiles, id: string, shared: FormGroups): string {
  return wordOf(files, id, shared, 'label') ?? id;
}

/** One of the sentences of a question, its shared group's where the form has none of its own. */
export function wordOf(
  { texts, sourceLanguage }: FormFiles,
  id: string,
  shared: FormGroups,
  name: 'label' | 'hint' | 'why',
): string | undefined {
  return wordsAt(texts[sourceLanguage], `questions.${id}.${name}`) ?? groupWords(id, sourceLanguage, shared)?.[name];
}

/** An option's words: the form's own, its group's, or those of the content it stands for. */
export function nameOfOption(files: FormFiles, question: string, option: string, shared: FormGroups): string {
  const { texts, sourceLanguage } = files;
  const own = wordsAt(texts[sourceLanguage], `questions.${question}.options.${option}`);
  return (
    own ??
    groupWords(question, sourceLanguage, shared)?.options?.[option] ??
    scaleWords(question, sourceLanguage, shared)?.[option] ??
    option
  );
}

function groupOf(question: string, language: string, { groups }: FormGroups) {
  const group = Object.values(groups).find(({ source }) =>
    source.pages.some(({ questions }) => questions.some(({ id }) => id === question)),
  );
  return group?.texts[language] ?? group?.texts['en'];
}

const groupWords = (question: string, language: string, shared: FormGroups) =>
  groupOf(question, language, shared)?.questions[question];

const scaleWords = (question: string, language: string, shared: FormGroups) =>
  groupOf(question, language, shared)?.scale;
