import type { JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { check } from '#core/forms/check.ts';
import type { FormDefinition, FormText, PublishedForm } from '#core/forms/definition.ts';
import { exitOf, isNameless, recipientOf, relevantAnswers } from '#core/forms/relevance.ts';
import { problemText } from '#i18n/problem-text.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { newSealingKeys } from '#sealing/keys.ts';
import { openEnvelope } from '#sealing/open.ts';
import { readData } from '../support/content.ts';
import { plainSite } from '../support/plain-site.ts';
import { fieldsOf, postFields } from '../support/post-form.ts';
import { type RunningIntake, receiptKeys, startIntake } from './running-intake.ts';

interface Case {
  readonly name: string;
  readonly answers: Answers;
  readonly valid: boolean;
  readonly relevant?: readonly string[];
  readonly recipient?: string;
}

const forms = readForms();
const recipients = [...new Set(forms.flatMap(({ definition }) => definition.routes.map(({ recipient }) => recipient)))];
const keys = new Map(
  await Promise.all(recipients.map(async (recipient) => [recipient, await newSealingKeys()] as const)),
);
const publicKeys = Object.fromEntries([...keys].map(([recipient, { publicKey }]) => [recipient, publicKey]));

/** What was taken. The same answers sent twice within minutes are one form. */
const sent = new Set<string>();
let intake: RunningIntake;
beforeAll(async () => {
  const site = plainSite({ recipients: publicKeys, receipts: [receiptKeys.publicKey] }, forms);
  intake = await startIntake({ site });
});
afterAll(() => intake.stop());

const post = ({ definition, version }: PublishedForm, answers: Answers, language = 'en') =>
  postFields(intake.url, definition.id, [
    ['_language', language],
    ['_version', version],
    ...fieldsOf(definition, answers),
  ]);

/** The id of what was taken, from the address of the page that says so. */
function idIn(response: Response): string {
  const address = response.headers.get('location') ?? '';
  const [, kind, hash] = /^\/sent\/[a-z]+\/(\w+)\/([0-9a-f]{64})(?:\/no-reply)?$/.exec(address) ?? [];
  return `${kind}:${hash}`;
}

/** What the recipient reads in the one document that this post left. Nobody else's key opens it. */
async function opened(response: Response, recipient: string) {
  const found = await intake.shelf.get(idIn(response));
  if (!found) throw new Error('What was sent is not held');
  const keyOf = (name: string): JWK[] => [keys.get(name)?.privateKey ?? {}];
  const others = recipients.filter((other) => other !== recipient).flatMap(keyOf);
  expect(await openEnvelope(found.envelope, others)).toMatchObject({ ok: false });
  return openEnvelope(found.envelope, keyOf(recipient));
}

/** What stands in the controls of a page that came back, as a browser would post it again. */
function filledIn(html: string, { pages }: FormDefinition): [string, string][] {
  const fields: [string, string][] = [];
  const controls = html.matchAll(/<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>/g);
  for (const [, input, area, text = ''] of controls) {
    const attributes = input ?? area ?? '';
    const attribute = (name: string) => unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '');
    const isChoice = /type="(radio|checkbox)"/.test(attributes);
    if (attribute('name').startsWith('_') || (isChoice && !/\bchecked\b/.test(attributes))) continue;
    fields.push([
      attribute('name'),
      input === undefined ? unescaped(text).replaceAll('\n', '\r\n') : attribute('value'),
    ]);
  }
  const known = new Set(pages.flatMap(({ questions }) => questions.map(({ id }) => id)));
  return fields.filter(([name]) => known.has(name) || known.has(name.replace(/-(day|month|year)$/, '')));
}

const unescaped = (text: string) =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const english = ({ text }: PublishedForm): FormText => text['en'] as FormText;

/** The answers that controls can hold: what is not on the page cannot be ticked in it, and nothing twice. */
function holdable(form: FormDefinition, answers: Answers): Answers {
  const questions = form.pages.flatMap(({ questions: here }) => here);
  const held = questions.flatMap((question) => {
    const answer = answers[question.id];
    if (answer === undefined) return [];
    const offered = 'options' in question ? question.options : question.kind === 'tick' ? ['yes'] : undefined;
    if (!offered) return [[question.id, answer] as const];
    const left = [...new Set([answer].flat())].filter((option) => offered.includes(option));
    return left.length > 0 ? [[question.id, typeof answer === 'string' ? (left[0] ?? '') : left] as const] : [];
  });
  return Object.fromEntries(held);
}

describe.each(forms.map((form) => [form.definition.id, form] as const))('[G1] %s by a plain post', (id, form) => {
  const cases = readData(`forms/${id}/cases.json`) as readonly Case[];
  const { definition } = form;
  const words = wordsFor('en');
  const formWords = (key: string, blanks?: Readonly<Record<string, string | number>>) => words.t(`form:${key}`, blanks);

  test.each(cases.map((one) => [one.name, one] as const))('%s', async (_, { answers, valid, ...says }) => {
    const response = await post(form, answers);
    const exit = exitOf(definition, answers);

    if (valid && !exit) {
      expect(response.status).toBe(303);
      sent.add(idIn(response));
      const recipient = says.recipient ?? recipientOf(definition, answers);
      const content = await opened(response, recipient);
      if (!content.ok) throw new Error(`${recipient} cannot open it: ${content.problem}`);
      expect(content.value).toMatchObject({ kind: definition.kind, form: id, formVersion: form.version, recipient });
      expect(content.value.answers).toEqual(relevantAnswers(definition, answers));
      if (says.relevant) expect(Object.keys(content.value.answers).sort()).toEqual(says.relevant.toSorted());
      const page = await fetch(`${intake.url}${response.headers.get('location')}`);
      expect(page.status).toBe(200);
      const cannotReply = wordsFor('en').t('outbox:anonymous');
      if (isNameless(definition, answers)) expect(await page.text()).toContain(cannotReply);
      else if (definition.kind === 'submission') expect(await page.text()).not.toContain(cannotReply);
      return;
    }
    expect(response.status).toBe(422);
    const html = await response.text();
    if (exit) {
      expect(html).toContain(escaped(english(form).pages[exit.id]?.title ?? '?'));
    } else {
      for (const problem of await check(definition, answers)) {
        const text = problemText(english(form).questions[problem.question]?.problems, problem, formWords);
        expect(html).toContain(`href="#${problem.question}">${escaped(text)}</a>`);
      }
    }
    const wanted = fieldsOf(definition, holdable(definition, answers));
    expect(filledIn(html, definition).sort()).toEqual(wanted.sort());
  });

  test('an empty form that may be sent empty, or comes back in every language', async () => {
    for (const language of Object.keys(form.text)) {
      const response = await post(form, {}, language);
      expect([303, 422]).toContain(response.status);
      if (response.status === 422) expect(await response.text()).toContain(`lang="${language}"`);
      else sent.add(idIn(response));
    }
  });
});

test('the address after a plain post has no other ending than the one that says that nobody can reply', async () => {
  const [id = ''] = sent;
  const address = `${intake.url}/sent/en/${id.replace(':', '/')}`;
  const answers = await Promise.all(['', '/no-reply', '/other'].map((end) => fetch(address + end)));
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
});

test('[G25] the intake holds what was sent, once each, and nothing of what came back', async () => {
  let held = 0;
  for (const kind of ['submission', 'monitoring'] as const) {
    for await (const _ of intake.shelf.list(kind)) held += 1;
  }
  expect(held).toBe(sent.size);
});
