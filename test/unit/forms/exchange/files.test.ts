import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatFormFiles } from '#core/forms/exchange/format-files.ts';
import { readFormFiles } from '#core/forms/exchange/read-files.ts';

const ids = readdirSync('forms').filter((id) => id !== 'shared');
const filesOf = (id: string) =>
  Object.fromEntries(readdirSync(`forms/${id}`).map((name) => [name, readFileSync(`forms/${id}/${name}`, 'utf8')]));

/** JavaScript puts such keys first, whatever the file says. */
const HAS_NUMBER_AS_KEY = /^\s*"\d+":/m;

describe.each(ids)('forms/%s', (id) => {
  test('is written back letter by letter, so that a change shows alone in a diff', () => {
    const before = filesOf(id);
    const read = readFormFiles(before);
    const written = formatFormFiles(read.ok ? read.value : expect.fail(JSON.stringify(read.problem)));
    for (const [name, text] of Object.entries(written)) {
      if (HAS_NUMBER_AS_KEY.test(text)) expect(JSON.parse(text)).toEqual(JSON.parse(before[name] ?? ''));
      else expect(text).toBe(before[name]);
    }
  });
});

test('what was translated from which sentence is kept beside it', () => {
  const read = readFormFiles(filesOf('complaint'));
  const files = read.ok ? read.value : expect.fail();
  const given = { ...files, sourceLanguage: 'pl', translated: { en: { title: 'Skarga' } } };
  expect(readFormFiles(formatFormFiles(given))).toEqual({ ok: true, value: given });
});

test.each([
  [{}, { code: 'missing', file: 'form.json' }],
  [{ 'form.json': '{' }, { code: 'notJson', file: 'form.json' }],
  [{ 'form.json': '{"id":"a"}' }, { code: 'otherShape', file: 'form.json', where: 'system' }],
  [{ 'form.json': filesOf('complaint')['form.json'] ?? '' }, { code: 'missing', file: 'text.en.json' }],
  [
    { ...filesOf('complaint'), 'text.en.json': '{"title":3}' },
    { code: 'otherShape', file: 'text.en.json', where: 'title' },
  ],
])('what is wrong with a folder is told with its file', (files, problem) => {
  expect(readFormFiles(files as { [name: string]: string })).toMatchObject({ ok: false, problem });
});

test('whatever a folder holds, nothing is thrown', () => {
  const name = fc.constantFrom('form.json', 'text.en.json', 'text.__proto__.json', 'translated.json', '__proto__');
  const text = fc.oneof(fc.json(), fc.string(), fc.constant(filesOf('complaint')['form.json'] ?? ''));
  fc.assert(fc.property(fc.dictionary(name, text), (files) => void expect(readFormFiles(files)).toHaveProperty('ok')));
});
