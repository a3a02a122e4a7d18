import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PublishedForm } from '#core/forms/definition.ts';
import { formData, sendingData } from '#i18n/form-data.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { contactOf } from '#publish/forms/form-contact.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { FormView } from '#ui/form/form-view.ts';
import { readyKeys } from '../../src/cli/keys/published-keys.ts';
import { builtSite } from '../../src/cli/site/built-site.ts';
import { type RunningIntake, receiptKeys, recipientKeys, startIntake } from '../intake/running-intake.ts';
import { TEST_KEYS } from './way-in.ts';

const top = new URL('../..', import.meta.url).pathname;
const FORM = /<!--way-in:form-->[\s\S]*<!--\/way-in:form-->/;

/** The forms of `test/fixtures/forms`: what no real form needs all at once. */
export const testForms = () => readForms(join(top, 'test/fixtures/forms'));

/**
 * The built site in English with the test forms put in, and the real intake on it. A second build would take a minute:
 * each page is that of derby-self with another form in its place.
 */
export async function startWithForms(closed: { readonly [form: string]: string } = {}): Promise<RunningIntake> {
  const { publicKeys } = await readyKeys(top, TEST_KEYS);
  const built = await builtSite(top, publicKeys);
  const folder = mkdtempSync(join(tmpdir(), 'wayin-forms-site-'));
  for (const part of ['_astro', 'en', 'wayin', 'service-worker.js']) {
    cpSync(join(built.folder, part), join(folder, part), { recursive: true });
  }
  const write = (path: string, content: string | object) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
    // The built one, compressed, would be served in its place.
    for (const compressed of ['br', 'gz']) rmSync(join(folder, `${path}.${compressed}`), { force: true });
  };
  const keys = { recipients: { 'derby-team': recipientKeys.publicKey }, receipts: [receiptKeys.publicKey] };
  write('wayin/keys.json', keys);
  write('wayin/closed.json', closed);
  const template = readFileSync(join(folder, 'en/forms/derby-self/index.html'), 'utf8');
  for (const form of testForms()) {
    const { id } = form.definition;
    write(`wayin/forms/${id}.json`, form);
    write(`en/forms/${id}/index.html`, pageOf(form, template));
    write(`en/forms/${id}/form.json`, formData(form, wordsFor('en')));
    const contact = contactOf(form.definition, wordsFor('en'));
    write(`en/forms/${id}/sending.json`, sendingData(form.definition, keys, contact, wordsFor('en')));
  }
  const intake = await startIntake({ site: folder });
  return {
    ...intake,
    // Scripts of the site send to where they came from.
    url: intake.url.replace('127.0.0.1', 'localhost'),
    async stop() {
      await intake.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function pageOf({ definition, version, text }: PublishedForm, template: string): string {
  const { en } = text;
  if (!en) throw new Error(`${definition.id} has no English words`);
  const words = wordsFor('en');
  const form = h(FormView, {
    form: definition,
    version,
    text: en,
    language: 'en',
    answers: {},
    problems: [],
    words: (key, blanks) => words.t(`form:${key}` as Parameters<typeof words.t>[0], blanks),
  });
  return template
    .replace(FORM, () => `<!--way-in:form-->${renderToString(form)}<!--/way-in:form-->`)
    .replace(/<h1>[^<]*<\/h1>/g, () => `<h1>${en.title}</h1>`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${en.title}</title>`);
}
