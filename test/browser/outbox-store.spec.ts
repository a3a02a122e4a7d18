import { expect, type Page, test as plain } from '@playwright/test';
import type { Draft } from '#core/forms/draft.ts';
import { bundleStore } from '../support/outbox/bundle-store.ts';
import { type Fault, startDropBox } from '../support/outbox/drop-box.ts';
import { anEnvelope } from '../support/outbox/envelope.ts';
import type { Store } from '../support/outbox/store-page.ts';

declare const store: Store;

const test = plain.extend<
  { box: Awaited<ReturnType<typeof startDropBox>> },
  { files: Awaited<ReturnType<typeof bundleStore>> }
>({
  files: [async ({}, use) => use(await bundleStore()), { scope: 'worker' }],
  box: async ({ files }, use) => {
    const box = await startDropBox(files);
    await use(box);
    await box.stop();
  },
  page: async ({ page, box }, use) => {
    await open(page, box.origin);
    await use(page);
  },
});

async function open(page: Page, origin: string): Promise<void> {
  await page.goto(origin);
  await page.waitForFunction(() => 'store' in globalThis);
}

const draft: Draft = { draft: 'd-1', formVersion: 'v', answers: { name: 'Zofia' }, page: 'name', savedAt: Date.now() };

async function save(page: Page, draft?: string, kind: 'submission' | 'monitoring' = 'submission') {
  const envelope = await anEnvelope(kind);
  const outcome = await page.evaluate(
    ([envelope, draft]) => store.saveParcel(envelope, { language: 'en', ...(draft ? { draft } : {}) }),
    [envelope, draft] as const,
  );
  return { id: envelope._id, outcome };
}

const deliver = (page: Page, force = true) =>
  page.evaluate(async (force) => {
    const receiptKeys = await store.readReceiptKeys();
    await store.deliver({ now: Date.now, chance: () => 0, receiptKeys, force });
  }, force);

const parcel = (page: Page, id: string) => page.evaluate((id) => store.parcel(id), id);

const databases = (page: Page) =>
  page.evaluate(async () =>
    (await indexedDB.databases()).map(({ name }) => name ?? '').filter((name) => name.startsWith('_pouch_wayin-')),
  );

/** Answers calls whose path ends in `path` so; leaves the others alone. */
const at =
  (path: string, status: number, body: string, headers: Record<string, string> = {}): Fault =>
  (request, response) => {
    if (!request.url?.endsWith(path)) return 'pass';
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    return 'handled';
  };

test('[G14] a saved form is pushed with three calls, proved by its receipt, and its database is gone', async ({
  page,
  box,
}) => {
  const { id, outcome } = await save(page, 'd-1');
  expect(outcome).toMatchObject({ ok: true, value: { state: 'waiting', attempts: 0 } });
  await deliver(page);
  expect(await parcel(page, id)).toMatchObject({ state: 'received', receipt: { id, respondBy: '2026-04-09' } });
  expect([...box.held.keys()]).toEqual([id]);
  expect(box.calls).toEqual([
    'GET /intake/',
    'POST /intake/submissions/_revs_diff',
    'POST /intake/submissions/_bulk_docs',
    'GET /intake/receipts/submission:<hash>',
  ]);
  expect(await databases(page)).toEqual([]);
});

test('[G16] the same draft sent twice, in two tabs at once, is one record', async ({ page, box, context }) => {
  const other = await context.newPage();
  await open(other, box.origin);
  const outcomes = await Promise.all([save(page, 'd-1'), save(other, 'd-1')]);
  expect(outcomes.map(({ outcome }) => outcome.ok).sort()).toEqual([false, true]);
  expect(outcomes.find(({ outcome }) => !outcome.ok)?.outcome).toEqual({ ok: false, problem: 'alreadySent' });
  await Promise.all([deliver(page), deliver(other)]);
  expect(box.held.size).toBe(1);
  expect(box.calls.filter((call) => call.endsWith('_bulk_docs'))).toHaveLength(1);
});

const lies: readonly [string, number, string, Record<string, string>, string][] = [
  ['200 []', 200, '[]', {}, 'notProved'],
  ['200 null', 200, 'null', {}, 'strangeAnswer'],
  ['a sign-in page', 200, '<html><p>Welcome to our free WiFi', { 'content-type': 'text/html' }, 'strangeAnswer'],
  ['401', 401, '{"error":"unauthorized"}', {}, 'notAllowed'],
  ['403', 403, '{"error":"forbidden"}', {}, 'notAllowed'],
  ['502 HTML', 502, '<html>Bad gateway', { 'content-type': 'text/html' }, 'serverTrouble'],
  ['302 to elsewhere', 302, '', { location: 'http://portal.invalid/' }, 'noConnection'],
];

for (const path of ['_revs_diff', '_bulk_docs']) {
  for (const [name, status, body, headers, problem] of lies) {
    test(`[G15] ${name} from a proxy at ${path} is never "sent", and the form goes later`, async ({ page, box }) => {
      const { id } = await save(page);
      box.misbehave(at(path, status, body, headers));
      await deliver(page);
      expect(await parcel(page, id)).toMatchObject({ state: 'waiting', attempts: 1, problem });
      box.misbehave(undefined);
      await deliver(page);
      expect(await parcel(page, id)).toMatchObject({ state: 'received', attempts: 2 });
      expect(box.held.size).toBe(1);
    });
  }
}

test('[G15] a proxy that answers everything with 200 {} and a made-up receipt is not believed', async ({
  page,
  box,
}) => {
  const { id } = await save(page);
  box.misbehave((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    return 'handled';
  });
  await deliver(page);
  expect(await parcel(page, id)).toMatchObject({ state: 'waiting', problem: 'notProved' });
  expect(await databases(page)).toHaveLength(1);
});

test('[G15] 429 with Retry-After waits as long as it asks', async ({ page, box }) => {
  const { id } = await save(page);
  box.misbehave(at('_bulk_docs', 429, '{"error":"too_many_requests"}', { 'retry-after': '600' }));
  await deliver(page);
  const waiting = await parcel(page, id);
  if (waiting?.state !== 'waiting') throw new Error(`not waiting: ${waiting?.state}`);
  expect(waiting.problem).toBe('busy');
  expect(waiting.tryAgainAt - waiting.triedAt).toBe(600_000);
  box.misbehave(undefined);
  await deliver(page, false);
  expect(box.held.size).toBe(0);
});

test('[G25] one of three refused is parked with its code and can still be saved to a file; the others go', async ({
  page,
  box,
}) => {
  const [one, two, three] = [await save(page), await save(page), await save(page)];
  box.misbehave((request, response, body) => {
    if (!request.url?.endsWith('_bulk_docs') || !body.includes(two.id)) return 'pass';
    const row = { id: two.id, error: 'forbidden', reason: 'unknownFormVersion' };
    response.writeHead(201, { 'content-type': 'application/json' }).end(JSON.stringify([row]));
    return 'handled';
  });
  await deliver(page);
  expect(await parcel(page, one.id)).toMatchObject({ state: 'received' });
  expect(await parcel(page, two.id)).toMatchObject({ state: 'refused', problem: 'unknownFormVersion' });
  expect(await parcel(page, three.id)).toMatchObject({ state: 'received' });
  const file = await page.evaluate(async (id) => {
    const parcel = await store.parcel(id);
    return parcel && store.fileOf(parcel);
  }, two.id);
  expect(JSON.parse(file ?? '')).toMatchObject({ _id: two.id, form: 'derby-self' });
});

test('[G25] 413 is a refusal: the same form would be too large again', async ({ page, box }) => {
  const { id } = await save(page);
  box.misbehave(at('_bulk_docs', 413, '{"error":"too_large"}'));
  await deliver(page);
  expect(await parcel(page, id)).toMatchObject({ state: 'refused', problem: 'tooLarge' });
});

test('[G14] an answer lost after the service stored it makes no double', async ({ page, box }) => {
  const { id } = await save(page);
  box.misbehaveAfterStoring((request) => {
    request.socket.destroy();
    return 'handled';
  });
  await deliver(page);
  expect(await parcel(page, id)).toMatchObject({ state: 'waiting', problem: 'noConnection' });
  box.misbehaveAfterStoring(undefined);
  await deliver(page);
  expect(await parcel(page, id)).toMatchObject({ state: 'received' });
  expect(box.held.size).toBe(1);
});

test('[G26] equality answers wait some seconds, and never go in the round of a form', async ({ page, box }) => {
  const equality = await save(page, undefined, 'monitoring');
  const form = await save(page, 'd-1');
  const before = await parcel(page, equality.id);
  if (before?.state !== 'waiting') throw new Error('not waiting');
  expect(before.tryAgainAt - before.savedAt).toBeGreaterThanOrEqual(5_000);
  expect(before.tryAgainAt - before.savedAt).toBeLessThanOrEqual(20_000);
  expect(before).not.toHaveProperty('draft');
  await deliver(page);
  await deliver(page);
  expect([...box.held.keys()]).toEqual([form.id]);
});

const refusals = {
  'a full disk': () => {
    const real = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...[value, key]: Parameters<typeof real>) {
      if (this.transaction.db.name.startsWith('_pouch_wayin')) throw new DOMException('full', 'QuotaExceededError');
      return key === undefined ? real.call(this, value) : real.call(this, value, key);
    };
  },
  'a browser that opens no database': () => {
    const real = indexedDB.open.bind(indexedDB);
    indexedDB.open = (name, version) => {
      if (name.startsWith('_pouch_wayin')) throw new DOMException('no', 'SecurityError');
      return real(name, version);
    };
  },
};

for (const [name, refuse] of Object.entries(refusals)) {
  test(`[G13] ${name} while saving is said, and nothing is left half done`, async ({ page }) => {
    await page.evaluate(refuse);
    const { outcome } = await save(page, 'd-1');
    expect(outcome).toEqual({ ok: false, problem: 'storageRefused' });
    expect(await page.evaluate(() => store.parcels())).toEqual([]);
  });
}

test('[G13] without storage a form goes directly, and only a receipt makes it sent', async ({ page, box }) => {
  const envelope = await anEnvelope();
  const send = () =>
    page.evaluate(async (envelope) => store.sendDirectly(envelope, await store.readReceiptKeys()), envelope);
  box.misbehave(at('_bulk_docs', 200, '[]'));
  expect(await send()).toEqual({ ok: false, problem: 'notProved' });
  box.misbehave(undefined);
  expect(await send()).toMatchObject({ ok: true, value: { receipt: { id: envelope._id } } });
  expect(box.held.size).toBe(1);
});

test('[G13] a browser killed while saving: what was written is found, what was not is dropped', async ({ page }) => {
  const { id } = await save(page, 'd-1');
  const ghost = `submission:${'0'.repeat(64)}`;
  await page.evaluate(
    async ([id, ghost]) => {
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('wayin-device');
        request.onsuccess = () => resolve(request.result);
      });
      const table = database.transaction('kept', 'readwrite').objectStore('kept');
      const facts = { form: 'derby-self', formVersion: 'v', language: 'en', savedAt: 1, attempts: 0, state: 'saving' };
      table.put({ id, draft: 'd-1', ...facts }, `parcel:${id}`);
      table.put({ id: ghost, ...facts }, `parcel:${ghost}`);
      await new Promise((resolve) => {
        table.transaction.oncomplete = resolve;
      });
    },
    [id, ghost] as const,
  );
  await page.reload();
  await page.waitForFunction(() => 'store' in globalThis);
  expect(await page.evaluate(() => store.parcels())).toEqual([]);
  await page.evaluate(() => store.recoverParcels());
  const found = await page.evaluate(() => store.parcels());
  expect(found.map((parcel) => [parcel.id, parcel.state])).toEqual([[id, 'waiting']]);
});

test('[G18] clearing the device leaves no draft, no parcel and no key, in any tab', async ({ page, box, context }) => {
  const other = await context.newPage();
  await open(other, box.origin);
  await save(page, 'd-1');
  await page.evaluate((draft) => store.saveDraft('swk-self', draft), { ...draft, draft: 'd-2' });
  await other.evaluate(() => store.forgetEverything());
  expect(await page.evaluate(() => store.parcels())).toEqual([]);
  expect(await page.evaluate(() => store.listDrafts())).toEqual([]);
  expect(await databases(page)).toEqual([]);
  await deliver(page);
  expect(box.held.size).toBe(0);
});

test('[G19] a draft survives a reload and cannot be read from the disk', async ({ page }) => {
  expect(await page.evaluate((draft) => store.saveDraft('derby-self', draft), draft)).toEqual({
    ok: true,
    value: 'kept',
  });
  await page.reload();
  await page.waitForFunction(() => 'store' in globalThis);
  expect(await page.evaluate(() => store.readDraft('derby-self'))).toEqual(draft);
  const seen = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('wayin-device');
      request.onsuccess = () => resolve(request.result);
    });
    const all = await new Promise<Record<string, unknown>[]>((resolve) => {
      const request = database.transaction('kept').objectStore('kept').getAll();
      request.onsuccess = () => resolve(request.result);
    });
    const key = all.find((one): one is CryptoKey & Record<string, unknown> => one instanceof CryptoKey);
    const sealed = all.find((one) => 'sealed' in one)?.['sealed'] as ArrayBuffer;
    return { extractable: key?.extractable, text: new TextDecoder().decode(sealed) };
  });
  expect(seen.extractable).toBe(false);
  expect(seen.text).not.toContain('Zofia');
});

test('[G19] a draft with an impossible date is kept and dated anew', async ({ page }) => {
  const wrong = { ...draft, savedAt: Date.now() + 10 * 365 * 24 * 3_600_000 };
  await page.evaluate((draft) => store.saveDraft('derby-self', draft), wrong);
  const found = await page.evaluate(() => store.readDraft('derby-self'));
  expect(found?.answers).toEqual(draft.answers);
  expect(found?.savedAt).toBeLessThanOrEqual(Date.now());
});

test('[G18] on a shared computer no draft is kept', async ({ page }) => {
  await page.evaluate(() => store.markSharedComputer(true));
  expect(await page.evaluate((draft) => store.saveDraft('derby-self', draft), draft)).toEqual({
    ok: false,
    problem: 'sharedComputer',
  });
  await page.evaluate(() => store.markSharedComputer(false));
  expect(await page.evaluate(() => store.listDrafts())).toEqual([]);
});

test('[G14] once sent, an old tab can neither keep the draft again nor send it', async ({ page }) => {
  await save(page, draft.draft);
  expect(await page.evaluate((draft) => store.saveDraft('derby-self', draft), draft)).toEqual({
    ok: false,
    problem: 'alreadySent',
  });
});

test('[G15] a clock that jumped ten years does not strand a parcel', async ({ page, box }) => {
  const envelope = await anEnvelope();
  const tenYears = 10 * 365 * 24 * 3_600_000;
  await page.evaluate(([envelope, ahead]) => store.saveParcel(envelope, { language: 'en', now: Date.now() + ahead }), [
    envelope,
    tenYears,
  ] as const);
  await deliver(page, false);
  expect([...box.held.keys()]).toEqual([envelope._id]);
});

test('[G14] a page that keeps delivering sends by itself once the network answers again', async ({ page, box }) => {
  box.misbehave((request) => {
    request.socket.destroy();
    return 'handled';
  });
  const { id } = await save(page);
  await page.evaluate(() => store.keepDelivering());
  expect(await parcel(page, id)).toMatchObject({ state: 'waiting', problem: 'noConnection' });
  box.misbehave(undefined);
  await page.evaluate(() => dispatchEvent(new Event('online')));
  await expect.poll(async () => (await parcel(page, id))?.state).toBe('received');
  await page.evaluate(() => store.keepDelivering());
});
