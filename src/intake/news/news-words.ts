import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '#i18n/messages.ts';
import { createWords, type Words } from '#i18n/words.ts';
import type { Site } from '../site/read-site.ts';

/** The words of the news that the build published, by language; none for a site that was built without any. */
export async function newsWords({ folder, languages }: Site): Promise<ReadonlyMap<string, Words>> {
  const fileOf = (lang: string) => join(folder, 'wayin', 'news', `${lang}.json`);
  if (!existsSync(fileOf('en'))) return new Map();
  const read = async (lang: string) => JSON.parse(await readFile(fileOf(lang), 'utf8')) as Catalogue;
  const english = await read('en');
  const pairs = languages.map(
    async (language) => [language.code, createWords(language, await read(language.code), english)] as const,
  );
  return new Map(await Promise.all(pairs));
}
