import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from './fault.ts';
import { filesBelow, readData, textsIn } from './sentences.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const BLANK = /\{\{\s*(\w+)\s*\}\}/g;

/** Words that English has and an offered language lacks, has too many of, or has with other blanks. */
export function missingWords(root: string, languages: readonly string[]): readonly Fault[] {
  const others = languages.filter((lang) => lang !== 'en');
  const messages = filesBelow(root, 'content/messages/en/*.json');
  const forms = filesBelow(root, 'forms/**/text.en.json');
  return others.flatMap((lang) => [
    ...messages.flatMap((file) => compare(root, file, file.replace('/en/', `/${lang}/`), lang)),
    ...forms.flatMap((file) => compare(root, file, file.replace('text.en.', `text.${lang}.`), lang)),
  ]);
}

function compare(root: string, english: string, file: string, lang: string): Fault[] {
  if (!existsSync(join(root, file))) {
    return [{ file, field: 'the whole file', what: `There are no words in ${lang}.`, cure: `Translate ${english}.` }];
  }
  const wanted = wordsOf(root, english);
  const given = wordsOf(root, file);
  const plurals = new Set(
    [...wanted.keys()].filter((key) => key.endsWith('_other')).map((key) => key.replace(PLURAL, '')),
  );
  const stem = (key: string) => (plurals.has(key.replace(PLURAL, '')) ? key.replace(PLURAL, '') : key);
  const forms = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
  const needed = [...new Set([...wanted.keys()].map(stem))].flatMap((key) =>
    plurals.has(key) ? forms.map((form) => `${key}_${form}`) : [key],
  );
  const known = new Set(needed);
  return [
    ...needed
      .filter((key) => !given.get(key)?.trim())
      .map((key) => fault(file, key, `There are no words for it in ${lang}.`, `Translate it from ${english}.`)),
    ...[...given.keys()]
      .filter((key) => !known.has(key))
      .map((key) => fault(file, key, 'English has no such words.', `Remove them, or add them to ${english}.`)),
    ...[...given].flatMap(([key, text]) => {
      const original = wanted.get(key) ?? wanted.get(`${stem(key)}_other`);
      const unknown =
        original === undefined ? [] : blanksIn(text).filter((blank) => !blanksIn(original).includes(blank));
      const lost =
        original === undefined
          ? []
          : blanksIn(original).filter((blank) => blank !== 'count' && !blanksIn(text).includes(blank));
      if (unknown.length === 0 && lost.length === 0) return [];
      return [
        fault(file, key, `Its blanks differ: ${[...unknown, ...lost].join(', ')}.`, `Use the blanks of ${english}.`),
      ];
    }),
  ];
}

function wordsOf(root: string, file: string): ReadonlyMap<string, string> {
  return new Map(textsIn(readData(file, readFileSync(join(root, file), 'utf8'))));
}

const blanksIn = (text: string) => [...text.matchAll(BLANK)].map(([, name = '']) => name);

function fault(file: string, field: string, what: string, cure: string): Fault {
  return { file, field, what, cure };
}

/** How many things of content have words in each language that is no English: English stands in for the others. */
export function translated(root: string, languages: readonly string[]): readonly string[] {
  const folders = filesBelow(root, 'content/**/text.en.{yaml,md}');
  return languages
    .filter((lang) => lang !== 'en')
    .map((lang) => {
      const there = folders.filter((file) => existsSync(join(root, file.replace('text.en.', `text.${lang}.`))));
      return `${lang}: ${there.length} of ${folders.length} things of content have words; English stands in for the others.`;
    });
}
