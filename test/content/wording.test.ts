import { describe, expect, test } from 'vitest';
import { AVOIDED_WORDS } from '#core/forms/edit/avoided-words.ts';
import { filesIn, readData, readText, sentencesIn } from '../support/content.ts';

/** Every English file that residents read. */
const english = [
  ...filesIn('content/messages/en/*.json'),
  ...filesIn('content/**/text.en.{yaml,md}'),
  ...filesIn('forms/**/text.en.json'),
];
const everyLanguage = [
  ...filesIn('content/messages/*/*.json').filter((path) => !path.endsWith('notes.json')),
  ...filesIn('content/**/text.*.{yaml,md}'),
  ...filesIn('forms/**/text.*.json'),
];

function sentencesOf(path: string): readonly string[] {
  return path.endsWith('.md') ? readText(path).split('\n') : sentencesIn(readData(path)).map(([, text]) => text);
}

const saying = (path: string, words: RegExp) => sentencesOf(path).filter((text) => words.test(text));

describe.each(english)('%s', (path) => {
  test('[E62] calls nobody a client, customer or service user', () => {
    expect(saying(path, AVOIDED_WORDS.client)).toEqual([]);
  });

  test('says who can use a thing, never who is eligible', () => {
    expect(saying(path, AVOIDED_WORDS.eligible)).toEqual([]);
  });

  test('blames nobody: never invalid, oops, failed', () => {
    expect(saying(path, AVOIDED_WORDS.blame)).toEqual([]);
  });
});

describe.each(everyLanguage)('%s', (path) => {
  test('[D13] makes no 50 % a condition', () => {
    expect(saying(path, /(50|٥٠)\s*(%|٪|per ?cent|proc)/i)).toEqual([]);
  });

  test('[D50] states no contract value and no target', () => {
    expect(saying(path, /£\s?\d{1,3},\d{3}|\b(contract value|output target|service credit)/i)).toEqual([]);
  });
});

const telephone = /(?<![\d/-])(\+44|0)[\d ]{8,13}\d\b/;
const DRAMA = /01632 ?960 ?\d{3}|020 ?7946 ?0\d{3}|07700 ?900 ?\d{3}/;

test.each(everyLanguage)('%s gives no telephone number that nobody published', (path) => {
  const given = saying(path, telephone).filter((text) => !DRAMA.test(text));
  expect(given).toEqual([]);
});
