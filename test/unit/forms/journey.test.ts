import { expect, test } from 'vitest';
import { check } from '#core/forms/check.ts';
import { endOf, firstPage, pageBefore, stepAfter } from '#core/forms/journey.ts';
import { exitOf, relevantAnswers } from '#core/forms/relevance.ts';
import { aForm } from '../../support/a-form.ts';

test('the route goes on past a page that does not apply', () => {
  expect(stepAfter(aForm(), {}, 'needs')).toEqual({ at: 'check' });
  expect(stepAfter(aForm(), { needs: ['housing'] }, 'needs')).toEqual({ at: 'page', page: 'housing' });
});

test('Back leads along the same route', () => {
  expect(pageBefore(aForm(), {}, { at: 'check' })).toBe('needs');
  expect(pageBefore(aForm(), {}, { at: 'page', page: 'name' })).toBeUndefined();
});

test('the first page is the first that applies', () => {
  expect(firstPage(aForm(), {})).toBe('name');
});

const withExit = aForm({
  pages: [
    { id: 'agreement', questions: [{ id: 'personAgrees', kind: 'one-of', options: ['yes', 'no'], required: true }] },
    {
      id: 'not-agreed',
      exit: true,
      when: { question: 'personAgrees', is: 'no' },
      questions: [],
      links: [{ href: '/help-now/' }, { href: '/services/' }],
    },
    { id: 'person', questions: [{ id: 'preferredName', kind: 'text', maxLength: 100, required: true }] },
  ],
});

test('an exit ends the route: nothing behind it is asked, checked or sent', async () => {
  const answers = { personAgrees: 'no', preferredName: 'Ala' };
  expect(exitOf(withExit, answers)?.id).toBe('not-agreed');
  expect(stepAfter(withExit, answers, 'agreement')).toEqual({ at: 'page', page: 'not-agreed' });
  expect(stepAfter(withExit, answers, 'not-agreed')).toEqual({ at: 'page', page: 'not-agreed' });
  expect(relevantAnswers(withExit, answers)).toEqual({ personAgrees: 'no' });
  expect(await check(withExit, { personAgrees: 'no' })).toEqual([]);
});

test('a changed answer leads past the exit, with everything that was written', () => {
  const answers = { personAgrees: 'yes', preferredName: 'Ala' };
  expect(exitOf(withExit, answers)).toBeUndefined();
  expect(stepAfter(withExit, answers, 'agreement')).toEqual({ at: 'page', page: 'person' });
  expect(endOf(withExit, answers)).toEqual({ at: 'check' });
  expect(relevantAnswers(withExit, answers)).toEqual(answers);
});
