import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FormDefinition } from '#core/forms/definition.ts';
import { envelopeId } from '#sealing/hash.ts';
import { readReceipt } from '#sealing/receipts.ts';
import {
  aForm,
  anEnvelope,
  anEqualityEnvelope,
  aSite,
  asPushed,
  type RunningIntake,
  receiptKeys,
  startIntake,
  swkSelf,
} from './running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake();
});
afterAll(() => intake.stop());

async function rowsFor(...documents: unknown[]): Promise<Record<string, string>[]> {
  const response = await intake.bulkDocs(documents);
  expect(response.status).toBe(201);
  return (await response.json()) as Record<string, string>[];
}

async function reasonFor(document: unknown): Promise<string | undefined> {
  return (await rowsFor(document))[0]?.['reason'];
}

const receiptOf = (id: string) => fetch(`${intake.url}/intake/receipts/${encodeURIComponent(id)}`);

describe('what a receipt promises', () => {
  test.each<[string, Partial<FormDefinition>, object]>([
    ['the day to reply alone', { promise: 'derby-reply' }, { respondBy: '2026-04-09', seenBy: undefined }],
    [
      'what its service does, where the form promises nothing',
      { promise: 'none', routes: [{ recipient: 'derby-team', promise: 'derby' }] },
      { respondBy: '2026-04-09', seenBy: '2026-04-15' },
    ],
    ['nothing where nothing is promised', { promise: 'none' }, { respondBy: undefined, seenBy: undefined }],
  ])('[E10] is %s', async (_title, changes, dates) => {
    const form = aForm({ id: 'another-form', ...changes });
    const site = await aSite([form]);
    const other = await startIntake({ site });
    const envelope = await anEnvelope({}, form);
    await other.bulkDocs([asPushed(envelope)]);
    const jws = await (await fetch(`${other.url}/intake/receipts/${encodeURIComponent(envelope._id)}`)).text();
    const receipt = await readReceipt(jws, [receiptKeys.publicKey]);
    await other.stop();
    rmSync(site, { recursive: true, force: true });
    expect(receipt.ok && { respondBy: receipt.value.respondBy, seenBy: receipt.value.seenBy }).toEqual(dates);
  });
});

describe('what the drop box takes', () => {
  test('[G14] a pushed envelope is held, and its receipt is signed and dated by working days', async () => {
    const envelope = await anEnvelope();

    expect(await rowsFor(asPushed(envelope))).toEqual([]);

    const receipt = await readReceipt(await (await receiptOf(envelope._id)).text(), [receiptKeys.publicKey]);
    expect(receipt).toMatchObject({
      ok: true,
      value: { id: envelope._id, respondBy: '2026-04-09', seenBy: '2026-04-15' },
    });
    expect(receipt.ok && receipt.value.receivedAt).toMatch(/^2026-04-02T\d\d:\d\d:\d\d\+01:00$/);
    expect((await intake.shelf.get(envelope._id))?.envelope).toEqual(envelope);
  });

  test('[G16] a repeat changes nothing and gets the first receipt', async () => {
    const envelope = await anEnvelope();
    await rowsFor(asPushed(envelope));
    const first = await (await receiptOf(envelope._id)).text();

    expect(
      await rowsFor(asPushed(envelope), { ...asPushed(envelope), _rev: '1-bb', _revisions: { start: 1, ids: ['bb'] } }),
    ).toEqual([]);
    expect(await (await receiptOf(envelope._id)).text()).toBe(first);
  });

  test('[G16] the same envelope twenty times at once is held once, under one receipt', async () => {
    const envelope = await anEnvelope();
    await Promise.all(Array.from({ length: 20 }, () => rowsFor(asPushed(envelope))));

    const receipts = await Promise.all(Array.from({ length: 5 }, async () => (await receiptOf(envelope._id)).text()));
    expect(new Set(receipts).size).toBe(1);
    expect(intake.logged().split('"received"').length - 1).toBeGreaterThan(0);
    let held = 0;
    for await (const one of intake.shelf.list('submission')) if (one.envelope._id === envelope._id) held += 1;
    expect(held).toBe(1);
  });

  test('a service that has promised no reply time gets no dates', async () => {
    const envelope = await anEnvelope({}, swkSelf);
    await rowsFor(asPushed(envelope));
    const receipt = await readReceipt(await (await receiptOf(envelope._id)).text(), [receiptKeys.publicKey]);
    expect(receipt.ok && Object.keys(receipt.value).sort()).toEqual([
      'form',
      'formVersion',
      'hash',
      'id',
      'receivedAt',
    ]);
  });

  test('[G26] of equality answers the month is kept, and nothing finer', async () => {
    const envelope = await anEqualityEnvelope();
    const before = intake.logged();
    await rowsFor(asPushed(envelope));

    const receipt = await readReceipt(await (await receiptOf(envelope._id)).text(), [receiptKeys.publicKey]);
    expect(receipt.ok && receipt.value.receivedAt).toBe('2026-04');
    expect(intake.logged()).toBe(before);
    expect(JSON.stringify(await intake.shelf.get(envelope._id))).not.toMatch(/\d\d:\d\d/);
  });

  test('asked what is missing, it names what it does not hold', async () => {
    const [held, fresh] = [await anEnvelope(), await anEnvelope()];
    await rowsFor(asPushed(held));
    const answer = await intake.post('/intake/submissions/_revs_diff', { [held._id]: ['1-aa'], [fresh._id]: ['1-bb'] });
    expect(await answer.json()).toEqual({ [fresh._id]: { missing: ['1-bb'] } });
  });
});

describe('[G25] what the drop box refuses, by name', () => {
  test('the good ones beside a refused one are kept', async () => {
    const [first, second, third] = [await anEnvelope(), await anEnvelope(), await anEnvelope()];
    const rows = await rowsFor(asPushed(first), asPushed({ ...second, form: 'swk-self' }), asPushed(third));
    expect(rows).toEqual([{ id: second._id, error: 'forbidden', name: 'forbidden', reason: 'wrongId' }]);
    expect(await intake.shelf.missing([first._id, second._id, third._id])).toEqual([second._id]);
  });

  test.each([
    ['a later generation', { _rev: '2-aa', _revisions: { start: 2, ids: ['aa', 'bb'] } }, 'badGeneration'],
    ['two first revisions', { _rev: '1-aa', _revisions: { start: 1, ids: ['aa', 'bb'] } }, 'badGeneration'],
    ['no revision', { _rev: undefined, _revisions: undefined }, 'badGeneration'],
    ['a revision that its history denies', { _rev: '1-aa', _revisions: { start: 1, ids: ['bb'] } }, 'badGeneration'],
    ['a deletion', { _deleted: true }, 'unknownField'],
    ['an attachment', { _attachments: {} }, 'unknownField'],
    ['words beside the seal', { note: 'Zofia rang' }, 'unknownField'],
    ['a local document', { _id: '_local/x' }, 'wrongId'],
    ['a design document', { _id: '_design/x' }, 'wrongId'],
    ['no id', { _id: undefined }, 'wrongId'],
    ['an id that is not its hash', { _id: `submission:${'0'.repeat(64)}` }, 'wrongId'],
    ['an id that is no text', { _id: 7 }, 'wrongId'],
    ['no seal', { sealed: undefined }, 'notAnEnvelope'],
    ['a form name with a path in it', { form: '../x' }, 'notAnEnvelope'],
  ])('%s', async (_, changes, reason) => {
    expect(await reasonFor({ ...asPushed(await anEnvelope()), ...changes })).toBe(reason);
  });

  test.each([
    ['words in the seal', { note: 'Zofia' }, 'unknownField'],
    ['no recipients', { recipients: [] }, 'notAnEnvelope'],
    ['a short tag', { tag: 'AAAA' }, 'notAnEnvelope'],
    ['a ciphertext that is not base64url', { ciphertext: 'å' }, 'notAnEnvelope'],
    [
      'words in the key header',
      { recipients: [{ encrypted_key: 'A'.repeat(54), header: { name: 'Zofia' } }] },
      'unknownField',
    ],
  ])('%s', async (_, changes, reason) => {
    const envelope = await anEnvelope();
    expect(await reasonFor(asPushed({ ...envelope, sealed: { ...envelope.sealed, ...changes } } as never))).toBe(
      reason,
    );
  });

  test.each([null, 7, 'text', [], [[]]])('%j in place of a document', async (document) => {
    expect(await reasonFor(document)).toBe('notAnEnvelope');
  });

  test('routing that the seal does not cover, even with a true hash', async () => {
    const { _id, ...rest } = await anEnvelope();
    const rerouted = { ...rest, recipient: 'network-coordinator' };
    expect(await reasonFor(asPushed({ _id: await envelopeId('submission', rerouted), ...rerouted }))).toBe('wrongId');
  });

  test('words in the protected header, even with a true hash', async () => {
    const { _id, ...rest } = await anEnvelope();
    const header = Buffer.from(JSON.stringify({ alg: 'ECDH-ES+A256KW', enc: 'A256GCM', epk: {}, note: 'Zofia' }));
    const changed = { ...rest, sealed: { ...rest.sealed, protected: header.toString('base64url') } };
    expect(await reasonFor(asPushed({ _id: await envelopeId('submission', changed), ...changed }))).toBe('wrongId');
  });

  test('an unknown form, an unknown version, an unknown recipient', async () => {
    expect(await reasonFor(asPushed(await anEnvelope({}, aForm({ id: 'other' }))))).toBe('unknownForm');
    expect(await reasonFor(asPushed(await anEnvelope({ formVersion: '0'.repeat(16) })))).toBe('unknownFormVersion');
    expect(await reasonFor(asPushed(await anEnvelope({ recipient: 'somebody' })))).toBe('unknownRecipient');
  });

  test('a document over 64 KiB', async () => {
    const envelope = await anEnvelope();
    expect(await reasonFor({ ...asPushed(envelope), note: 'x'.repeat(65 * 1024) })).toBe('tooLarge');
  });

  test('equality answers under the id of a submission', async () => {
    const { _id, ...rest } = await anEqualityEnvelope();
    expect(await reasonFor(asPushed({ _id: await envelopeId('submission', rest), ...rest }))).toBe('wrongId');
  });
});

describe('[G25] calls that are refused whole', () => {
  const push = (body: string | object) => intake.post('/intake/submissions/_bulk_docs', body);

  test.each([
    ['a key twice', '{"docs":[{"_id":"a","_id":"b"}],"new_edits":false}'],
    ['a key twice, once written with escapes', '{"docs":[],"new_edits":false,"new\\u005fedits":false}'],
    ['__proto__', '{"docs":[{"__proto__":{"x":1}}],"new_edits":false}'],
    ['no JSON', '{"docs":'],
    ['JSON with a comment', '{"docs":[],/**/"new_edits":false}'],
    ['nothing', ''],
    ['a list', '[]'],
    ['edits of its own', '{"docs":[]}'],
    ['more than docs', '{"docs":[],"new_edits":false,"all_or_nothing":true}'],
    ['endless depth', `{"docs":${'['.repeat(100_000)}`],
  ])('%s is 400, without a reason', async (_, body) => {
    const response = await push(body);
    expect(response.status).toBe(400);
    expect(await response.text()).toBe('');
  });

  test('51 documents are 413, 101 ids are 413, 6 MB are 413', async () => {
    expect((await push({ docs: Array(51).fill({}), new_edits: false })).status).toBe(413);
    const ids = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`submission:${i}`, ['1-a']]));
    expect((await intake.post('/intake/submissions/_revs_diff', ids)).status).toBe(413);
    expect((await push(`{"docs":["${'x'.repeat(6_000_000)}"]}`)).status).toBe(413);
  });

  test('a body that is not called JSON is 415', async () => {
    const response = await fetch(`${intake.url}/intake/submissions/_bulk_docs`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(415);
  });
});

describe('[G24] nothing can be read but the receipt of an id one already has', () => {
  test.each([
    ['GET', '/intake/submissions'],
    ['GET', '/intake/submissions/'],
    ['GET', '/intake/submissions/_all_docs'],
    ['GET', '/intake/submissions/_changes'],
    ['GET', '/intake/submissions/_design/intake'],
    ['GET', '/intake/submissions/_local/x'],
    ['GET', '/intake/monitoring'],
    ['GET', '/intake/receipts'],
    ['GET', '/intake/receipts/'],
    ['GET', '/intake/receipts/_all_docs'],
    ['GET', '/intake/_all_dbs'],
    ['GET', '/intake/?x=1'],
    ['POST', '/intake/submissions/_revs_diff?x'],
    ['POST', '/intake/submissions/_find'],
    ['POST', '/intake/submissions/_bulk_get'],
    ['PUT', '/intake/submissions/x'],
  ])('%s %s is 404 and empty', async (method, path) => {
    const response = await fetch(`${intake.url}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([404, '']);
  });

  test.each([
    ['POST', '/intake/'],
    ['GET', '/intake/submissions/_bulk_docs'],
    ['DELETE', '/intake/submissions/_bulk_docs'],
    ['GET', '/intake/submissions/_revs_diff'],
    ['PUT', '/intake/receipts/x'],
    ['DELETE', '/intake/receipts/x'],
  ])('%s %s is 405 and empty', async (method, path) => {
    const response = await fetch(`${intake.url}${path}`, { method });
    expect([response.status, await response.text()]).toEqual([405, '']);
  });

  test('a submission held on the shelf cannot be fetched by its id', async () => {
    const envelope = await anEnvelope();
    await rowsFor(asPushed(envelope));
    for (const path of [
      `submissions/${envelope._id}`,
      `submissions/${encodeURIComponent(envelope._id)}`,
      envelope._id,
    ]) {
      expect((await fetch(`${intake.url}/intake/${path}`)).status).toBe(404);
    }
    expect((await receiptOf(`submission:${'1'.repeat(64)}`)).status).toBe(404);
  });

  test('the constant greeting tells no version and no count', async () => {
    expect(await (await fetch(`${intake.url}/intake/`)).json()).toEqual({ wayIn: 'intake' });
  });
});

test('the log holds codes and references, and nothing that was sent', async () => {
  const envelope = await anEnvelope();
  await rowsFor(asPushed(envelope), { ...asPushed(await anEnvelope()), note: 'Zofia rang' });
  const lines = intake.logged().trim().split('\n');
  for (const line of lines)
    expect(Object.keys(JSON.parse(line)).sort().join()).toMatch(/^code,(reason,)?(reference,)?time$/);
  expect(intake.logged()).not.toMatch(/Zofia|127\.0\.0\.1|submission:|intake\//);
});
