import { describe, expect, test } from 'vitest';
import type { Criterion } from '#core/criteria/criterion.ts';
import type { FormText, Question } from '#core/forms/definition.ts';
import { layOutOnPaper } from '#core/forms/paper/lay-out.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { paperWording } from '#ui/paper/wording.ts';
import { aForm } from '../../../support/a-form.ts';

const yesNo = ['yes', 'no'];
const eight = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'none'];
const questions: readonly Question[] = [
  { id: 'care', kind: 'one-of', options: yesNo },
  { id: 'needs', kind: 'some-of', options: eight },
  { id: 'months', kind: 'whole-number', least: 0, most: 60 },
  { id: 'pay', kind: 'money' },
  { id: 'started', kind: 'date', parts: 'day' },
  { id: 'agreed', kind: 'tick' },
  { id: 'town', kind: 'text', maxLength: 40 },
];
const form = aForm({ pages: [{ id: 'only', questions }] });
const letters = Object.fromEntries(eight.map((one) => [one, one.toUpperCase()]));
const text: FormText = {
  title: 'A form',
  intro: [],
  recipients: {},
  pages: {},
  questions: {
    care: { label: 'Care?', options: { yes: 'Yes', no: 'No' } },
    needs: { label: 'Needs?', options: letters },
    months: { label: 'Months?' },
    pay: { label: 'Pay?' },
    started: { label: 'When?' },
    agreed: { label: 'I agree.' },
    town: { label: 'Town?' },
  },
};

const inWords = (criterion: Criterion, language = 'en') => {
  const { t } = wordsFor(language);
  const say = (key: string, blanks?: { readonly [name: string]: string | number }) => t(`paper:${key}`, blanks);
  return paperWording(layOutOnPaper(form), text, language, say).condition(criterion);
};

const care: Criterion = { question: 'care', is: 'yes' };
const months: Criterion = { question: 'months', lessThan: 6 };

const SENTENCES: readonly (readonly [criterion: Criterion, english: string])[] = [
  [care, 'you ticked “Yes” in question 1 (“Care?”)'],
  [{ question: 'care', isOneOf: yesNo }, 'you ticked “Yes” or “No” in question 1 (“Care?”)'],
  [{ question: 'needs', has: 'a' }, 'you ticked “A” in question 2 (“Needs?”)'],
  [{ question: 'needs', hasAnyOf: ['a', 'b', 'c'] }, 'you ticked “A”, “B” or “C” in question 2 (“Needs?”)'],
  [
    { question: 'needs', hasAnyOf: eight.slice(0, 7) },
    'you ticked something other than “NONE” in question 2 (“Needs?”)',
  ],
  [{ question: 'months', atLeast: 6 }, 'the number in question 3 (“Months?”) is 6 or more'],
  [{ question: 'months', atMost: 6 }, 'the number in question 3 (“Months?”) is 6 or less'],
  [{ question: 'months', moreThan: 6 }, 'the number in question 3 (“Months?”) is more than 6'],
  [months, 'the number in question 3 (“Months?”) is less than 6'],
  [{ question: 'pay', atLeast: 11.5 }, 'the number in question 4 (“Pay?”) is £11.50 or more'],
  [{ question: 'needs', countAtLeast: 2 }, 'the number of boxes you ticked in question 2 (“Needs?”) is 2 or more'],
  [{ question: 'needs', countAtMost: 1 }, 'the number of boxes you ticked in question 2 (“Needs?”) is 1 or less'],
  [{ question: 'needs', countAtMost: 0 }, 'you ticked nothing in question 2 (“Needs?”)'],
  [
    { question: 'started', onOrAfter: '2026-04-02' },
    'the date in question 5 (“When?”) is Thursday 2 April 2026 or later',
  ],
  [{ question: 'started', before: '2026-04-02' }, 'the date in question 5 (“When?”) is before Thursday 2 April 2026'],
  [{ question: 'care', answered: true }, 'you answered question 1 (“Care?”)'],
  [{ question: 'agreed', is: 'yes' }, 'you ticked the box in question 6 (“I agree.”)'],
  [{ question: 'town', is: 'Derby' }, 'you wrote “Derby” in question 7 (“Town?”)'],
];

test.each(SENTENCES)('[G29] %j in English', (criterion, english) => {
  expect(inWords(criterion)).toBe(english);
});

test.each<[string, Criterion, Criterion]>([
  ['no more than', { question: 'months', atMost: 6 }, { question: 'months', moreThan: 6 }],
  ['fewer than', months, { question: 'months', atLeast: 6 }],
  ['too few ticks', { question: 'needs', countAtMost: 1 }, { question: 'needs', countAtLeast: 2 }],
  ['no tick', { question: 'needs', countAtMost: 0 }, { question: 'needs', countAtLeast: 1 }],
  ['earlier', { question: 'started', before: '2026-04-02' }, { question: 'started', onOrAfter: '2026-04-02' }],
])('"not" of the contrary is said without "not": %s', (_, plain, contrary) => {
  expect(inWords({ not: contrary })).toBe(inWords(plain));
  expect(inWords({ not: plain })).toBe(inWords(contrary));
});

test.each<[Criterion, string]>([
  [{ not: care }, 'you did not tick “Yes” in question 1 (“Care?”)'],
  [{ not: { question: 'needs', hasAnyOf: ['a', 'b'] } }, 'you did not tick “A” or “B” in question 2 (“Needs?”)'],
  [{ not: { question: 'agreed', is: 'yes' } }, 'you did not tick the box in question 6 (“I agree.”)'],
  [{ not: { question: 'town', is: 'Derby' } }, 'you did not write “Derby” in question 7 (“Town?”)'],
  [{ not: { question: 'care', answered: true } }, 'you left question 1 (“Care?”) empty'],
  [{ not: { not: care } }, 'you ticked “Yes” in question 1 (“Care?”)'],
])('%j says what was not done', (criterion, english) => {
  expect(inWords(criterion)).toBe(english);
});

describe('several conditions', () => {
  test('two of them are joined by a word', () => {
    expect(inWords({ all: [care, months] })).toBe(`${inWords(care)} and ${inWords(months)}`);
    expect(inWords({ any: [care, months] })).toBe(`${inWords(care)} or ${inWords(months)}`);
  });

  test('"not all" is "one is not", "not any" is "none is"', () => {
    expect(inWords({ not: { all: [care, months] } })).toBe(inWords({ any: [{ not: care }, { not: months }] }));
    expect(inWords({ not: { any: [care, months] } })).toBe(inWords({ all: [{ not: care }, { not: months }] }));
  });

  test('answers of one question are named together, and a list in a list is one list', () => {
    const one: Criterion = { question: 'needs', has: 'a' };
    const other: Criterion = { any: [{ question: 'needs', has: 'b' }] };
    expect(inWords({ any: [one, other] })).toBe('you ticked “A” or “B” in question 2 (“Needs?”)');
    expect(inWords({ all: [{ not: one }, { not: other }] })).toBe(
      'you did not tick “A” or “B” in question 2 (“Needs?”)',
    );
    expect(inWords({ all: [one, other] })).toBe(`${inWords(one)} and ${inWords(other)}`);
  });

  test('more than two, or parts with parts, are numbered', () => {
    const pay: Criterion = { question: 'pay', moreThan: 10 };
    expect(inWords({ any: [care, { all: [months, pay] }] })).toBe(
      `one of these fits: (1) ${inWords(care)}; (2) ${inWords(months)} and ${inWords(pay)}`,
    );
    expect(inWords({ all: [care, months, pay] })).toBe(
      `all of these fit: (1) ${inWords(care)}; (2) ${inWords(months)}; (3) ${inWords(pay)}`,
    );
  });

  test('a third level stands in brackets', () => {
    const pay: Criterion = { question: 'pay', moreThan: 10 };
    const deep: Criterion = { any: [care, { all: [months, { any: [pay, { question: 'town', is: 'Derby' }] }] }] };
    expect(inWords(deep)).toContain(`and (${inWords(pay)} or you wrote “Derby”`);
  });
});

describe.each(['pl', 'ar'])('in %s', (language) => {
  test.each(SENTENCES.map(([criterion]) => [criterion]))(
    '%j names its question and says something else than English',
    (criterion) => {
      const said = inWords(criterion, language);
      const number = questions.findIndex(({ id }) => 'question' in criterion && id === criterion.question) + 1;
      expect(said).toContain(String(number));
      expect(said).not.toMatch(/\{\{|undefined|you |question/);
      expect(said).not.toBe(inWords(criterion));
    },
  );
});

test('Polish and Arabic quote and join as they do', () => {
  expect(inWords({ question: 'care', isOneOf: yesNo }, 'pl')).toBe('w pytaniu 1 („Care?”) zaznaczono „Yes” lub „No”');
  expect(inWords(care, 'ar')).toBe('وضعت علامة عند «Yes» في السؤال 1 («Care?»)');
});
