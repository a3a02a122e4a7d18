import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormContent } from '#core/forms/from-content.ts';
import type { GroupSource, GroupTextSource } from '#core/forms/parse-form.ts';
import { groupSourceSchema, groupTextSchema } from '#core/forms/parse-form.ts';
import { formContent } from './form-content.ts';

/** What the form builder puts a form together with: the shared groups, their words, and what the content offers. */
export interface FormGroups {
  readonly groups: { readonly [group: string]: SharedGroup };
  readonly content: FormContent;
}

export interface SharedGroup {
  readonly source: GroupSource;
  readonly texts: { readonly [language: string]: GroupTextSource };
}

const TEXT_FILE = /^text\.([A-Za-z-]+)\.json$/;

/** The shared groups of a `forms/` folder with their words in every language, and the content that forms may name. */
export function readFormGroups(root = 'forms'): FormGroups {
  const folder = join(root, 'shared');
  const ids = existsSync(folder) ? readdirSync(folder).sort() : [];
  return { groups: Object.fromEntries(ids.map((id) => [id, readGroup(join(folder, id))])), content: formContent('.') };
}

function readGroup(folder: string): SharedGroup {
  const texts = readdirSync(folder).flatMap((name) => {
    const language = TEXT_FILE.exec(name)?.[1];
    return language ? [[language, groupTextSchema.parse(readJson(join(folder, name)))] as const] : [];
  });
  return { source: groupSourceSchema.parse(readJson(join(folder, 'group.json'))), texts: Object.fromEntries(texts) };
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
