import { withoutControls } from '../unseen.ts';
import { LIMITS, type Notes } from './kept.ts';

const TAG = /<\/?[a-z!][^<>]*>?/gi;
const SILENT = /<(script|style|template|iframe|object)\b[^<>]*>[\s\S]*?(<\/\1\s*>|$)/gi;
const BREAK = /<\s*(br|\/p|\/li|\/div|\/h[1-6]|\/tr)\b[^<>]*>/gi;
const LINK = /\b(?:href|src|action)\s*=\s*["']?\s*([^"'\s>]*)/gi;
const MARKDOWN_LINK = /!?\[([^\][]*)\]\(\s*([^()\s]*)[^()]*\)/g;
const MARKDOWN = /^\s{0,3}(#{1,6}\s+|>\s?)|(\*\*|__)(?=\S)|(?<=\S)(\*\*|__)/gm;
const RUNS = /^\s*(?:javascript|vbscript|data|file)\s*:/i;
const INSERTED = /\$?\{[^{}\n]{1,80}\}/;
const ENTITIES: { readonly [name: string]: string } = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
};

/**
 * The words of a text and nothing else: no tags, no links, no control characters. What went is taken down.
 * Line ends stay; `linesOf` makes paragraphs of them.
 */
export function cleanText(given: string, where: string, notes: Notes): string {
  // With room for marks that go: cleaning a text of a whole megabyte would take long.
  const text = given.slice(0, LIMITS.letters * 4);
  if (text !== given) notes.add('changed', 'cut', where, { limit: LIMITS.letters });
  for (const [, address = ''] of text.matchAll(LINK)) noteLink(address, where, notes);
  let plain = text.replace(MARKDOWN_LINK, (_, words: string, address: string) => {
    noteLink(address, where, notes);
    return words;
  });
  if (/<(script|style|iframe|object)\b/i.test(plain) || /\bon[a-z]+\s*=\s*["']/i.test(plain)) {
    notes.add('notKept', 'script', where);
  }
  if (RUNS.test(plain)) {
    notes.add('notKept', 'script', where);
    plain = plain.replace(RUNS, '');
  }
  const bare = unescaped(plain.replace(SILENT, ' ').replace(BREAK, '\n').replace(TAG, '')).replace(MARKDOWN, '');
  // Twice: an escaped tag must not come back as one.
  const safe = bare.replace(SILENT, ' ').replace(TAG, '');
  if (safe !== plain) notes.add('changed', 'markup', where);
  if (INSERTED.test(safe)) notes.add('changed', 'inserted', where, { what: INSERTED.exec(safe)?.[0] ?? '' });
  return cut(
    withoutControls(safe)
      .replace(/[ \t\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim(),
    where,
    notes,
  );
}

/** The paragraphs of a text. */
export function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A text on one line, as a label is. */
export function onOneLine(text: string): string {
  return linesOf(text).join(' ');
}

function cut(text: string, where: string, notes: Notes): string {
  if (text.length <= LIMITS.letters) return text;
  notes.add('changed', 'cut', where, { limit: LIMITS.letters });
  return withoutControls(text.slice(0, LIMITS.letters)).trim();
}

function noteLink(address: string, where: string, notes: Notes): void {
  if (RUNS.test(address)) notes.add('notKept', 'script', where);
  else notes.add('notKept', 'link', where, { what: address.slice(0, 200) });
}

function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
    const code = name[1]?.toLowerCase() === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
