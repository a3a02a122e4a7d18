import { expect, test } from 'vitest';
import { readForms } from '#publish/forms/read-forms.ts';

const forms = readForms();
const questions = forms.flatMap(({ definition }) => definition.pages.flatMap((page) => page.questions));
const formOf = (id: string) => {
  const form = forms.find(({ definition }) => definition.id === id);
  if (!form) throw new Error(`There is no form ${id}`);
  return form;
};
const asksOf = (id: string) =>
  formOf(id).definition.pages.flatMap((page) => page.questions.map((question) => question.id));

/** Every form of the catalogue (domain.md §2.2) that is for the portal; 36, paper, is a page of each of them. */
const CATALOGUE = [
  ...['derby-self', 'derby-carer', 'derby-pro', 'derby-family-refer', 'derby-transition', 'derby-callback-peer'],
  ...['derby-course', 'derby-course-deliver', 'group-start', 'group-update', 'group-add', 'peer-volunteer'],
  ...['group-feedback', 'derby-outcomes', 'derby-course-feedback', 'complaint', 'compliment', 'unmet-need', 'involve'],
  ...['swk-self', 'swk-pro', 'swk-employer-story', 'swk-satisfaction', 'swk-forum', 'swk-course', 'slf-family'],
  ...['slf-pro', 'don-enquiry', 'don-pro', 'don-fund-ask', 'yf-enquiry', 'yf-peer', 'event-book', 'reminder-signup'],
  ...['access-data', 'personal-budget-interest', 'report-problem'],
];

test.each(CATALOGUE)('%s is a form in every language', (id) => {
  expect(Object.keys(formOf(id).text).sort()).toEqual(['ar', 'en', 'pl']);
});

test.each([
  'text',
  'long-text',
  'one-of',
  'some-of',
  'date',
  'whole-number',
  'money',
  'postcode',
  'telephone',
  'email',
  'scale',
  'tick',
])('[F-4] questions of the kind %s are asked by some form', (kind) => {
  expect(questions.map((question) => question.kind)).toContain(kind);
});

test('[F-4] a group is picked from those that the directory has', () => {
  const groupId = questions.find(({ id }) => id === 'groupId');
  expect(groupId && 'options' in groupId && groupId.options.length).toBeGreaterThan(5);
});

test('[F-12] one form asks for a whole household, as counts: nobody in it is named or repeated', () => {
  const asked = asksOf('slf-family');
  const home = asked.filter((id) => /adults|children/i.test(id));
  expect(home.length).toBeGreaterThanOrEqual(2);
  expect(asked.filter((id) => /-\d$|birth|childName/i.test(id))).toEqual([]);
});

test('[F-13] every form names who receives it, in words in every language', () => {
  for (const { definition, text } of forms) {
    for (const { recipient } of definition.routes) {
      for (const words of Object.values(text)) expect(words.recipients[recipient], definition.id).toBeTruthy();
    }
  }
});

test('[F-17] no form asks for an account or a password', () => {
  expect(questions.filter(({ id }) => /password|account|username|login/i.test(id))).toEqual([]);
});
