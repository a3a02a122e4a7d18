import { expect, test } from 'vitest';
import { isNameless, recipientOf, relevantAnswers, relevantPages } from '#core/forms/relevance.ts';
import { aForm } from '../../support/a-form.ts';

const pageIds = (answers: Parameters<typeof relevantPages>[1]) =>
  relevantPages(aForm(), answers).map(({ page }) => page.id);

test('a page whose condition has no answer yet is not on the route', () => {
  expect(pageIds({})).toEqual(['name', 'contact', 'needs']);
});

test('a page joins the route once its condition is met', () => {
  expect(pageIds({ needs: ['housing'] })).toEqual(['name', 'contact', 'needs', 'housing']);
});

test('an answer left behind off the route is not sent', () => {
  const answers = { contactMethod: 'email', phone: '01632 960001', email: 'a@example.org', housingPlan: 'yes' };
  expect(relevantAnswers(aForm(), answers)).toEqual({ contactMethod: 'email', email: 'a@example.org' });
});

test('an answer that does not apply opens nothing behind it', () => {
  const form = aForm({
    pages: [
      ...aForm().pages,
      {
        id: 'plan',
        when: { question: 'housingPlan', is: 'yes' },
        questions: [{ id: 'planDate', kind: 'text', maxLength: 20 }],
      },
    ],
  });
  expect(relevantAnswers(form, { housingPlan: 'yes', planDate: 'May' })).toEqual({});
});

test('a list that was shown and left empty counts as none of its options', () => {
  const routes = [
    { recipient: 'swk-lot9', when: { not: { question: 'needs', hasAnyOf: ['housing'] } } },
    { recipient: 'swk-hub' },
  ];
  expect(recipientOf(aForm({ routes }), {})).toBe('swk-lot9');
  expect(recipientOf(aForm({ routes }), { needs: ['housing'] })).toBe('swk-hub');
});

test('an unanswered choice meets no route that asks about it', () => {
  const routes = [
    { recipient: 'swk-lot9', when: { not: { question: 'housingPlan', is: 'yes' } } },
    { recipient: 'swk-hub' },
  ];
  expect(recipientOf(aForm({ routes }), {})).toBe('swk-hub');
});

test('nobody can reply only to answers that say so themselves, on the route', () => {
  const form = aForm({ namelessWhen: { question: 'housingPlan', is: 'no' } });
  expect(isNameless(form, { needs: ['housing'], housingPlan: 'no' })).toBe(true);
  expect(isNameless(form, { housingPlan: 'no' })).toBe(false);
  expect(isNameless(form, { needs: ['housing'] })).toBe(false);
  expect(isNameless(aForm(), {})).toBe(false);
});
