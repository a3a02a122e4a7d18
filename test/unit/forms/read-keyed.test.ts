import { expect, test } from 'vitest';
import { readKeyed } from '#core/forms/read-keyed.ts';
import { aForm } from '../../support/a-form.ts';

const form = aForm();

test('text, numbers and lists are answers; what is empty is none', () => {
  const given = { preferredName: ' Sam\r\n', phone: 7, email: null, contactMethod: '', needs: ['housing', ' '] };
  expect(readKeyed(form, given)).toEqual({
    answers: { preferredName: 'Sam', phone: '7', needs: ['housing'] },
    problems: [],
  });
});

test('one tick of several may stand alone', () => {
  expect(readKeyed(form, { needs: 'money' }).answers).toEqual({ needs: ['money'] });
});

test('what is no answer is told by its question', () => {
  expect(readKeyed(form, { fone: '1', phone: {}, needs: [{}] }).problems).toEqual([
    { code: 'unknownQuestion', question: 'fone', nearest: 'phone' },
    { code: 'notText', question: 'phone' },
    { code: 'notAList', question: 'needs' },
  ]);
});
