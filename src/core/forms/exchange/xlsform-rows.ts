import type { FoundWords } from './found.ts';
import { listOf, textOf } from './plain.ts';
import { isLanguage } from './sentences.ts';

/** A row of a sheet: its cells that hold something, by the name of their column. */
export type Row = ReadonlyMap<string, string>;

/** The rows of a sheet under its first, which names the columns. */
export function rowsIn(sheet: unknown): readonly Row[] {
  const [head, ...rows] = listOf(sheet);
  const names = listOf(head).map((cell) => nameOf(textOf(cell) ?? ''));
  return rows.map(
    (row) =>
      new Map(
        listOf(row).flatMap((cell, place): [string, string][] => {
          const text = textOf(cell)?.trim() ?? '';
          const name = names[place] ?? '';
          return text === '' || name === '' ? [] : [[name, text]];
        }),
      ),
  );
}

/** `Label :: Polish (pl)` is `label::Polish (pl)`. */
function nameOf(cell: string): string {
  const [first = '', ...others] = cell.split(/\s*::?\s*/);
  return [first.trim().toLowerCase().replace(/\s+/g, '_'), ...others.map((part) => part.trim())].join('::');
}

/** The words of a column in each language: `label`, `label::English (en)`, `label::pl`. */
export function wordsOfRow(row: Row, column: string, language: string): FoundWords {
  const words: Record<string, string> = {};
  const plain = row.get(column);
  if (plain !== undefined) words[language] = plain;
  for (const [name, text] of row) {
    if (!name.startsWith(`${column}::`)) continue;
    const said = name.slice(column.length + 2);
    const code = /\(([A-Za-z-]+)\)\s*$/.exec(said)?.[1] ?? NAMED[said.toLowerCase()] ?? said.toLowerCase();
    if (isLanguage(code)) words[code] = text;
  }
  return words;
}

/** Languages that a column may name without a code. */
const NAMED: { readonly [name: string]: string } = { english: 'en', polish: 'pl', polski: 'pl', arabic: 'ar' };

/** Whether a cell says yes; nothing where it holds a condition. */
export function flagOf(cell: string | undefined): boolean | undefined {
  if (cell === undefined || /^(no|false|false\(\)|0)$/i.test(cell)) return false;
  return /^(yes|true|true\(\)|1)$/i.test(cell) ? true : undefined;
}
