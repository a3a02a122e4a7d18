import { expect, test } from 'vitest';
import { check } from '#core/forms/check.ts';
import type { Question } from '#core/forms/definition.ts';
import { aForm } from '../../support/a-form.ts';

const problemsOf = async (question: Question, answer: string | string[]) => {
  const form = aForm({ pages: [{ id: 'only', questions: [question] }] });
  return (await check(form, { [question.id]: answer })).map(({ code }) => code);
};

test('required questions that apply are asked for, others are not', async () => {
  expect(await check(aForm(), { contactMethod: 'phone' })).toEqual([
    { question: 'preferredName', code: 'required', params: {} },
    { question: 'phone', code: 'required', params: {} },
  ]);
});

test('a problem carries the number its sentence needs', async () => {
  const question: Question = { id: 'story', kind: 'long-text', maxLength: 5 };
  const form = aForm({ pages: [{ id: 'only', questions: [question] }] });
  expect(await check(form, { story: 'too long' })).toEqual([
    { question: 'story', code: 'tooLong', params: { limit: 5 } },
  ]);
});

const months: Question = { id: 'months', kind: 'whole-number', least: 0, most: 12 };
const choice: Question = { id: 'choice', kind: 'one-of', options: ['a', 'b'] };
const choices: Question = { id: 'choices', kind: 'some-of', options: ['a', 'b'] };
const phone: Question = { id: 'phone', kind: 'telephone' };
const email: Question = { id: 'email', kind: 'email' };
const postcode: Question = { id: 'postcode', kind: 'postcode' };
const pay: Question = { id: 'pay', kind: 'money' };
const statement: Question = { id: 'd01', kind: 'scale', options: ['agree', 'disagree'] };
const day: Question = { id: 'day', kind: 'date', parts: 'day', notBefore: '2026-01-31', notAfter: '2026-12-31' };
const month: Question = { id: 'month', kind: 'date', parts: 'month', notBefore: '2026-02-10' };

test.each<[string, Question, string | string[], string[]]>([
  ['a whole number at its least', months, '0', []],
  ['a whole number at its most', months, '12', []],
  ['a number too large', months, '13', ['tooLarge']],
  ['a number too small', months, '-1', ['tooSmall']],
  ['words for a number', months, 'six', ['notANumber']],
  ['half a month', months, '1.5', ['notANumber']],
  ['an option', choice, 'b', []],
  ['what is no option', choice, 'c', ['notAnOption']],
  ['two options', choices, ['a', 'b'], []],
  ['one option twice', choices, ['a', 'a'], ['notAnOption']],
  ['a number with spaces and brackets', phone, '(01632) 960 001', []],
  ['a number from abroad', phone, '+48 22 555 01 23', []],
  ['a number with an extension', phone, '01632 960001 ext 12', []],
  ['six digits', phone, '960001', ['wrongTelephone']],
  ['letters', phone, 'call my mum', ['wrongTelephone']],
  ['an e-mail address in another script', email, 'ala@bücher.example', []],
  ['an address without a dot', email, 'ala@home', ['wrongEmail']],
  ['[D5] a postcode in small letters without a space', postcode, 'se171jl', []],
  ['[D5] a postcode with the letter O for nought', postcode, 'SE5 OHH', []],
  ['[D5] half a postcode', postcode, 'SE17', ['wrongPostcode']],
  ['pounds with pence', pay, '£11.50', []],
  ['pounds alone', pay, '11', []],
  ['a word for money', pay, 'lots', ['notMoney']],
  ['a statement agreed with', statement, 'agree', []],
  ['what is no option of a statement', statement, 'very', ['notAnOption']],
  ['a date', day, '2026-02-28', []],
  ['a leap day of a year that has none', day, '2026-02-29', ['notADate']],
  ['a date in pieces', day, '2//2026', ['notADate']],
  ['a month where a day is asked', day, '2026-02', ['notADate']],
  ['the first day taken', day, '2026-01-31', []],
  ['the day before it', day, '2026-01-30', ['tooEarly']],
  ['the day after the last', day, '2027-01-01', ['tooLate']],
  ['a month', month, '2026-02', []],
  ['a month that is too early', month, '2026-01', ['tooEarly']],
  ['a thirteenth month', month, '2026-13', ['notADate']],
])('%s', async (_title, question, answer, codes) => {
  expect(await problemsOf(question, answer)).toEqual(codes);
});

test('an emoji or an accent is one character', async () => {
  const name: Question = { id: 'name', kind: 'text', maxLength: 2 };
  expect(await problemsOf(name, '👋é')).toEqual([]);
});
