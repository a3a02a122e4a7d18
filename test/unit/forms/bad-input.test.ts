import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/canonical-json.ts';
import { check } from '#core/forms/check.ts';
import type { Question } from '#core/forms/definition.ts';
import { readPosted } from '#core/forms/read-posted.ts';
import { aForm } from '../../support/a-form.ts';

/** One question of every kind. A new kind fails here until it has a row. */
const ONE_OF_EACH: { readonly [kind in Question['kind']]: Question } = {
  text: { id: 'q', kind: 'text', maxLength: 50 },
  'long-text': { id: 'q', kind: 'long-text', maxLength: 500 },
  'one-of': { id: 'q', kind: 'one-of', options: ['a', 'b'] },
  'some-of': { id: 'q', kind: 'some-of', options: ['a', 'b'] },
  scale: { id: 'q', kind: 'scale', options: ['a', 'b'] },
  'whole-number': { id: 'q', kind: 'whole-number', least: 0, most: 12 },
  money: { id: 'q', kind: 'money' },
  date: { id: 'q', kind: 'date', parts: 'day', notBefore: '1900-01-01' },
  postcode: { id: 'q', kind: 'postcode' },
  telephone: { id: 'q', kind: 'telephone' },
  email: { id: 'q', kind: 'email' },
  tick: { id: 'q', kind: 'tick' },
};
const everyKind = Object.values(ONE_OF_EACH).map((question) => [question.kind, question] as const);

const formOf = (question: Question) => aForm({ pages: [{ id: 'only', questions: [question] }] });
/** What a browser posts when `text` is typed or tampered into the question's control. */
const posted = ({ kind }: Question, text: string) =>
  kind === 'date' ? { 'q-day': text, 'q-year': '2026' } : { q: text };
const answerOf = (question: Question, text: string) => readPosted(formOf(question), posted(question, text));
const codesOf = async (question: Question, text: string) =>
  (await check(formOf(question), answerOf(question, text))).map(({ code }) => code);

const TEN_MB = 'ten million letters '.repeat(512 * 1024);
const isText = (kind: string) => kind === 'text' || kind === 'long-text';

describe.each(everyKind)('%s', (kind, question) => {
  test('left empty it is no answer, and only "required" minds', async () => {
    for (const empty of ['', '   ', '\u0000', '\r\n']) {
      expect(readPosted(formOf(question), { q: empty, 'q-day': empty, 'q-year': empty })).toEqual({});
    }
    expect(await codesOf({ ...question, required: true }, '')).toHaveLength(1);
  });

  test.each([
    ['an emoji', '👩‍👩‍👧 👋🏽'],
    ['text from right to left', '\u202eمرحبا\u202c بكم'],
    ['HTML', '<img src=x onerror=alert(1)> & "quotes"'],
    ['a formula', '=HYPERLINK("x")'],
    ['a path', '../../etc/passwd'],
  ])('%s is kept as typed where text is asked for, else it is a problem', async (_, typed) => {
    if (isText(kind)) expect(answerOf(question, typed)).toEqual({ q: typed });
    expect(await codesOf(question, typed)).toHaveLength(isText(kind) ? 0 : 1);
  });

  test('ten megabytes are one problem', async () => {
    expect(await codesOf(question, TEN_MB)).toHaveLength(1);
  });

  test('whatever is typed, the answer survives JSON and UTF-8, holds no control character, and is read the same again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const answers = answerOf(question, text);
        const sent = new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(canonicalJson(answers)));
        expect(JSON.parse(sent)).toEqual(answers);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
        expect(String(answers['q'] ?? '')).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/);
        if (kind !== 'date') expect(answerOf(question, String(answers['q'] ?? ''))).toEqual(answers);
      }),
    );
  });
});

const text = ONE_OF_EACH.text;

test.each([
  ['half an emoji becomes the mark for it', 'a\ud83d b', 'a\ufffd b'],
  ['both halves in the wrong order become two', '\udc4b\ud83d', '\ufffd\ufffd'],
  ['a whole emoji stays', '👋', '👋'],
  ['control characters go', 'a\u0000b\u0007c\u001b[31md\u007fe\u0085f', 'abc[31mdef'],
  ['a tab and a new line stay', 'a\tb\nc', 'a\tb\nc'],
  ['marks of direction stay in a sentence', '\u2067שלום\u2069 hello', '\u2067שלום\u2069 hello'],
])('%s', (_, typed, kept) => {
  expect(answerOf(text, typed)).toEqual({ q: kept });
});

test.each<[string, Question, string, string]>([
  ['a telephone number copied from a message', ONE_OF_EACH.telephone, '\u202a01632 960123\u202c', '01632 960123'],
  ['a telephone number in Arabic digits', ONE_OF_EACH.telephone, '٠١٦٣٢ ٩٦٠١٢٣', '01632 960123'],
  ['an address with a soft hyphen', ONE_OF_EACH.email, 'ala@exam\u00adple.org', 'ala@example.org'],
  ['a postcode with a space of no width', ONE_OF_EACH.postcode, 'SE17\u200b 1JL', 'SE17 1JL'],
  ['an amount with a mark of direction', ONE_OF_EACH.money, '\u200f£١١.50', '£11.50'],
])('%s is taken without what nobody sees', async (_, question, typed, kept) => {
  expect(answerOf(question, typed)).toEqual({ q: kept });
  expect(await codesOf(question, typed)).toEqual([]);
});

test('a date with marks of direction in its boxes is a date', () => {
  const given = { 'q-day': '\u200f٢', 'q-month': '4\u200e', 'q-year': '2026' };
  expect(readPosted(formOf(ONE_OF_EACH.date), given)).toEqual({ q: '2026-04-02' });
});

test('the limit counts characters as people see them, however they are made up', async () => {
  const limited: Question = { id: 'q', kind: 'text', maxLength: 10 };
  expect(await codesOf(limited, 'ᾂ'.normalize('NFD').repeat(10))).toEqual([]);
  expect(await codesOf(limited, '👋'.repeat(10))).toEqual([]);
  expect(await codesOf(limited, '👋'.repeat(11))).toEqual(['tooLong']);
});
