import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { formVersion } from '#sealing/hash.ts';
import { aMadeForm } from '../support/made-form.ts';

const folder = mkdtempSync(join(tmpdir(), 'wayin-made-'));
afterAll(() => rmSync(folder, { recursive: true }));

const withContact: FormFiles = {
  ...aMadeForm({ id: 'walk-sign-up' }),
  source: { ...aMadeForm({ id: 'walk-sign-up' }).source, pages: [{ use: 'contact' }] },
};
const ofTheProject = aMadeForm({ id: 'derby-self' });
const unknownGroup: FormFiles = {
  ...aMadeForm({ id: 'of-a-group-that-is-gone' }),
  source: { ...aMadeForm({ id: 'of-a-group-that-is-gone' }).source, pages: [{ use: 'gone' }] },
};
const file = join(folder, 'forms.json');
writeFileSync(file, JSON.stringify([aMadeForm(), withContact, ofTheProject, unknownGroup, { not: 'a form' }]));
process.env['WAYIN_MADE_FORMS'] = file;
const { ownForms, readForms } = await import('#publish/forms/read-forms.ts');

test('[F-1] [F-2] a build has the forms that were made in the builder, under the version that the intake gave them', async () => {
  const forms = readForms();
  const made = forms.find(({ definition }) => definition.id === 'walk-survey');
  expect(made?.text['pl']?.title).toBe('Opowiedz o spacerze');
  expect(made?.version).toBe(await formVersion(JSON.parse(JSON.stringify(made?.definition))));
  expect(forms.map(({ definition }) => definition.id)).toEqual([...ownForms(), 'walk-sign-up', 'walk-survey'].sort());
});

test('[F-18] a shared group is put in as in the forms of the project', () => {
  const made = readForms().find(({ definition }) => definition.id === 'walk-sign-up');
  const ids = made?.definition.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  expect(ids).toContain('contactMethod');
  expect(made?.text['en']?.questions['contactMethod']?.label).not.toBe('');
});

test('a form of the project stays its own, and one that cannot be put together any more stops no build', () => {
  const own = readForms().find(({ definition }) => definition.id === 'derby-self');
  expect(own?.text['en']?.title).not.toBe('Tell us about the walk');
  expect(readForms().some(({ definition }) => definition.id === 'of-a-group-that-is-gone')).toBe(false);
});
