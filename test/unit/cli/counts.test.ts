import { expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition, Question } from '#core/forms/definition.ts';
import { tally } from '../../../src/cli/intake/counts/tally.ts';
import { columnsFor } from '../../../src/cli/intake/export-rows.ts';
import type { Opened } from '../../../src/cli/intake/open-held.ts';

function aForm(
  id: string,
  questions: readonly Question[],
  kind: FormDefinition['kind'] = 'submission',
): FormDefinition {
  const routes = [{ recipient: 'a-team' }];
  const pages = [{ id: 'page', questions }];
  return {
    ...{ id, kind, routes, pages, system: 'all', audience: 'resident', promise: 'none' },
    ...{ privacyNotice: '1', crisisPanel: false },
  };
}

function anOpened(form: FormDefinition, receivedAt: string, answers: Answers): Opened {
  const { id, system } = form;
  return {
    ...{ id: 'submission:1', reference: 'R', form: id, formVersion: 'v', recipient: 'a-team', system },
    ...{ receivedAt, answers },
  };
}

const someOf = (id: string, ...options: string[]): Question => ({ id, kind: 'some-of', options });
const oneOf = (id: string, ...options: string[]): Question => ({ id, kind: 'one-of', options });

function totals(period: 'month' | 'quarter', all: readonly (readonly [FormDefinition, string, Answers])[]) {
  const sums = tally(period);
  for (const [form, receivedAt, answers] of all) sums.add(anOpened(form, receivedAt, answers), form);
  return Object.fromEntries(
    sums.counts().map(({ period: when, counted, value, total }) => [`${when}: ${counted}: ${value}`, total]),
  );
}

test('[B14] enquiries are counted by the challenges that come together, and by month', () => {
  const form = aForm('don-enquiry', [someOf('challenges', 'homelessness', 'drugAlcohol', 'offending')]);
  const found = totals('month', [
    [form, '2026-04-02T10:00:00+01:00', { challenges: ['homelessness', 'drugAlcohol'] }],
    [form, '2026-04-30T23:30:00+01:00', { challenges: ['drugAlcohol', 'homelessness'] }],
    [form, '2026-04-30T23:30:00Z', { challenges: ['offending'] }],
  ]);
  expect(found['2026-04: challenges together: drugAlcohol + homelessness']).toBe(2);
  expect(found['2026-05: challenges together: offending']).toBe(1);
});

test('[A13] enquiries and sign-ups are counted by borough and quarter, and nothing typed is in it', () => {
  const asks: Question[] = [
    oneOf('borough', 'lambeth', 'lewisham'),
    { id: 'preferredName', kind: 'text', maxLength: 99 },
  ];
  const [enquiry, signUp] = [aForm('yf-enquiry', asks), aForm('yf-peer', asks)];
  const found = totals('quarter', [
    [enquiry, '2026-04-02T10:00:00Z', { borough: 'lambeth', preferredName: 'Zofia' }],
    [enquiry, '2026-06-30T10:00:00Z', { borough: 'lambeth', preferredName: 'Adam' }],
    [signUp, '2026-07-01T10:00:00Z', { preferredName: 'Sam' }],
  ]);
  expect(found['2026-04 to 2026-06: borough / form: lambeth / yf-enquiry']).toBe(2);
  expect(found['2026-07 to 2026-09: borough: not said']).toBe(1);
  expect(JSON.stringify(found)).not.toMatch(/Zofia|Adam|Sam/);
});

test('[C14] families are counted by locality and by what they ask for there', () => {
  const form = aForm('slf-family', [oneOf('locality', 'melton'), someOf('supportAreas', 'money', 'housing')]);
  const found = totals('quarter', [
    [form, '2026-04-02T10:00:00Z', { locality: 'melton', supportAreas: ['money', 'housing'] }],
  ]);
  expect(found).toMatchObject({
    '2026-04 to 2026-06: locality: melton': 1,
    '2026-04 to 2026-06: locality / supportAreas: melton / money': 1,
    '2026-04 to 2026-06: locality / supportAreas: melton / housing': 1,
  });
});

test('[E51] complaints and compliments are counted by theme', () => {
  const form = aForm('complaint', [oneOf('theme', 'waiting', 'staff')]);
  const found = totals('quarter', [[form, '2026-04-02T10:00:00Z', { theme: 'waiting' }]]);
  expect(found['2026-04 to 2026-06: form / theme: complaint / waiting']).toBe(1);
});

test('[E56] referrals are counted by who refers, and by what is asked of them', () => {
  const form = aForm('derby-pro', [oneOf('referrerType', 'gp', 'police')]);
  const found = totals('quarter', [
    [form, '2026-04-02T10:00:00Z', { referrerType: 'gp' }],
    [form, '2026-04-03T10:00:00Z', { referrerType: 'gp' }],
  ]);
  expect(found['2026-04 to 2026-06: referrerType: gp']).toBe(2);
});

test('of anonymous answers every choice is counted, what was typed never', () => {
  const form = aForm(
    'survey',
    [oneOf('fair', 'yes', 'no'), { id: 'comment', kind: 'long-text', maxLength: 99 }],
    'monitoring',
  );
  const found = totals('quarter', [[form, '2026-04', { fair: 'yes', comment: 'About Pat' }]]);
  expect(found['2026-04 to 2026-06: fair: yes']).toBe(1);
  expect(JSON.stringify(found)).not.toContain('Pat');
});

test('[F-3] a question added to a form is a column of the export by itself, after those before it', () => {
  const before = aForm('f', [oneOf('first', 'a'), someOf('second', 'x', 'y')]);
  const after = aForm('f', [
    oneOf('first', 'a'),
    { id: 'new', kind: 'text', maxLength: 9 },
    someOf('second', 'x', 'y', 'z'),
  ]);
  const names = columnsFor([before, after]).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('answer.'))).toEqual([
    'answer.first',
    'answer.second.x',
    'answer.second.y',
    'answer.new',
    'answer.second.z',
  ]);
});
