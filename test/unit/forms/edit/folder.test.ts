import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFolder, toFolder } from '#core/forms/edit/folder.ts';
import { FORM_IDS, formOnDisk } from '../../../support/edit/on-disk.ts';
import { afterSteps, SMALL } from '../../../support/edit/steps.ts';

test('a form is saved as its files are written, so that a change is one in the diff', () => {
  const files = ['form.json', 'text.en.json', 'text.pl.json', 'text.ar.json'];
  const id = 'don-pro';
  const folder = Object.fromEntries(files.map((name) => [name, readFileSync(`forms/${id}/${name}`, 'utf8')]));
  const read = parseFolder(folder);
  expect(read).toEqual({ ok: true, value: formOnDisk(id) });
  expect(read.ok && toFolder(read.value)).toEqual(folder);
});

test.each(FORM_IDS)('%s is the same form after saving', (id) => {
  const form = formOnDisk(id);
  expect(parseFolder(toFolder(form))).toEqual({ ok: true, value: form });
});

test('what was translated is kept beside the words', () => {
  const files = afterSteps(SMALL, [
    { do: 'addLanguage', language: 'pl' },
    { do: 'setWords', language: 'pl', at: 'title', text: 'Powiedz nam' },
  ]);
  expect(files.translated).toEqual({ pl: { title: 'Tell us' } });
  expect(parseFolder(toFolder(files))).toEqual({ ok: true, value: files });
});

const folder = toFolder(SMALL);
const withSource = (change: (source: Record<string, unknown>) => object) => ({
  ...folder,
  'form.json': JSON.stringify(change(JSON.parse(folder['form.json'] ?? '{}'))),
});
const questions = (...all: readonly unknown[]) =>
  withSource((source) => ({ ...source, pages: [{ id: 'a', questions: all }] }));

test.each<[string, object, object]>([
  ['no form', { 'text.en.json': '{}' }, { code: 'notThere', file: 'form.json' }],
  ['no words', { 'form.json': folder['form.json'] ?? '' }, { code: 'notThere', file: 'text.en.json' }],
  ['no JSON', { ...folder, 'form.json': '{' }, { code: 'notJson', file: 'form.json' }],
  [
    'a file of megabytes',
    { ...folder, 'text.en.json': ' '.repeat(3_000_000) },
    { code: 'tooLarge', file: 'text.en.json' },
  ],
  [
    'an expression',
    questions({ id: 'q', kind: 'text', maxLength: 9, when: '$a == 1' }),
    { code: 'notThisShape', where: 'pages.0.questions.0.when' },
  ],
  [
    'a script for a link',
    withSource((source) => ({ ...source, pages: [{ id: 'a', links: ['javascript:alert(1)'] }] })),
    { code: 'notThisShape' },
  ],
  [
    'another prototype',
    { ...folder, 'form.json': (folder['form.json'] ?? '').replace('{', '{"__proto__": {"admin": true},') },
    { code: 'notThisShape' },
  ],
  [
    'a question that every object answers to',
    questions({ id: 'constructor', kind: 'tick' }),
    { code: 'notThisShape', where: 'pages.0.questions.0.id' },
  ],
  [
    'an option that every object answers to',
    questions({ id: 'q', kind: 'one-of', options: ['valueOf'] }),
    { code: 'notThisShape' },
  ],
  [
    'a translation of nothing',
    { ...folder, 'translated.json': '{"sourceLanguage":"en","translated":{"pl":{"__proto__":"x","where.ever":"y"}}}' },
    { code: 'notThisShape', file: 'translated.json' },
  ],
])('%s is refused with its place', (_title, hostile, problem) => {
  expect(parseFolder(hostile as typeof folder)).toMatchObject({ ok: false, problem });
});
