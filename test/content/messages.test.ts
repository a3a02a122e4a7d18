import { describe, expect, test } from 'vitest';
import { blanksIn, filesIn, offeredLanguages, readData, sentencesIn } from '../support/content.ts';

const NAMESPACES = [
  'site',
  'form',
  'outbox',
  'draft',
  'intake',
  'directory',
  'timetable',
  'check',
  'paper',
  'builder',
  'exchange',
  'news',
  'organise',
  'review',
  'made',
];
const FORM = /_(zero|one|two|few|many|other)$/;

const languages = offeredLanguages().map(({ code }) => code);
const messages = (language: string, namespace: string) =>
  new Map(sentencesIn(readData(`content/messages/${language}/${namespace}.json`)));
const keysOf = (words: ReadonlyMap<string, string>) => [
  ...new Set([...words.keys()].map((key) => key.replace(FORM, ''))),
];
const isPlural = (words: ReadonlyMap<string, string>, key: string) => words.has(`${key}_other`);

/** The plural forms a language needs: Arabic six, Polish four, English two. */
function pluralForms(language: string): readonly string[] {
  return new Intl.PluralRules(language).resolvedOptions().pluralCategories;
}

/** Whether a plural form stands for one single number, so that a translator may write it as a word. */
function isOneNumber(language: string, form: string): boolean {
  const rules = new Intl.PluralRules(language);
  return Array.from({ length: 1000 }, (_, number) => rules.select(number)).filter((one) => one === form).length === 1;
}

const catalogues = languages.flatMap((language) => NAMESPACES.map((namespace) => [language, namespace] as const));

test('English, Polish and Arabic are offered', () => {
  expect(languages).toEqual(expect.arrayContaining(['en', 'pl', 'ar']));
});

test('every folder of messages belongs to a language of content/languages', () => {
  const folders = new Set(filesIn('content/messages/*/*.json').map((path) => path.split('/')[2]));
  const known = filesIn('content/languages/*.yaml').map((path) => path.replace(/^.*\/|\.yaml$/g, ''));
  expect([...folders].filter((code) => !known.includes(code ?? ''))).toEqual([]);
});

describe.each(catalogues)('messages %s/%s', (language, namespace) => {
  const english = messages('en', namespace);
  const words = messages(language, namespace);

  test('[G8] have every key of the English ones', () => {
    expect(keysOf(english).filter((key) => !keysOf(words).includes(key))).toEqual([]);
  });

  test('have no key that English lacks', () => {
    expect(keysOf(words).filter((key) => !keysOf(english).includes(key))).toEqual([]);
  });

  test('have exactly the plural forms that the language needs', () => {
    const plurals = keysOf(english).filter((key) => isPlural(english, key));
    const forms = (key: string) => [...words.keys()].filter((one) => FORM.test(one) && one.replace(FORM, '') === key);
    const wanted = plurals.map((key) => [
      key,
      pluralForms(language)
        .map((form) => `${key}_${form}`)
        .sort(),
    ]);
    expect(plurals.map((key) => [key, forms(key).sort()])).toEqual(wanted);
  });

  test('have the same blanks as the English ones', () => {
    const wrong = [...words].filter(([key, text]) => {
      const base = key.replace(FORM, '');
      const form = FORM.exec(key)?.[1];
      const wanted = blanksIn(english.get(isPlural(english, base) ? `${base}_other` : key) ?? '');
      const given = blanksIn(text);
      const asWord = form !== undefined && isPlural(english, base) && isOneNumber(language, form);
      const without = wanted.filter((blank) => blank !== 'count');
      return String(given) !== String(wanted) && !(asWord && String(given) === String(without));
    });
    expect(wrong).toEqual([]);
  });

  test('are not empty', () => {
    expect([...words].filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  test('hold no HTML', () => {
    expect([...words].filter(([, text]) => /<[a-z/]/i.test(text))).toEqual([]);
  });
});

test.each(NAMESPACES)('every key of %s has a note for translators', (namespace) => {
  const notes = new Map(sentencesIn(readData('content/messages/notes.json')));
  const missing = keysOf(messages('en', namespace)).filter(
    (key) => !notes.has(`${namespace}.${key}`) && !notes.has(`${namespace}:${key}`),
  );
  expect(missing).toEqual([]);
});

test('no note is about a key that is gone', () => {
  const keys = NAMESPACES.flatMap((namespace) => keysOf(messages('en', namespace)).map((key) => `${namespace}.${key}`));
  const notes = sentencesIn(readData('content/messages/notes.json')).map(([key]) => key.replace(':', '.'));
  expect(notes.filter((key) => !keys.includes(key))).toEqual([]);
});
