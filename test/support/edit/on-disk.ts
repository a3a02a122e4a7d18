import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { Known } from '#core/forms/edit/known.ts';
import { formSourceSchema, formTextSchema, groupSourceSchema, groupTextSchema } from '#core/forms/parse-form.ts';
import { formContent } from '#publish/forms/form-content.ts';

const LANGUAGES = ['en', 'pl', 'ar'];
const json = (...path: readonly string[]): unknown => JSON.parse(readFileSync(join(...path), 'utf8'));
const foldersIn = (root: string) =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();

/** The forms of the repository by their id. */
export const FORM_IDS = foldersIn('forms').filter((id) => id !== 'shared');

/** A form of the repository, as its author opens it. */
export function formOnDisk(id: string): FormFiles {
  const texts = LANGUAGES.map((language) => [
    language,
    formTextSchema.parse(json('forms', id, `text.${language}.json`)),
  ]);
  return {
    source: formSourceSchema.parse(json('forms', id, 'form.json')),
    texts: Object.fromEntries(texts),
    sourceLanguage: 'en',
  };
}

/** What the repository has beside its forms. */
export function knownOnDisk(): Known {
  const groups = foldersIn('forms/shared');
  return {
    groups: new Map(groups.map((id) => [id, groupSourceSchema.parse(json('forms/shared', id, 'group.json'))])),
    groupTexts: Object.fromEntries(
      LANGUAGES.map((language) => [
        language,
        Object.fromEntries(
          groups.map((id) => [id, groupTextSchema.parse(json('forms/shared', id, `text.${language}.json`))]),
        ),
      ]),
    ),
    content: formContent('.'),
    languages: LANGUAGES,
  };
}
