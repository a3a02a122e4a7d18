import { describe, expect, test } from 'vitest';
import { comparisonsFor } from '#core/forms/edit/comparisons.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { said } from '#core/forms/edit/said.ts';
import { sharedIds, sharedLike } from '#core/forms/edit/shared-ids.ts';
import type { SetCondition, Step } from '#core/forms/edit/step.ts';
import type { SourceQuestion } from '#core/forms/parse-form.ts';
import { afterSteps, KNOWN, refusal, SMALL } from '../../../support/edit/steps.ts';

const yes = { question: 'doYouLikeIt', is: 'yes' };
const asking = (when: SetCondition['when']) =>
  afterSteps(SMALL, [
    { do: 'addQuestion', page: 'page-1', kind: 'text', label: 'Why' },
    { do: 'setCondition', what: 'question', id: 'why', when },
  ]);
const questionOf = ({ source }: FormFiles, id: string) =>
  source.pages
    .flatMap((page): readonly SourceQuestion[] => ('use' in page ? [] : page.questions))
    .find((one) => one.id === id);

describe('what others ask about', () => {
  test('is not removed by mistake: the step says who asks', () => {
    const files = afterSteps(asking(yes), [
      { do: 'setForm', set: { routes: [{ recipient: 'other-team', when: yes }, { recipient: 'team' }] } },
    ]);
    const by = ['question:why', 'route:0'];
    expect(refusal(files, { do: 'remove', what: 'question', id: 'doYouLikeIt' })).toEqual({
      code: 'askedBy',
      id: 'doYouLikeIt',
      by,
    });
    expect(refusal(files, { do: 'remove', what: 'option', id: 'yes', question: 'doYouLikeIt' })).toEqual({
      code: 'askedBy',
      id: 'yes',
      by,
    });
    expect(refusal(files, { do: 'remove', what: 'option', id: 'no', question: 'doYouLikeIt' })).toBeUndefined();
  });

  test('goes with the conditions about it, on purpose', () => {
    const files = afterSteps(asking({ any: [yes, { question: 'doYouLikeIt', isOneOf: ['yes', 'no'] }] }), [
      { do: 'remove', what: 'option', id: 'yes', question: 'doYouLikeIt', withConditions: true },
    ]);
    expect(questionOf(files, 'why')?.when).toEqual({ question: 'doYouLikeIt', isOneOf: ['no'] });
    const gone = afterSteps(asking(yes), [{ do: 'remove', what: 'question', id: 'doYouLikeIt', withConditions: true }]);
    expect(questionOf(gone, 'why')).not.toHaveProperty('when');
  });

  test('may go with the page that holds both', () => {
    const files = afterSteps(asking(yes), [{ do: 'addPage', title: 'More' }]);
    expect(refusal(files, { do: 'remove', what: 'page', id: 'page-1' })).toBeUndefined();
  });

  test('of a shared group is asked by the group itself', () => {
    const files = afterSteps(SMALL, [{ do: 'addPage', use: 'contact' }]);
    expect(refusal(files, { do: 'remove', what: 'question', id: 'contactMethod', withConditions: true })).toMatchObject(
      { code: 'askedBy' },
    );
  });
});

test('a choice of one that becomes one of many takes its conditions along', () => {
  const files = afterSteps(asking(yes), [{ do: 'setFact', question: 'doYouLikeIt', set: { kind: 'some-of' } }]);
  expect(questionOf(files, 'doYouLikeIt')).toMatchObject({ kind: 'some-of', options: ['yes', 'no'] });
  expect(questionOf(files, 'why')?.when).toEqual({ question: 'doYouLikeIt', has: 'yes' });
});

test('a choice that becomes a line loses its options and their words, and an undo is a step away', () => {
  const files = afterSteps(SMALL, [{ do: 'setFact', question: 'doYouLikeIt', set: { kind: 'text' } }]);
  expect(questionOf(files, 'doYouLikeIt')).toEqual({ id: 'doYouLikeIt', kind: 'text', maxLength: 100 });
  expect(files.texts['en']?.questions).toEqual({ doYouLikeIt: { label: 'Do you like it' } });
});

test('a question at the edge of its page goes over to the next that can ask it', () => {
  const files = afterSteps(SMALL, [
    { do: 'addPage', use: 'age' },
    { do: 'addPage', title: 'More' },
    { do: 'move', what: 'question', id: 'doYouLikeIt', by: 1 },
  ]);
  expect(files.source.pages).toMatchObject([{ questions: [] }, { use: 'age' }, { questions: [{ id: 'doYouLikeIt' }] }]);
  expect(refusal(files, { do: 'move', what: 'question', id: 'doYouLikeIt', by: 1 })).toEqual({
    code: 'atTheEdge',
    id: 'doYouLikeIt',
  });
});

test('a copy has new ids, the words of every language, and asks about itself', () => {
  const files = afterSteps(asking(yes), [
    { do: 'addLanguage', language: 'pl' },
    { do: 'setWords', language: 'pl', at: 'questions.why.label', text: 'Dlaczego' },
    { do: 'copy', what: 'page', id: 'page-1' },
  ]);
  expect(questionOf(files, 'why2')?.when).toEqual({ question: 'doYouLikeIt2', is: 'yes' });
  expect(files.texts['pl']?.questions).toMatchObject({ why2: { label: 'Dlaczego' } });
  expect(files.translated?.['pl']).toMatchObject({ 'questions.why2.label': 'Why' });
});

test('a link that goes takes its words along in every language, and the others keep theirs', () => {
  const files = afterSteps(SMALL, [
    { do: 'addLink', page: 'page-1', href: '/', words: 'Home' },
    { do: 'addLink', page: 'page-1', href: '/help-now/', words: 'Help now' },
    { do: 'addLanguage', language: 'pl' },
    { do: 'setWords', language: 'pl', at: 'pages.page-1.links.1', text: 'Pomoc' },
    { do: 'removeLink', page: 'page-1', link: 0 },
  ]);
  expect(files.texts['en']?.pages['page-1']?.links).toEqual(['Help now']);
  expect(files.texts['pl']?.pages['page-1']?.links).toEqual(['Pomoc']);
  expect(files.translated?.['pl']).toEqual({ 'pages.page-1.links.0': 'Help now' });
});

test('a form changes of a shared question what forms may, and no more', () => {
  const files = afterSteps(SMALL, [
    { do: 'addPage', use: 'age' },
    { do: 'setFact', question: 'ageBand', set: { required: true, options: ['old'] } },
    { do: 'setCondition', what: 'question', id: 'ageBand', when: yes },
    { do: 'setWords', language: 'en', at: 'questions.ageBand.why', text: 'Some groups are for adults.' },
  ]);
  expect(files.source.pages[1]).toEqual({
    use: 'age',
    with: { ageBand: { required: true, options: ['old'], when: yes } },
  });
  expect(refusal(files, { do: 'setFact', question: 'ageBand', set: { kind: 'text' } })).toEqual({
    code: 'shared',
    id: 'ageBand',
    group: 'age',
  });
  expect(refusal(files, { do: 'addQuestion', page: 'use:age', kind: 'text', label: 'More' })).toMatchObject({
    code: 'shared',
  });
});

test.each<[string, Step, object]>([
  ['the last page', { do: 'remove', what: 'page', id: 'page-1' }, { code: 'lastPage' }],
  [
    'a page that is not there',
    { do: 'copy', what: 'page', id: 'gone' },
    { code: 'notThere', what: 'page', id: 'gone' },
  ],
  ['a page without a name', { do: 'addPage', title: '  ' }, { code: 'needsWords' }],
  [
    'a label taken away',
    { do: 'setWords', language: 'en', at: 'questions.doYouLikeIt.label', text: '' },
    { code: 'needsWords' },
  ],
  [
    'words of what is not there',
    { do: 'setWords', language: 'en', at: 'questions.gone.label', text: 'Gone' },
    { code: 'notThere' },
  ],
  [
    'words of a prototype',
    { do: 'setWords', language: 'en', at: 'questions.__proto__.label', text: 'x' },
    { code: 'noSuchWords' },
  ],
  ['a language that is none', { do: 'addLanguage', language: '__proto__' }, { code: 'notALanguage' }],
  ['a language twice', { do: 'addLanguage', language: 'en' }, { code: 'alreadyThere' }],
  ['the language it is written in', { do: 'removeLanguage', language: 'en' }, { code: 'sourceLanguage' }],
  ['a link to elsewhere', { do: 'addLink', page: 'page-1', href: 'javascript:alert(1)' }, { code: 'notOfThisKind' }],
  [
    'a last route for some',
    { do: 'setForm', set: { routes: [{ recipient: 'team', when: yes }] } },
    { code: 'lastRoute' },
  ],
  [
    'a length below nothing',
    { do: 'setFact', question: 'doYouLikeIt', set: { maxLength: -1 } },
    { code: 'notOfThisKind', fact: 'maxLength' },
  ],
  ['an exit that asks', { do: 'setPage', page: 'page-1', set: { exit: true } }, { code: 'exit' }],
  ['a group that is not there', { do: 'addPage', use: 'gone' }, { code: 'noGroup', id: 'gone' }],
  [
    'a condition that is none',
    { do: 'setCondition', what: 'page', id: 'page-1', when: { all: [] } },
    { code: 'notOfThisKind', fact: 'when' },
  ],
])('%s is refused', (_title, step, problem) => {
  expect(refusal(SMALL, step)).toMatchObject(problem);
});

test.each<[Step, string, object]>([
  [{ do: 'addPage', title: 'More' }, 'pageAdded', { title: 'More', place: 2, of: 2 }],
  [{ do: 'addPage', use: 'age', first: true }, 'groupAdded', { group: 'age', place: 1, of: 2 }],
  [
    { do: 'addQuestion', page: 'page-1', kind: 'tick', label: 'Agreed' },
    'questionAdded',
    { label: 'Agreed', page: 'Tell us', place: 2, of: 2 },
  ],
  [
    { do: 'addOption', question: 'doYouLikeIt', label: 'Perhaps' },
    'optionAdded',
    { label: 'Perhaps', question: 'Do you like it', place: 3, of: 3 },
  ],
  [
    { do: 'remove', what: 'question', id: 'doYouLikeIt' },
    'questionRemoved',
    { label: 'Do you like it', page: 'Tell us' },
  ],
  [{ do: 'remove', what: 'option', id: 'no', question: 'doYouLikeIt' }, 'optionRemoved', { label: 'No' }],
  [
    { do: 'move', what: 'option', id: 'no', question: 'doYouLikeIt', by: -1 },
    'optionMoved',
    { label: 'No', place: 1, of: 2 },
  ],
  [{ do: 'copy', what: 'question', id: 'doYouLikeIt' }, 'questionCopied', { id: 'doYouLikeIt2', place: 2 }],
  [{ do: 'setFact', question: 'doYouLikeIt', set: { required: true } }, 'requiredNow', { label: 'Do you like it' }],
  [{ do: 'setFact', question: 'doYouLikeIt', set: { kind: 'scale' } }, 'kindChanged', { kind: 'scale' }],
  [
    { do: 'setWords', language: 'en', at: 'intro.0', text: 'Hello.' },
    'wordsChanged',
    { key: 'intro.0', language: 'en' },
  ],
  [{ do: 'setForm', set: { layout: 'one-page' } }, 'formChanged', { facts: ['layout'] }],
])('%j is said', (step, code, params) => {
  expect(said(step, SMALL, afterSteps(SMALL, [step]))).toMatchObject({ code, params });
});

test('[F-18] the ids that forms share are offered for what is asked alike', () => {
  expect(sharedIds(KNOWN.groups)).toContainEqual({ id: 'email', kind: 'email', group: 'contact' });
  expect(sharedLike('How old are you', KNOWN, 'en')).toMatchObject([{ id: 'ageBand' }]);
  expect(sharedLike('Favourite colour', KNOWN, 'en')).toEqual([]);
});

test('a kind is compared as its answers can be', () => {
  expect(comparisonsFor('some-of')).toContain('hasAnyOf');
  expect(comparisonsFor('date')).toEqual(['onOrAfter', 'before', 'answered']);
});
