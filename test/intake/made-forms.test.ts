import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import { aMadeForm } from '../support/made-form.ts';
import { aBrowser, aPerson, type Browser } from './people-browser.ts';
import { aSite, derbySelf, type RunningIntake, startIntake } from './running-intake.ts';

let site: string;
let data: string;
let intake: RunningIntake;
let organiser: Browser;
let editor: Browser;

beforeAll(async () => {
  site = await aSite();
  data = mkdtempSync(join(tmpdir(), 'wayin-made-'));
  writeFileSync(join(site, 'wayin/form-groups.json'), JSON.stringify({ groups: {}, content: NO_CONTENT }));
  const publishing = { ownForms: [derbySelf.id], open: ['all', 'derby'], contacts: {} };
  writeFileSync(join(site, 'wayin/form-publishing.json'), JSON.stringify(publishing));
  intake = await startIntake({ site, data });
  organiser = (await aPerson(intake, 'Amina Example')).browser;
  editor = (await aPerson(intake, 'Ed Example', 'editor')).browser;
});
afterAll(async () => {
  await intake.stop();
  for (const folder of [site, data]) rmSync(folder, { recursive: true, force: true });
});

const answerOf = async (response: Response) => [response.status, await response.json()];
const send = async (browser: Browser, files: object) => {
  const response = await browser.post('forms', { files });
  return { status: response.status, ...((await response.json()) as { draft?: string; problem?: string }) };
};
const listOf = async (browser: Browser) =>
  (await (await browser.get('forms')).json()) as {
    forms: {
      form: string;
      now?: string;
      drafts: { draft: string; state: string; why?: string; formVersion?: string }[];
    }[];
  };
const formOf = async (browser: Browser, id: string) => (await listOf(browser)).forms.find(({ form }) => form === id);

test('[F-1] a form that an organiser sends waits for an editor, and is published without a build', async () => {
  const { status, draft = '' } = await send(organiser, aMadeForm());
  expect(status).toBe(201);
  expect((await formOf(organiser, 'walk-survey'))?.drafts.map(({ state }) => state)).toEqual(['waiting']);

  expect(await answerOf(await organiser.post('forms/decide', { draft, verdict: 'published' }))).toEqual([
    403,
    { problem: 'editorsOnly' },
  ]);
  const decided = await editor.post('forms/decide', { draft, verdict: 'published' });
  expect(decided.status).toBe(200);
  const { formVersion } = (await decided.json()) as { formVersion: string };
  expect(formVersion).toMatch(/^[0-9a-f]{16}$/);
  expect(await intake.shelf.form('walk-survey', formVersion)).toBeDefined();
});

test('the same form sent twice, as by a second press, is one draft', async () => {
  const files = aMadeForm({ id: 'pressed-twice' });
  const [first, second] = await Promise.all([send(organiser, files), send(organiser, files)]);
  expect(second.draft).toBe(first.draft);
  expect((await formOf(organiser, 'pressed-twice'))?.drafts).toHaveLength(1);
});

test('[F-2] a new version takes the place of the old, the old one stays openable, and going back is possible', async () => {
  const one = await send(organiser, aMadeForm({ id: 'versions' }));
  const two = await send(organiser, { ...aMadeForm({ id: 'versions', label: 'How did you like it?' }) });
  for (const { draft } of [one, two]) await editor.post('forms/decide', { draft, verdict: 'published' });
  const states = async () =>
    (await formOf(editor, 'versions'))?.drafts.map(({ draft, state }) => [draft, state]).sort();
  expect(await states()).toEqual(
    [
      [one.draft, 'replaced'],
      [two.draft, 'published'],
    ].sort(),
  );
  const back = await editor.post('forms/decide', { draft: one.draft ?? '', verdict: 'published' });
  expect(back.status).toBe(200);
  expect(await states()).toEqual(
    [
      [one.draft, 'published'],
      [two.draft, 'replaced'],
    ].sort(),
  );
});

test('a refusal has a reason, which the author reads', async () => {
  const { draft = '' } = await send(organiser, aMadeForm({ id: 'refused' }));
  expect(await answerOf(await editor.post('forms/decide', { draft, verdict: 'refused', why: '  ' }))).toEqual([
    422,
    { problem: 'needsReason' },
  ]);
  await editor.post('forms/decide', { draft, verdict: 'refused', why: 'Say why you ask.' });
  const [mine] = (await formOf(organiser, 'refused'))?.drafts ?? [];
  expect([mine?.state, mine?.why]).toEqual(['refused', 'Say why you ask.']);
});

test('what cannot be published is refused when it is sent, with what to put right', async () => {
  const { texts, ...rest } = aMadeForm({ id: 'broken' });
  const unworded = { ...rest, texts: { en: { ...texts['en'], questions: {} } } };
  const answer = await organiser.post('forms', { files: unworded });
  expect(await answerOf(answer)).toMatchObject([422, { problem: 'fault', fault: { language: 'en' } }]);
  expect(await send(organiser, aMadeForm({ recipient: 'nobody' }))).toMatchObject({ problem: 'unknownRecipient' });
  expect(await send(organiser, aMadeForm({ id: 'derby-self' }))).toMatchObject({ status: 409, problem: 'idTaken' });
  expect(await send(organiser, { ...rest, texts: { pl: texts['pl'] }, sourceLanguage: 'pl' })).toMatchObject({
    problem: 'needsEnglish',
  });
  expect(await send(organiser, { ...aMadeForm(), run: 1 })).toMatchObject({ status: 422, problem: 'notAForm' });
  const markup = aMadeForm({ id: 'marked', label: '<img src=x onerror=alert(1)>' });
  expect(await send(organiser, markup)).toMatchObject({ status: 422, problem: 'markup' });
});

test('a condition inside conditions inside conditions is taken', async () => {
  const files = aMadeForm({ id: 'deep' });
  const [walk, why] = files.source.pages;
  const bad = { question: 'walk', is: 'bad' } as const;
  const when = { all: [{ any: [{ not: { all: [{ any: [{ not: bad }, bad] }, bad] } }, bad] }, bad] };
  const deep = { ...files, source: { ...files.source, pages: [walk, { ...why, when }] } };
  expect(await send(organiser, deep)).toMatchObject({ status: 201 });
});

test('another organiser sees nothing of it, cannot take its name, and nobody signed out sees anything', async () => {
  const { draft = '' } = await send(organiser, aMadeForm({ id: 'mine' }));
  const other = (await aPerson(intake, 'Other Example')).browser;
  expect(await formOf(other, 'mine')).toBeUndefined();
  expect((await other.get(`forms/${draft}`)).status).toBe(404);
  expect(await send(other, aMadeForm({ id: 'mine' }))).toMatchObject({ status: 409, problem: 'idTaken' });
  expect((await other.post('forms/withdraw', { form: 'mine' })).status).toBe(404);
  const nobody = aBrowser(intake.url);
  expect((await nobody.get('forms')).status).toBe(401);
  expect((await nobody.get(`forms/${draft}`)).status).toBe(401);
  expect((await nobody.post('forms', { files: aMadeForm() })).status).toBe(401);
});

test('a post that does not come from our own page is refused', async () => {
  const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
  expect((await organiser.post('forms', { files: aMadeForm({ id: 'csrf' }) }, headers)).status).toBe(403);
  expect(await formOf(editor, 'csrf')).toBeUndefined();
});

test('two editors decide at once: both decisions are kept, one after the other', async () => {
  const { draft = '' } = await send(organiser, aMadeForm({ id: 'at-once' }));
  const why = 'Not yet';
  await Promise.all([
    editor.post('forms/decide', { draft, verdict: 'published' }),
    editor.post('forms/decide', { draft, verdict: 'refused', why }),
  ]);
  expect(['published', 'refused']).toContain((await formOf(editor, 'at-once'))?.drafts[0]?.state);
  const turns: unknown[] = [];
  for await (const { kind, form, turn } of intake.store.collections['made-forms'].all()) {
    if (kind === 'formDecision' && form === 'at-once') turns.push(turn);
  }
  expect(turns.sort()).toEqual([1, 2]);
});

test('a decision of somebody who has not read the last one is not taken', async () => {
  const { draft = '' } = await send(organiser, aMadeForm({ id: 'read-before' }));
  await editor.post('forms/decide', { draft, verdict: 'refused', why: 'Not yet', seen: 0 });
  const late = await editor.post('forms/decide', { draft, verdict: 'published', seen: 0 });
  expect(await answerOf(late)).toEqual([409, { problem: 'decidedMeanwhile' }]);
  expect((await formOf(editor, 'read-before'))?.drafts[0]?.state).toBe('refused');
  expect((await editor.post('forms/decide', { draft, verdict: 'published', seen: 1 })).status).toBe(200);
  expect((await editor.post('forms/withdraw', { form: 'read-before', seen: 1 })).status).toBe(409);
  expect((await editor.post('forms/withdraw', { form: 'read-before', seen: 2 })).status).toBe(200);
});

test('a draft is read as its author wrote it, and as residents would get it', async () => {
  const files = aMadeForm({ id: 'to-read' });
  const { draft = '' } = await send(organiser, files);
  expect(await answerOf(await editor.get(`forms/${draft}`))).toMatchObject([
    200,
    { files, published: { definition: { id: 'to-read' }, text: { pl: { title: 'Opowiedz o spacerze' } } } },
  ]);
});

test('[F-2] a form that the next build has too is withdrawn all the same', async () => {
  const { draft = '' } = await send(organiser, aMadeForm({ id: 'built-too' }));
  await editor.post('forms/decide', { draft, verdict: 'published' });
  const { published } = (await (await editor.get(`forms/${draft}`)).json()) as { published: object };
  const built = join(site, 'wayin/forms/built-too.json');
  writeFileSync(built, JSON.stringify(published));
  await startAnew();
  expect((await editor.post('forms/withdraw', { form: 'built-too' })).status).toBe(200);
  expect((await formOf(editor, 'built-too'))?.drafts[0]?.state).toBe('withdrawn');
  rmSync(built);
});

test('a restart knows all that was made and published', async () => {
  const before = await listOf(editor);
  await startAnew();
  expect(await listOf(editor)).toEqual(before);
});

/** The same people, signed in as before, at the address of the new start. */
async function startAnew(): Promise<void> {
  await intake.stop();
  intake = await startIntake({ site, data });
  for (const before of [organiser, editor]) {
    const browser = aBrowser(intake.url);
    for (const [name, value] of before.cookies) browser.cookies.set(name, value);
    if (before === editor) editor = browser;
    else organiser = browser;
  }
}
