import { expect, test } from 'vitest';
import type { Question } from '#core/forms/definition.ts';
import { conditionOf, layOutOnPaper, paperCode, readPaperCode } from '#core/forms/paper/lay-out.ts';
import { aForm } from '../../../support/a-form.ts';

const scale = (id: string, more: Partial<Question> = {}): Question =>
  ({ id, kind: 'scale', options: ['agree', 'disagree'], ...more }) as Question;

test('[G29] questions are numbered through the form, and who skips one is sent to the next', () => {
  const parts = layOutOnPaper(aForm());
  const all = parts.flatMap(({ blocks }) => blocks.flat());
  expect(all.map(({ number, question }) => [number, question.id])).toEqual([
    [1, 'preferredName'],
    [2, 'contactMethod'],
    [3, 'phone'],
    [4, 'email'],
    [5, 'needs'],
    [6, 'housingPlan'],
  ]);
  expect(all.map(({ next }) => next)).toEqual([
    { to: 'question', number: 2 },
    { to: 'question', number: 3 },
    { to: 'question', number: 4 },
    { to: 'question', number: 5 },
    { to: 'question', number: 6 },
    { to: 'end' },
  ]);
  expect(parts.at(-1)?.next).toEqual({ to: 'end' });
});

test('nobody is sent past advice that may be for them', () => {
  const [first] = layOutOnPaper(
    aForm({
      pages: [
        { id: 'one', questions: [scale('a')] },
        { id: 'advice', questions: [], links: [{ href: '/help-now/' }] },
      ],
    }),
  );
  expect(first?.next).toEqual({ to: 'page', page: 'advice' });
});

test('[G29] statements with the same answers make one table; one with a condition stands alone', () => {
  const questions = [scale('a'), scale('b'), scale('c', { when: { question: 'a', is: 'agree' } }), scale('d')];
  const [part] = layOutOnPaper(aForm({ pages: [{ id: 'only', questions }] }));
  expect(part?.blocks.map((block) => block.map(({ question }) => question.id))).toEqual([['a', 'b'], ['c'], ['d']]);
});

test('a note of which each line is for other people has no one condition', () => {
  const when = { question: 'preferredName', answered: true } as const;
  const [part] = layOutOnPaper(aForm({ pages: [{ id: 'a', when, questions: [], links: [{ href: '/a/', when }] }] }));
  expect(part && conditionOf(part)).toBe('any of its links');
});

test('the code on a sheet is read back, however it was typed', () => {
  const code = paperCode('derby-self', '030931aabbccddee');
  expect(code).toBe('derby-self/030931');
  expect(readPaperCode(` ${code.toUpperCase()} `)).toEqual({ form: 'derby-self', version: '030931' });
  expect(readPaperCode('derby-self')).toEqual({ form: 'derby-self' });
});
