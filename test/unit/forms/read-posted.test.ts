import { expect, test } from 'vitest';
import { toParts } from '#core/date-parts.ts';
import { readPosted } from '#core/forms/read-posted.ts';
import { aForm } from '../../support/a-form.ts';

const months = aForm({ pages: [{ id: 'm', questions: [{ id: 'months', kind: 'whole-number', least: 0, most: 12 }] }] });

test('[G25] names that are no question of the form are dropped', () => {
  expect(readPosted(aForm(), { preferredName: 'Ala', admin: 'yes', __proto__: 'x' })).toEqual({ preferredName: 'Ala' });
});

test('white space at the ends goes, empty answers are absent', () => {
  expect(readPosted(aForm(), { preferredName: '  Ala ', email: '   ' })).toEqual({ preferredName: 'Ala' });
});

test('one tick and several ticks are both lists', () => {
  expect(readPosted(aForm(), { needs: 'housing' })).toEqual({ needs: ['housing'] });
  expect(readPosted(aForm(), { needs: ['housing', 'money'] })).toEqual({ needs: ['housing', 'money'] });
});

test('numbers typed in Arabic or Persian digits are read', () => {
  expect(readPosted(months, { months: '٦' })).toEqual({ months: '6' });
  expect(readPosted(months, { months: '۱۲' })).toEqual({ months: '12' });
});

const dates = aForm({
  pages: [
    {
      id: 'd',
      questions: [
        { id: 'seen', kind: 'date', parts: 'day' },
        { id: 'turning18', kind: 'date', parts: 'month' },
      ],
    },
  ],
});

test.each<[string, Record<string, string>, Record<string, string>]>([
  ['whole', { 'seen-day': '2', 'seen-month': ' 4 ', 'seen-year': '2026' }, { seen: '2026-04-02' }],
  ['of a month', { 'turning18-month': '04', 'turning18-year': '2027' }, { turning18: '2027-04' }],
  ['in Arabic digits', { 'seen-day': '٢', 'seen-month': '٤', 'seen-year': '٢٠٢٦' }, { seen: '2026-04-02' }],
  ['that the calendar lacks', { 'seen-day': '31', 'seen-month': '2', 'seen-year': '2026' }, { seen: '31/2/2026' }],
  ['with a part missing', { 'seen-day': '', 'seen-month': '4', 'seen-year': '2026' }, { seen: '/4/2026' }],
  ['with a month in letters', { 'seen-day': '2', 'seen-month': 'May', 'seen-year': '2026' }, { seen: '2/May/2026' }],
  ['left empty', { 'seen-day': '', 'seen-month': ' ', 'seen-year': '' }, {}],
  ['posted under its own name', { seen: '2026-04-02' }, {}],
])('a date %s is read from its parts, and shown again as typed', (_title, posted, answers) => {
  expect(readPosted(dates, posted)).toEqual(answers);
});

test.each([
  ['2026-04-02', ['02', '04', '2026']],
  ['2027-04', ['04', '2027']],
  ['31/2/2026', ['31', '2', '2026']],
  ['/4/2026', ['', '4', '2026']],
])('the answer %s goes back into its controls', (answer, parts) => {
  expect(toParts(answer)).toEqual(parts);
});

test('the line ends that a browser posts count once', () => {
  expect(readPosted(aForm(), { preferredName: 'a\r\nb' })).toEqual({ preferredName: 'a\nb' });
});
