import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { FALLBACK, type Language } from './language.ts';
import type { Catalogue, Messages } from './messages.ts';
import { createWords, type Words } from './words.ts';

const CONTENT = 'content';

const languageFile = z.strictObject({
  name: z.string(),
  englishName: z.string(),
  direction: z.enum(['ltr', 'rtl']),
  /** Whether residents may choose it. */
  offered: z.boolean(),
  /** Who checked the translation; null: nobody yet, and the page says so. */
  checkedBy: z.string().nullable(),
});

/** A language as its file describes it. */
export type DescribedLanguage = Language & z.infer<typeof languageFile>;

// By the folder that content is read from: a command may go to the project's after it began elsewhere.
const offered = new Map<string, readonly DescribedLanguage[]>();

/** The languages residents may choose, English first, the others by code. Read once. */
export function offeredLanguages(): readonly DescribedLanguage[] {
  const project = process.cwd();
  const languages = offered.get(project) ?? readOfferedLanguages();
  offered.set(project, languages);
  return languages;
}

function readOfferedLanguages(): readonly DescribedLanguage[] {
  const folder = join(CONTENT, 'languages');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => readLanguage(join(folder, file), file.replace('.yaml', '')))
    .filter((language) => language.offered)
    .sort((a, b) => Number(b.code === FALLBACK) - Number(a.code === FALLBACK) || (a.code < b.code ? -1 : 1));
}

function readLanguage(file: string, code: string): DescribedLanguage {
  const read = languageFile.safeParse(parse(readFileSync(file, 'utf8')));
  if (read.success) return { code, ...read.data };
  const [issue] = read.error.issues;
  throw new Error(`${file}: ${issue?.path.join('.')}\n  ${issue?.message}`);
}

/** All texts of a language, by namespace. A language may lack some; English may not. */
export function readCatalogue(lang: string): Catalogue {
  const folder = join(CONTENT, 'messages', lang);
  if (!existsSync(folder)) return {};
  return Object.fromEntries(
    readdirSync(folder)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages]),
  );
}

const made = new Map<string, Words>();

/** The words of an offered language, from the content folder. For the build and other programs on Node. */
export function wordsFor(lang: string): Words {
  const known = made.get(lang);
  if (known) return known;

  const language = offeredLanguages().find(({ code }) => code === lang);
  if (!language) throw new Error(`content/languages/${lang}.yaml: offered\n  No such language is offered.`);
  const words = createWords(language, readCatalogue(lang), readCatalogue(FALLBACK));
  made.set(lang, words);
  return words;
}
