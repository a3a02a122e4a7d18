import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCouchStore } from '#intake/couchdb/couch-store.ts';
import { openStore } from '#intake/open-shelf.ts';
import type { Collection, KeptDocument, Place, Store } from '#intake/shelf/collection.ts';
import { startCouchLike } from './couch-like-server.ts';

interface Opened {
  readonly store: Store;
  end(): Promise<void>;
}

async function openedEmbedded(): Promise<Opened> {
  const data = mkdtempSync(join(tmpdir(), 'wayin-collection-'));
  const opened = await openStore({ data, databasePrefix: '' });
  if (!opened.ok) throw new Error(opened.problem);
  const store = opened.value;
  return { store, end: () => store.close().then(() => rmSync(data, { recursive: true })) };
}

async function openedCouch(url: URL, end: () => Promise<void>): Promise<Opened> {
  return { store: await openCouchStore(url, `wayin_test_${crypto.randomUUID().slice(0, 8)}_`), end };
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

describe.each(stores)('a collection, %s', (_, openIt) => {
  let opened: Opened;
  let forms: Collection;
  beforeAll(async () => {
    opened = await openIt();
    forms = opened.store.collections.forms;
  });
  afterAll(() => opened.end());

  async function everythingSince(place: Place | undefined, most: number): Promise<KeptDocument[]> {
    const { last, rows } = await forms.since(place, most);
    const documents = rows.map(({ document }) => document);
    return last === place ? documents : [...documents, ...(await everythingSince(last, most))];
  }

  test('what arrives is read from a place on, once each, in pages of any size', async () => {
    expect((await forms.since(undefined, 10)).rows).toEqual([]);
    const documents = Array.from({ length: 7 }, (_, number) => ({ _id: `form:${9 - number}`, number }));
    for (const document of documents.slice(0, 3)) await forms.keep(document);
    const { last, rows } = await forms.since(undefined, 100);
    expect(rows.map(({ document }) => document)).toHaveLength(3);

    for (const document of documents.slice(3)) await forms.keep(document);
    expect(await everythingSince(last, 2)).toHaveLength(4);
    const all = await everythingSince(undefined, 3);
    expect(all.toSorted((a, b) => Number(a['number']) - Number(b['number']))).toEqual(documents);
  });

  test('a row is itself a place to go on from', async () => {
    const { rows } = await forms.since(undefined, 100);
    const [first, second] = rows;
    const after = await forms.since(first?.place, 100);
    expect(after.rows[0]?.document).toEqual(second?.document);
    expect((await forms.since(rows.at(-1)?.place, 100)).rows).toEqual([]);
  });
});
