import { expect, test } from 'vitest';
import type { Step } from '#core/forms/edit/step.ts';
import { type Version, versionOfFiles } from '#core/forms/edit/version.ts';
import { compareVersions } from '#core/forms/edit/versions.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { afterSteps, KNOWN, SMALL } from '../../../support/edit/steps.ts';

const BASE = afterSteps(SMALL, [
  { do: 'addLanguage', language: 'pl' },
  { do: 'setWords', language: 'pl', at: 'title', text: 'Powiedz nam' },
  { do: 'addQuestion', page: 'page-1', kind: 'text', label: 'Why' },
  { do: 'addQuestion', page: 'page-1', kind: 'long-text', label: 'What else' },
  { do: 'addPage', title: 'More' },
  { do: 'addQuestion', page: 'more', kind: 'text', label: 'Who' },
]);

function version(files = BASE): Version {
  const made = versionOfFiles(files, KNOWN);
  if (!made) throw new Error('It cannot be put together');
  return made;
}

const changes = (...steps: readonly Step[]) =>
  compareVersions(version(), version(afterSteps(BASE, steps))).map(({ code, at, params }) => {
    const { label, ...more } = params;
    return [code, 'id' in at ? at.id : at.what, label, ...(Object.keys(more).length > 0 ? [more] : [])];
  });

const yes = { question: 'doYouLikeIt', is: 'yes' };

test.each<[string, readonly Step[], readonly unknown[]]>([
  [
    'a question more',
    [{ do: 'addQuestion', page: 'more', kind: 'tick', label: 'Agreed' }],
    [['added', 'agreed', 'Agreed']],
  ],
  ['a question less', [{ do: 'remove', what: 'question', id: 'why' }], [['removed', 'why', 'Why']]],
  ['a question moved down', [{ do: 'move', what: 'question', id: 'why', by: 1 }], [['moved', 'whatElse', 'What else']]],
  [
    'a question on another page',
    [{ do: 'moveTo', what: 'question', id: 'why', page: 'more' }],
    [['movedTo', 'why', 'Why', { page: 'More' }]],
  ],
  ['a page moved', [{ do: 'move', what: 'page', id: 'more', by: -1 }], [['moved', 'more', 'More']]],
  [
    'an option more',
    [{ do: 'addOption', question: 'doYouLikeIt', label: 'Perhaps' }],
    [['added', 'perhaps', 'Perhaps']],
  ],
  [
    'an option reworded',
    [{ do: 'setWords', language: 'en', at: 'questions.doYouLikeIt.options.no', text: 'Not at all' }],
    [
      [
        'reworded',
        'words',
        'Do you like it',
        { language: 'en', key: 'questions.doYouLikeIt.options.no', was: 'No', now: 'Not at all' },
      ],
    ],
  ],
  [
    'a title translated',
    [{ do: 'setWords', language: 'pl', at: 'title', text: 'Powiedz' }],
    [['translated', 'words', 'Tell us', { language: 'pl', key: 'title', was: 'Powiedz nam', now: 'Powiedz' }]],
  ],
  ['a condition', [{ do: 'setCondition', what: 'question', id: 'why', when: yes }], [['conditionAdded', 'why', 'Why']]],
  [
    'an answer required',
    [{ do: 'setFact', question: 'why', set: { required: true, maxLength: 50 } }],
    [
      ['requiredNow', 'why', 'Why'],
      ['factChanged', 'why', 'Why', { fact: 'maxLength', was: '100', now: '50' }],
    ],
  ],
  [
    'another kind',
    [{ do: 'setFact', question: 'why', set: { kind: 'long-text' } }],
    [['kindChanged', 'why', 'Why', { was: 'text', now: 'long-text' }]],
  ],
  [
    'another promise',
    [{ do: 'setForm', set: { crisisPanel: true } }],
    [['factChanged', 'form', 'Tell us', { fact: 'crisisPanel', was: 'false', now: 'true' }]],
  ],
  [
    'a recipient more',
    [{ do: 'setForm', set: { routes: [{ recipient: 'other-team', when: yes }, { recipient: 'team' }] } }],
    [['added', 'route', 'other-team']],
  ],
  [
    'a language less',
    [{ do: 'removeLanguage', language: 'pl' }],
    [['languageRemoved', 'language', 'Tell us', { language: 'pl' }]],
  ],
  [
    'a link',
    [{ do: 'addLink', page: 'more', href: '/' }],
    [['factChanged', 'more', 'More', { fact: 'links', was: [], now: ['/'] }]],
  ],
  ['nothing', [], []],
])('[F-2] between two versions, %s is told', (_title, steps, told) => {
  expect(changes(...steps)).toEqual(told);
});

test('[F-2] a condition that changed and one that went are told apart', () => {
  const with_ = afterSteps(BASE, [{ do: 'setCondition', what: 'page', id: 'more', when: yes }]);
  const other = afterSteps(with_, [{ do: 'setCondition', what: 'page', id: 'more', when: { not: yes } }]);
  expect(compareVersions(version(with_), version(other)).map(({ code }) => code)).toEqual(['conditionChanged']);
  expect(compareVersions(version(with_), version()).map(({ code }) => code)).toEqual(['conditionRemoved']);
});

test('[F-2] a published form is like itself, whatever the order of its keys', () => {
  for (const form of readForms()) {
    expect(compareVersions(form, JSON.parse(JSON.stringify(form)) as Version)).toEqual([]);
  }
});
