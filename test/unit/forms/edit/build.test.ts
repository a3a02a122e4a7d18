import { expect, test } from 'vitest';
import type { QuestionKind } from '#core/forms/definition.ts';
import { findings } from '#core/forms/edit/findings.ts';
import { emptyForm } from '#core/forms/edit/form-files.ts';
import { wordsAt } from '#core/forms/edit/words.ts';
import { KINDS } from '#core/forms/kinds/kinds.ts';
import { formSourceSchema, formTextSchema } from '#core/forms/parse-form.ts';
import { afterSteps, KNOWN, refusal, SMALL } from '../../../support/edit/steps.ts';

const blank = emptyForm('feedback', 'en', 'Tell us how it was');

test('an empty form can be read again', () => {
  expect(formSourceSchema.parse(blank.source)).toEqual(blank.source);
  expect(formTextSchema.parse(blank.texts['en'])).toEqual(blank.texts['en']);
});

test.each(Object.keys(KINDS) as QuestionKind[])('[F-4] a question of kind %s is added with what it needs', (kind) => {
  const label = 'How did you hear of us?';
  const files = afterSteps(SMALL, [
    { do: 'addQuestion', page: 'page-1', kind, label, options: ['A friend', 'The library in Łódź'] },
  ]);
  expect(formSourceSchema.parse(files.source)).toEqual(files.source);
  const [page] = files.source.pages;
  expect(page && !('use' in page) && page.questions[1]).toMatchObject({ id: 'howDidYouHear', kind });
  expect(wordsAt(files.texts['en'], 'questions.howDidYouHear.label')).toBe(label);
  expect(findings(files, KNOWN).filter(({ severity }) => severity === 'stops')).toEqual([]);
});

test('[F-4] a choice takes its options from the content, and keeps its own besides', () => {
  const files = afterSteps(SMALL, [
    { do: 'addQuestion', page: 'page-1', kind: 'one-of', label: 'Which group', options: ['None of them'] },
    { do: 'setFact', question: 'whichGroup', set: { optionsFrom: 'groups' } },
  ]);
  const [page] = files.source.pages;
  expect(page && !('use' in page) && page.questions[1]).toEqual({
    id: 'whichGroup',
    kind: 'one-of',
    optionsFrom: 'groups',
    also: ['none-of-them'],
  });
  expect(findings(files, KNOWN)).toEqual([]);
});

test('[F-1] a form with branches and an exit is built by steps alone, and can be published', () => {
  const files = afterSteps(SMALL, [
    { do: 'addPage', title: 'Sorry', exit: true },
    { do: 'setCondition', what: 'page', id: 'sorry', when: { question: 'doYouLikeIt', is: 'no' } },
    { do: 'setWords', language: 'en', at: 'pages.sorry.body.0', text: 'Others can help you.' },
    { do: 'addLink', page: 'sorry', href: '/help-now/', words: 'Help now' },
    { do: 'addLink', page: 'sorry', href: '/services/', words: 'All services' },
    { do: 'addPage', use: 'contact' },
    { do: 'addPage', use: 'age' },
  ]);
  expect(findings(files, KNOWN)).toEqual([]);
});

test('[F-18] an id that forms share is never met by chance, and taken on purpose', () => {
  const byChance = afterSteps(SMALL, [{ do: 'addQuestion', page: 'page-1', kind: 'text', label: 'Phone' }]);
  expect(byChance.texts['en']?.questions).toHaveProperty('phone2');
  const onPurpose = afterSteps(SMALL, [
    { do: 'addQuestion', page: 'page-1', kind: 'telephone', label: 'Phone', id: 'phone' },
  ]);
  expect(onPurpose.texts['en']?.questions).toHaveProperty('phone');
});

test('[F-18] a shared group is taken once', () => {
  const files = afterSteps(SMALL, [{ do: 'addPage', use: 'contact' }]);
  expect(refusal(files, { do: 'addPage', use: 'contact' })).toEqual({ code: 'alreadyThere', id: 'contact' });
});

test.each([
  ['كيف سمعت عنا؟', 'question-1'],
  ['Jak się o nas dowiedziałeś?', 'jakSieONas'],
  ['3 things you like', 'thingsYouLike'],
  ['__proto__', 'proto'],
  ['constructor', 'constructor2'],
  ['toString', 'tostring'],
  ['<b>Bold</b>', 'bBoldB'],
])('a question "%s" has the id %s', (label, id) => {
  const files = afterSteps(SMALL, [{ do: 'addQuestion', page: 'page-1', kind: 'text', label }]);
  expect(Object.keys(files.texts['en']?.questions ?? {})).toContain(id);
});

test('two alike have two ids', () => {
  const add = { do: 'addQuestion', page: 'page-1', kind: 'text', label: 'Why' } as const;
  expect(Object.keys(afterSteps(SMALL, [add, add, add]).texts['en']?.questions ?? {})).toEqual([
    'doYouLikeIt',
    'why',
    'why2',
    'why3',
  ]);
});
