import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readFormsWithErrors } from '#publish/forms/read-forms.ts';

const temporary: string[] = [];
afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

const form = (id: string, question: object, page: object = {}) => ({
  id,
  system: 'derby',
  kind: 'submission',
  audience: 'resident',
  promise: 'none',
  privacyNotice: 'v1',
  crisisPanel: false,
  routes: [{ recipient: 'team' }],
  pages: [{ id: 'only', questions: [question], ...page }],
});

/** What `wayin lint` and the build say of forms with these files. */
function errorsOf(files: { readonly [path: string]: object | string }): readonly string[] {
  const root = join(mkdtempSync(join(tmpdir(), 'wayin-forms-')), 'forms');
  temporary.push(dirname(root));
  mkdirSync(root, { recursive: true });
  cpSync('content/calendar', join(dirname(root), 'content/calendar'), { recursive: true });
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content));
  }
  return readFormsWithErrors(root).errors.map(({ message }) => message.replaceAll(root, 'forms'));
}

test.each<[string, object, object, string]>([
  [
    'an unknown kind',
    { id: 'area', kind: 'one-off', options: ['a'] },
    {},
    '"one-off" is not a kind of question.\n  Write one of: text, long-text',
  ],
  ['an unknown kind, the nearest', { id: 'area', kind: 'one-off', options: ['a'] }, {}, 'The nearest is "one-of".'],
  [
    'a kind of content that there is not',
    { id: 'area', kind: 'one-of', optionsFrom: 'group' },
    {},
    '"group" is none of: groups, courses',
  ],
  ['a property that no question has', { id: 'area', kind: 'text', maxLength: 5, max: 5 }, {}, 'no such thing has: max'],
  ['a date without its parts', { id: 'area', kind: 'date' }, {}, '"undefined" is none of: day, month.'],
  [
    'a date that is none',
    { id: 'area', kind: 'date', parts: 'day', notAfter: 'soon' },
    {},
    'question "area", notAfter',
  ],
  ['a length in words', { id: 'area', kind: 'text', maxLength: 'long' }, {}, 'question "area", maxLength'],
  [
    'a link outside',
    { id: 'area', kind: 'text', maxLength: 5 },
    { links: ['https://x.example'] },
    'a path inside the site',
  ],
])('%s is told with file, question and cure', (_title, question, page, said) => {
  const [error = ''] = errorsOf({ 'a-form/form.json': form('a-form', question, page) });
  expect(error).toContain('forms/a-form/form.json: ');
  expect(error).toContain(said);
  expect(error.split('\n')).toHaveLength(3);
});

test.each<[string, object, string]>([
  ['asks about nothing', { namelessWhen: { question: 'reply', is: 'no' } }, 'asks about "reply"'],
  [
    'goes with a promised reply',
    { namelessWhen: { question: 'q', is: 'no' }, promise: 'derby' },
    'Write "promise": "none", or remove "namelessWhen".',
  ],
])('a "namelessWhen" that %s is told', (_, changes, said) => {
  const asked = { id: 'q', kind: 'one-of', options: ['yes', 'no'] };
  const [error] = errorsOf({ 'a-form/form.json': { ...form('a-form', asked), ...changes } });
  expect(error).toContain(said);
});

test('each form tells its own first mistake, so that none hides another', () => {
  const wrong = { id: 'q', kind: 'texts', maxLength: 5 };
  const errors = errorsOf({
    'a-form/form.json': form('a-form', wrong),
    'b-form/form.json': form('c-form', { id: 'q', kind: 'text', maxLength: 5 }),
    'c-form/form.json': '{ "id": ',
    'd-form/text.en.json': {},
  });
  expect(errors.map((error) => error.split(': ')[0])).toEqual([
    'forms/a-form/form.json',
    'forms/b-form/form.json',
    'forms/c-form/form.json',
    'forms/d-form/form.json',
  ]);
});
