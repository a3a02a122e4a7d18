import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import type { FormContent } from '#core/forms/from-content.ts';
import { parseFiles } from '#core/forms/made/parse-files.ts';
import { putTogether } from '#core/forms/made/put-together.ts';
import { type GroupSource, groupTextSchema } from '#core/forms/parse-form.ts';

/** The forms that were made in the builder and published, as the file that WAYIN_MADE_FORMS names gives them. */
export function madeFiles(): readonly FormFiles[] {
  const file = process.env['WAYIN_MADE_FORMS'];
  if (!file) return [];
  const given = JSON.parse(readFileSync(file, 'utf8')) as readonly unknown[];
  return given.flatMap((one) => {
    const read = parseFiles(one);
    return read.ok ? [read.value] : [];
  });
}

/**
 * A made form as the project's own forms are put together. Nothing if it cannot be any more, since a shared group or
 * the content has changed: the intake does not show it then either, and a build must not stop for it.
 */
export function bakedForm(
  files: FormFiles,
  root: string,
  groups: ReadonlyMap<string, GroupSource>,
  content: FormContent,
): ReturnType<typeof putTogether> {
  const languages = Object.keys(files.texts);
  const withTexts = [...groups].map(([id, source]) => [id, { source, texts: textsOf(root, id, languages) }] as const);
  return putTogether(files, { groups: Object.fromEntries(withTexts), content });
}

function textsOf(root: string, group: string, languages: readonly string[]) {
  const found = languages.flatMap((language) => {
    const file = join(root, 'shared', group, `text.${language}.json`);
    return existsSync(file) ? [[language, groupTextSchema.parse(JSON.parse(readFileSync(file, 'utf8')))] as const] : [];
  });
  return Object.fromEntries(found);
}
