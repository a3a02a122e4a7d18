import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PublishedForm } from '#core/forms/definition.ts';
import { openCouchStore } from '#intake/couchdb/couch-store.ts';
import { openEmbeddedStore } from '#intake/shelf/embedded-store.ts';
import type { Destroyed, DocumentKind, Held, Shelf } from '#intake/shelf/shelf.ts';
import { shelfOn } from '#intake/shelf/shelf-on.ts';
import { formVersion } from '#sealing/hash.ts';
import { startCouchLike } from './couch-like-server.ts';
import { aForm, anEnvelope, anEqualityEnvelope } from './running-intake.ts';

interface Opened {
  readonly shelf: Shelf;
  /** Closes and opens it again on the same documents. */
  reopen(): Promise<Shelf>;
  end(): Promise<void>;
}

async function openedEmbedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-shelf-'));
  const open = async () => {
    const store = await openEmbeddedStore(folder);
    if (!store.ok) throw new Error(store.problem);
    return shelfOn(store.value);
  };
  let shelf = await open();
  return {
    shelf,
    async reopen() {
      await shelf.close();
      shelf = await open();
      return shelf;
    },
    async end() {
      await shelf.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openedCouch(url: URL, end: () => Promise<void>): Promise<Opened> {
  const prefix = `wayin_test_${crypto.randomUUID().slice(0, 8)}_`;
  const open = async () => shelfOn(await openCouchStore(url, prefix));
  return { shelf: await open(), reopen: open, end };
}

const stores: [string, () => Promise<Opened>][] = [
  ['embedded', openedEmbedded],
  [
    'CouchDB as documented',
    async () => {
      const couch = await startCouchLike();
      return openedCouch(couch.url, couch.stop);
    },
  ],
];
const real = process.env['COUCHDB_TEST_URL'];
if (real) stores.push(['CouchDB', () => openedCouch(new URL(real), async () => {})]);

describe.each(stores)('the shelf, %s', (_, openStore) => {
  let opened: Opened;
  let shelf: Shelf;
  beforeAll(async () => {
    opened = await openStore();
    shelf = opened.shelf;
  });
  afterAll(() => opened.end());

  async function all(kind: DocumentKind): Promise<Held[]> {
    const list: Held[] = [];
    for await (const held of shelf.list(kind)) list.push(held);
    return list;
  }

  test('what is put can be had again as it was', async () => {
    const envelope = await anEnvelope();
    expect(await shelf.missing([envelope._id])).toEqual([envelope._id]);
    expect(await shelf.put(envelope, 'first')).toEqual({ kept: 'new', receipt: 'first' });
    expect(await shelf.missing([envelope._id])).toEqual([]);
    expect(await shelf.get(envelope._id)).toEqual({ envelope, receipt: 'first' });
    expect(await shelf.receipt(envelope._id)).toBe('first');
  });

  test('[G16] putting the same one again answers the first receipt', async () => {
    const envelope = await anEnvelope();
    await shelf.put(envelope, 'first');
    expect(await shelf.put(envelope, 'second')).toEqual({ kept: 'already here', receipt: 'first' });
    expect(await shelf.receipt(envelope._id)).toBe('first');
  });

  test('[G16] of ten at the same moment one is new, and all get the same receipt', async () => {
    const envelope = await anEnvelope();
    const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => shelf.put(envelope, `receipt ${i}`)));
    expect(answers.filter(({ kept }) => kept === 'new')).toHaveLength(1);
    expect(new Set(answers.map(({ receipt }) => receipt)).size).toBe(1);
  });

  test('what is not held has no receipt and is nowhere', async () => {
    const id = `submission:${'e'.repeat(64)}`;
    expect(await shelf.receipt(id)).toBeUndefined();
    expect(await shelf.get(id)).toBeUndefined();
    expect(await shelf.missing([])).toEqual([]);
  });

  test('[G26] equality answers are listed apart', async () => {
    const envelope = await anEqualityEnvelope();
    await shelf.put(envelope, 'month');
    expect((await all('monitoring')).map((held) => held.envelope._id)).toContain(envelope._id);
    expect((await all('submission')).map((held) => held.envelope._id)).not.toContain(envelope._id);
  });

  test('more than a page is listed whole, each once', async () => {
    const before = (await all('submission')).length;
    const envelopes = await Promise.all(Array.from({ length: 450 }, () => anEnvelope()));
    for (let at = 0; at < envelopes.length; at += 50) {
      await Promise.all(envelopes.slice(at, at + 50).map((envelope) => shelf.put(envelope, 'r')));
    }
    const ids = (await all('submission')).map((held) => held.envelope._id);
    expect(ids).toHaveLength(before + 450);
    expect(new Set(ids).size).toBe(before + 450);
  });

  test('[G17] every version of a form is kept', async () => {
    const [older, newer] = [aForm({ privacyNotice: '1' }), aForm({ privacyNotice: '2' })];
    for (const definition of [older, newer, newer]) {
      await shelf.keepForm({ definition, version: await formVersion(definition), text: {} }, '2026-04-02');
    }
    expect((await shelf.form(older.id, await formVersion(older)))?.definition).toEqual(older);
    expect(await shelf.form(older.id, '0'.repeat(16))).toBeUndefined();
    const forms: PublishedForm[] = [];
    for await (const form of shelf.forms()) forms.push(form);
    expect(forms.map(({ definition }) => definition.privacyNotice).sort()).toEqual(['1', '2']);
  });

  test('[G17] forms come in the order in which they were first kept', async () => {
    const versions = ['third', 'first', 'second'].map((privacyNotice) => aForm({ id: 'dated', privacyNotice }));
    const days = ['2026-04-03', '2026-04-01', '2026-04-02'];
    for (const [place, definition] of versions.entries()) {
      const form = { definition, version: await formVersion(definition), text: {} };
      await shelf.keepForm(form, days[place] ?? '');
      await shelf.keepForm(form, '2026-05-01');
    }
    const notices: string[] = [];
    for await (const { definition } of shelf.forms()) {
      if (definition.id === 'dated') notices.push(definition.privacyNotice);
    }
    expect(notices).toEqual(['first', 'second', 'third']);
  });

  test('what is destroyed is gone with its receipt, and the log says that it was there', async () => {
    const [gone, kept] = [await anEnvelope(), await anEnvelope()];
    await shelf.put(gone, 'r1');
    await shelf.put(kept, 'r2');
    const entry = {
      id: gone._id,
      form: gone.form,
      receivedAt: '2024-01-02',
      destroyedAt: '2026-04-02',
      why: 'retention',
    };
    await shelf.destroy({ ...entry, why: 'retention' });
    await shelf.destroy({ ...entry, why: 'retention' });
    shelf = await opened.reopen();
    expect(await shelf.get(gone._id)).toBeUndefined();
    expect(await shelf.receipt(gone._id)).toBeUndefined();
    expect((await all('submission')).map(({ envelope }) => envelope._id)).not.toContain(gone._id);
    expect(await shelf.get(kept._id)).toEqual({ envelope: kept, receipt: 'r2' });
    const log: Destroyed[] = [];
    for await (const one of shelf.destroyed()) log.push(one);
    expect(log.filter(({ id }) => id === gone._id)).toEqual([entry]);
  });

  test('notes of staff are listed by themselves, and the drop box proves none', async () => {
    const about = await anEnvelope();
    const note = { ...about, _id: `outcome:${about._id.slice('submission:'.length)}` };
    await shelf.note(note);
    expect((await all('outcome')).map(({ envelope }) => envelope._id)).toContain(note._id);
    expect((await all('submission')).map(({ envelope }) => envelope._id)).not.toContain(note._id);
    expect(await shelf.receipt(note._id)).toBeUndefined();
  });

  test('it is all there when opened again', async () => {
    const envelope = await anEnvelope();
    await shelf.put(envelope, 'kept');
    shelf = await opened.reopen();
    expect(await shelf.get(envelope._id)).toEqual({ envelope, receipt: 'kept' });
    await shelf.ping();
  });
});
