import { globSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';

const top = new URL('../..', import.meta.url).pathname;

/** Files under the repository's top, in order. */
export function filesIn(pattern: string): readonly string[] {
  return globSync(pattern, { cwd: top }).sort();
}

/** The text of a file, by its path from the top. */
export function readText(path: string): string {
  return readFileSync(`${top}${path}`, 'utf8');
}

/** A JSON or YAML file, by its path from the top. */
export function readData(path: string): unknown {
  return path.endsWith('.json') ? JSON.parse(readText(path)) : parse(readText(path));
}

export interface OfferedLanguage {
  readonly code: string;
  readonly name: string;
  readonly englishName: string;
  readonly direction: 'ltr' | 'rtl';
}

/** Languages offered to residents, as `content/languages` has them. */
export function offeredLanguages(): readonly OfferedLanguage[] {
  return filesIn('content/languages/*.yaml')
    .map((path) => ({
      ...(readData(path) as OfferedLanguage & { offered: boolean }),
      code: path.replace(/^.*\/|\.yaml$/g, ''),
    }))
    .filter(({ offered }) => offered);
}

/** Every sentence in a structure, with the path that leads to it. */
export function sentencesIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => sentencesIn(part, path ? `${path}.${key}` : key));
}

/** The blanks of a sentence, such as `count` in `{{count}} left`, in order. */
export function blanksIn(text: string): readonly string[] {
  return [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name = '']) => name).sort();
}
