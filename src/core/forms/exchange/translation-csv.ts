import { bad, good, type Outcome } from '../../outcome.ts';
import { fromCell, readCsv, writeCsv } from './csv.ts';
import type { Sentence } from './translate.ts';
import type { TranslatedFile } from './xliff.ts';

/** Sentences as a CSV file: `key,state,source (en),target (pl)`. */
export function toTranslationCsv(
  sentences: readonly Sentence[],
  languages: { readonly source: string; readonly target: string },
): string {
  return writeCsv([
    ['key', 'state', `source (${languages.source})`, `target (${languages.target})`],
    ...sentences.map(({ key, state, source, target }) => [key, state, source, target]),
  ]);
}

/** Reads such a file again, whatever the order of its columns. */
export function fromTranslationCsv(text: string): Outcome<TranslatedFile, 'notThatCsv'> {
  const [head = [], ...rows] = readCsv(text) ?? [];
  const placeOf = (name: string) => head.findIndex((cell) => cell.trim().toLowerCase().startsWith(name));
  const [key, source, target] = [placeOf('key'), placeOf('source'), placeOf('target')];
  if (key === -1 || source === -1 || target === -1) return bad('notThatCsv');
  const language = /\(([^()]+)\)/.exec(head[target] ?? '')?.[1];
  const cell = (row: readonly string[], place: number) => fromCell(row[place] ?? '');
  return good({
    ...(language === undefined ? {} : { language }),
    rows: rows.map((row) => ({ key: cell(row, key).trim(), source: cell(row, source), target: cell(row, target) })),
  });
}
