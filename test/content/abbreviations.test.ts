import { expect, test } from 'vitest';
import { readContent } from '../../src/publish/read-content.ts';
import { sentencesIn } from '../support/content.ts';

const { pages, services, directory } = readContent();

/** Short forms that people know better than what they stand for; and CHIME, which its pages spell out word by word. */
const KNOWN = new Set(['UK', 'NHS', 'CV', 'GCSEs', 'AA', 'LGBTQI', 'CHIME']);
const SHORT = /\b[A-Z][A-Za-z]?[A-Z]{1,5}s?\b/g;

/** Short forms that a text uses without saying at the first of them what it stands for. */
function unexplained(text: string): readonly string[] {
  const read = text.replace(/\]\([^)]*\)/g, ']');
  const first = new Map<string, number>();
  for (const { 0: short, index } of read.matchAll(SHORT)) if (!first.has(short)) first.set(short, index);
  return [...first]
    .filter(([short]) => !KNOWN.has(short))
    .filter(([short, at]) => {
      const before = read.slice(0, at);
      const inBrackets = before.lastIndexOf('(') > before.lastIndexOf(')');
      return !inBrackets && !/^( \(|: )/.test(read.slice(at + short.length));
    })
    .map(([short]) => short);
}

const things = [
  ...services.map(({ facts, text }) => [`service ${facts.id}`, text['en']] as const),
  ...[...directory.groups, ...directory.courses, ...directory.events].map(
    ({ facts, text }) => [facts.id, text['en']] as const,
  ),
];

test.each([
  ...pages.map(({ facts, text }) => [`page ${facts.id}`, text['en']?.body ?? ''] as const),
  ...things.map(
    ([id, text]) =>
      [
        id,
        sentencesIn(text)
          .filter(([path]) => !/alsoCalled|href/.test(path))
          .map(([, sentence]) => sentence)
          .join('\n'),
      ] as const,
  ),
])('[G30] %s says what each short form stands for where it first uses it', (_, text) => {
  expect(unexplained(text)).toEqual([]);
});
