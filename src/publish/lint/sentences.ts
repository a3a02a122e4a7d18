import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** A text in a file of content: where, and what it says. */
export interface Sentence {
  readonly file: string;
  readonly field: string;
  readonly text: string;
}

/** What others wrote, and tables: nobody reads them as sentences of ours. */
const NOT_OURS = /^content\/(imported|postcodes|calendar)\/|published-contacts\.yaml$/;

/** Files of content and forms below `root`, by their path from it. */
export function filesBelow(root: string, pattern: string): readonly string[] {
  return globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !NOT_OURS.test(file))
    .sort();
}

/** Every text of some files. A file that cannot be read has none: that is another check's fault. */
export function sentencesOf(root: string, files: readonly string[]): readonly Sentence[] {
  return files.flatMap((file) => {
    const source = readFileSync(join(root, file), 'utf8');
    if (file.endsWith('.md')) {
      return source.split('\n').map((text, at) => ({ file, field: `line ${at + 1}`, text }));
    }
    return textsIn(readData(file, source)).map(([field, text]) => ({ file, field, text }));
  });
}

/** Every text in a structure, with the path that leads to it. */
export function textsIn(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => textsIn(part, path === '' ? key : `${path}.${key}`));
}

/** The value of a JSON or YAML file; nothing if it is neither. */
export function readData(file: string, source: string): unknown {
  try {
    return file.endsWith('.json') ? JSON.parse(source) : parse(source);
  } catch {
    return undefined;
  }
}
