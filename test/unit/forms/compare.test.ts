import { expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { compareDraft } from '#core/forms/compare.ts';
import type { FormDefinition, Question } from '#core/forms/definition.ts';
import type { Asked } from '#core/forms/draft.ts';
import { relevantPages } from '#core/forms/relevance.ts';
import { aForm } from '../../support/a-form.ts';

/** What a page writes down about the questions that are answered. */
function askedOn(form: FormDefinition, answers: Answers): { [question: string]: Asked } {
  const all = relevantPages(form, answers).flatMap(({ page, questions }) =>
    questions.map(({ id, kind }) => [id, { page: page.id, kind, label: id, said: [] }] as const),
  );
  return Object.fromEntries(all.filter(([id]) => id in answers));
}

const page = (id: string, ...questions: Question[]) => ({ id, questions });
const form = (...pages: FormDefinition['pages'][number][]) => aForm({ pages });

const name: Question = { id: 'name', kind: 'text', maxLength: 10 };
const colour: Question = { id: 'colour', kind: 'one-of', options: ['red', 'blue'] };
const needs: Question = { id: 'needs', kind: 'some-of', options: ['food', 'heat'] };
const agreed: Question = { id: 'agreed', kind: 'tick' };
const before = form(page('one', name, colour), page('two', needs, agreed));
const answers: Answers = { name: 'Ala', colour: 'red', needs: ['food', 'heat'], agreed: 'yes' };

/** In a line: what became of each question that is not simply kept. */
async function changes(now: FormDefinition, given: Answers = answers, asked = askedOn(before, given)) {
  const found = await compareDraft(now, { answers: given, asked });
  return [
    ...found.moved.map((one) => `moved ${one.question} to ${one.page}`),
    ...found.again.map(({ question, lost }) => `again ${question}${lost ? ', lost' : ''}`),
    ...found.dropped.map((id) => `dropped ${id}`),
  ];
}

test('the same form keeps everything', async () => {
  const found = await compareDraft(before, { answers, asked: askedOn(before, answers) });
  expect(found.kept.map(({ question }) => question)).toEqual(['name', 'colour', 'needs', 'agreed']);
  expect(found.answers).toEqual(answers);
  expect(await changes(before)).toEqual([]);
});

test.each<[string, FormDefinition, string[]]>([
  ['a new question', form(page('one', name, { id: 'new', kind: 'email' }, colour), page('two', needs, agreed)), []],
  ['pages in another order', form(page('two', needs, agreed), page('one', name, colour)), []],
  ['a question on another page', form(page('one', name), page('two', colour, needs, agreed)), ['moved colour to two']],
  [
    'a page by another name',
    form(page('one', name, colour), page('other', needs, agreed)),
    ['moved needs to other', 'moved agreed to other'],
  ],
  ['a question that is gone', form(page('one', name), page('two', needs, agreed)), ['dropped colour']],
  [
    'a choice that is gone',
    form(page('one', name, { ...colour, options: ['blue'] }), page('two', needs, agreed)),
    ['again colour, lost'],
  ],
  [
    'one of two ticks that is gone',
    form(page('one', name, colour), page('two', { ...needs, options: ['food'] }, agreed)),
    ['again needs, lost'],
  ],
  ['a shorter limit', form(page('one', { ...name, maxLength: 2 }, colour), page('two', needs, agreed)), ['again name']],
  [
    'text that is a choice now',
    form(page('one', { ...colour, id: 'name' }, colour), page('two', needs, agreed)),
    ['again name, lost'],
  ],
  [
    'a choice that is text now',
    form(page('one', name, { ...name, id: 'colour' }), page('two', needs, agreed)),
    ['again colour, lost'],
  ],
  [
    'a choice that takes several now',
    form(page('one', name, { ...needs, id: 'colour', options: ['red'] }), page('two', needs, agreed)),
    [],
  ],
  [
    'several where one is taken now',
    form(page('one', name, colour), page('two', { ...needs, kind: 'one-of' }, agreed)),
    ['again needs, lost'],
  ],
  [
    'text that is a tick now',
    form(page('one', { id: 'name', kind: 'tick' }, colour), page('two', needs, agreed)),
    ['again name, lost'],
  ],
  [
    'a condition that is not met',
    form(page('one', name, colour), page('two', { ...needs, when: { question: 'colour', is: 'blue' } }, agreed)),
    ['dropped needs'],
  ],
  [
    'a page for others',
    form(page('one', name, colour), { ...page('two', needs, agreed), when: { question: 'colour', is: 'blue' } }),
    ['dropped needs', 'dropped agreed'],
  ],
  [
    'an exit on the way',
    form(
      page('one', name, colour),
      { ...page('stop'), exit: true, when: { question: 'colour', is: 'red' } },
      page('two', needs, agreed),
    ),
    ['dropped needs', 'dropped agreed'],
  ],
  [
    'everything else',
    form(page('one', { id: 'other', kind: 'text', maxLength: 5 })),
    ['dropped name', 'dropped colour', 'dropped needs', 'dropped agreed'],
  ],
])('%s', async (_, now, expected) => {
  expect(await changes(now)).toEqual(expected);
});

test('of several ticks those that are still offered stay', async () => {
  const now = form(page('one', name, colour), page('two', { ...needs, options: ['food'] }, agreed));
  const found = await compareDraft(now, { answers, asked: askedOn(before, answers) });
  expect(found.answers['needs']).toEqual(['food']);
});

test('an answer that opened a page and is gone closes that page', async () => {
  const conditional = (options: string[]) =>
    form(page('one', { ...colour, options }), { ...page('two', name), when: { question: 'colour', is: 'red' } });
  const given = { colour: 'red', name: 'Ala' };
  const asked = askedOn(conditional(['red', 'blue']), given);
  expect(await changes(conditional(['blue']), given, asked)).toEqual(['again colour, lost', 'dropped name']);
});

test('what did not apply before is no news, and stays as it was', async () => {
  const asked = askedOn(before, { name: 'Ala' });
  const found = await compareDraft(form(page('one', name)), { answers: { name: 'Ala', colour: 'red' }, asked });
  expect(found).toEqual({
    answers: { name: 'Ala' },
    kept: [{ question: 'name', page: 'one' }],
    moved: [],
    again: [],
    dropped: [],
  });
});

test('a draft from before questions were written down is compared by its answers', async () => {
  const found = await compareDraft(form(page('elsewhere', name)), { answers });
  expect(found.kept).toEqual([{ question: 'name', page: 'elsewhere' }]);
  expect(found.dropped).toEqual(['colour', 'needs', 'agreed']);
});
