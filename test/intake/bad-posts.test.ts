import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedForm } from '#core/forms/definition.ts';
import { formVersion } from '#sealing/hash.ts';
import { openEnvelope } from '#sealing/open.ts';
import { aForm } from '../support/a-form.ts';
import { plainSite } from '../support/plain-site.ts';
import { postFields } from '../support/post-form.ts';
import { type RunningIntake, receiptKeys, recipientKeys, startIntake } from './running-intake.ts';

async function published(parts: Parameters<typeof aForm>[0] = {}): Promise<PublishedForm> {
  const definition = aForm(parts);
  const label = (id: string) => [id, { label: id, options: { phone: 'Phone', email: 'Email', housing: 'Housing' } }];
  const questions = Object.fromEntries(definition.pages.flatMap((page) => page.questions.map(({ id }) => label(id))));
  const pages = Object.fromEntries(definition.pages.map(({ id }) => [id, { title: id }]));
  const text = { en: { title: 'A form', intro: [], recipients: { 'derby-team': 'the team' }, pages, questions } };
  return { definition, version: await formVersion(definition), text: text as PublishedForm['text'] };
}

const form = await published();
const older = await published({ privacyNotice: 'derby-2025-1' });
const good = { preferredName: 'Ala', contactMethod: 'phone', phone: '01632 960123' };

let intake: RunningIntake;
beforeAll(async () => {
  const keys = { recipients: { 'derby-team': recipientKeys.publicKey }, receipts: [receiptKeys.publicKey] };
  intake = await startIntake({ site: plainSite(keys, [form]) });
  await intake.shelf.keepForm(older, '2026-04-02');
  // Versions are read at the start: what was kept by an earlier site is known to the next one.
  await intake.stop();
  const again = await startIntake({ site: plainSite(keys, [older]), data: intake.data });
  await again.stop();
  intake = await startIntake({ site: plainSite(keys, [form]), data: intake.data });
});
afterAll(() => intake.stop());

type Fields = { readonly [name: string]: string | readonly string[] };

const flat = (fields: Fields) =>
  Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
const post = (fields: Fields, version: string | readonly string[] = form.version, headers = {}) =>
  postFields(intake.url, 'a-form', flat({ _language: 'en', _version: version, ...fields }), headers);
const raw = (body: string, type = 'application/x-www-form-urlencoded', path = '/submit/a-form') =>
  fetch(`${intake.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': type, 'accept-language': 'en' },
    body,
  });

async function answersIn(response: Response) {
  expect(response.status).toBe(303);
  const [, kind, hash] = /\/sent\/en\/(\w+)\/(\w+)$/.exec(response.headers.get('location') ?? '') ?? [];
  const held = await intake.shelf.get(`${kind}:${hash}`);
  const opened = held && (await openEnvelope(held.envelope, [recipientKeys.privateKey]));
  if (!opened?.ok) throw new Error('It cannot be opened');
  return opened.value;
}

async function heldIds(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { envelope } of intake.shelf.list('submission')) ids.push(envelope._id);
  return ids;
}

/** Posts what must not be taken: answers the page that says so. */
async function refused(response: Promise<Response>, status: number): Promise<string> {
  const before = await heldIds();
  const answer = await response;
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
  expect(await heldIds()).toEqual(before);
  return answer.text();
}

describe('tampered fields', () => {
  test('[G25] names that no question has are dropped, whatever they are called', async () => {
    const extra = {
      admin: 'yes',
      constructor: 'x',
      __proto__: ['x'],
      toString: 'y',
      'phone ': 'z',
      _id: 'submission:1',
    };
    const body = new URLSearchParams(flat({ ...good, _version: form.version, ...extra }).map(([a, b]) => [a, b]));
    body.append('__proto__', 'polluted');
    const content = await answersIn(await raw(String(body)));
    expect(content.answers).toEqual(good);
    expect(content.recipient).toBe('derby-team');
  });

  test.each<[string, Fields, string]>([
    ['an option that is not offered', { ...good, contactMethod: 'pigeon' }, 'contactMethod'],
    ['an option offered twice', { ...good, needs: ['housing', 'housing'] }, 'needs'],
    ['one good tick and one of their own', { ...good, needs: ['housing', '<script>'] }, 'needs'],
    ['half a date in a telephone number', { ...good, phone: '31/2' }, 'phone'],
    ['nothing', {}, 'preferredName'],
  ])('%s comes back with what to do', async (_, fields, question) => {
    const page = await refused(post(fields), 422);
    expect(page).toContain(`href="#${question}"`);
    expect(page).not.toContain('<script>');
  });

  test('of a name that came twice for one answer, the first counts', async () => {
    const { answers } = await answersIn(await post({ ...good, preferredName: ['Ala', 'Mallory'] }));
    expect(answers['preferredName']).toBe('Ala');
  });

  test('an answer off the route is not sent, whoever put it there', async () => {
    const { answers } = await answersIn(await post({ ...good, email: 'ala@example.org', housingPlan: 'yes' }));
    expect(answers).toEqual(good);
  });

  test('a language that the site does not speak is answered in English', async () => {
    expect(await refused(post({ _language: '../../etc' }), 422)).toContain('lang="en"');
  });
});

describe('versions', () => {
  test('[G17] an older version of the form is still taken, as what it was', async () => {
    const content = await answersIn(await post({ ...good, preferredName: 'Older' }, older.version));
    expect(content.formVersion).toBe(older.version);
    expect(content).toMatchObject({ consent: { privacyNotice: 'derby-2025-1' } });
  });

  test.each<[string, string | string[]]>([
    ['that nobody knows', '0123456789abcdef'],
    ['that is no version', '<b>'],
    ['named twice', [form.version, older.version]],
    ['left empty', ''],
  ])('a version %s: the form as it is now comes back, filled in, and nothing is sent', async (_, version) => {
    const page = await refused(post({ ...good, preferredName: 'Kept & safe' }, version), 422);
    expect(page).toContain('This form has changed since you opened it');
    expect(page).toContain('value="Kept &amp; safe"');
    expect(page).toContain(`name="_version" value="${form.version}"`);
  });

  test('a form that is not there says so and leads on', async () => {
    const page = await refused(raw('preferredName=Ala', undefined, '/submit/nowhere'), 404);
    expect(page).toContain('We do not have this form any more');
    expect(page).toContain('href="/en/services/"');
  });
});

describe('what is no form post', () => {
  test.each([
    ['application/json', JSON.stringify(good)],
    ['text/plain', 'preferredName=Ala'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="preferredName"\r\n\r\nAla\r\n--x--',
    ],
    ['nonsense', 'preferredName=Ala'],
  ])('of type %s gets a page with the way to the form', async (type, body) => {
    const page = await refused(raw(body, type), 415);
    expect(page).toContain('We could not read what your browser sent');
    expect(page).toContain('href="/en/forms/a-form/"');
  });

  test('the page is in the language that the browser asks for', async () => {
    const answer = fetch(`${intake.url}/submit/a-form`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain', 'accept-language': 'ar' },
      body: 'x',
    });
    expect(await refused(answer, 415)).toContain('lang="ar"');
  });

  test('a body with no type and nothing in it is an empty form', async () => {
    const empty = fetch(`${intake.url}/submit/a-form`, { method: 'POST' });
    expect(await refused(empty, 422)).toContain('href="#preferredName"');
  });

  test('somebody who asks for the address of a form that came back gets the form', async () => {
    const answer = await fetch(`${intake.url}/submit/a-form`, {
      redirect: 'manual',
      headers: { 'accept-language': 'pl' },
    });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/pl/forms/a-form/']);
    expect((await fetch(`${intake.url}/submit/nowhere`)).status).toBe(404);
  });
});

describe('huge bodies', () => {
  test('ten megabytes get a page that says what to do, and the server goes on', async () => {
    const page = await refused(post({ ...good, preferredName: 'x'.repeat(10 * 1024 * 1024) }), 413);
    expect(page).toContain('too long to send in one go');
    await answersIn(await post({ ...good, preferredName: 'After' }));
  });

  test('more than can be heard out is cut off', async () => {
    const flood = post({ preferredName: 'x'.repeat(40 * 1024 * 1024) }).then(
      ({ status }) => status,
      () => 'cut off',
    );
    expect([413, 'cut off']).toContain(await flood);
    await answersIn(await post({ ...good, preferredName: 'After the flood' }));
  });

  test('as much as fits the limit of the post, but no question, comes back whole', async () => {
    const long = 'ż'.repeat(20_000);
    const page = await refused(post({ ...good, preferredName: long }), 422);
    expect(page).toContain('Use 100 characters or fewer');
    expect(page).toContain(`value="${long}"`);
  });

  test('a hundred thousand fields are no form', async () => {
    expect(await refused(raw('a&'.repeat(100_000)), 422)).toContain('href="#preferredName"');
  });
});

describe('unusual characters', () => {
  const named = async (typed: string) =>
    (await answersIn(await post({ ...good, preferredName: typed }))).answers['preferredName'];

  test.each([
    ['an emoji of several parts', '👩‍👩‍👧', '👩‍👩‍👧'],
    ['right-to-left marks', '\u2067אבג\u2069 \u202eab', '\u2067אבג\u2069 \u202eab'],
    ['HTML', '<b>Ala</b> & "Ola"', '<b>Ala</b> & "Ola"'],
    ['control characters', 'A\u0000l\u001ba\u0085', 'Ala'],
    ['a lone surrogate', 'Ala \ud83d', 'Ala \ufffd'],
    ['a byte order mark', '\ufeffAla', 'Ala'],
  ])('%s arrives as it may be kept', async (_, typed, kept) => {
    expect(await named(typed)).toBe(kept);
  });

  test('bytes that are no UTF-8, and a percent sign alone, do no harm', async () => {
    const { answers } = await answersIn(
      await raw(`_version=${form.version}&preferredName=%ff%fe%+100%&contactMethod=phone&phone=01632960123`),
    );
    expect(answers['preferredName']).toBe('\ufffd\ufffd% 100%');
  });
});
