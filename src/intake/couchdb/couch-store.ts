import { COLLECTIONS, type Collection, type KeptDocument, type Store } from '../shelf/collection.ts';
import { type Couch, type CouchAnswer, CouchProblem, couchAt } from './couch.ts';
import { prepareDatabase } from './prepare.ts';

const PAGE = 200;

/** Opens the databases on a CouchDB server, making what is not there yet. Throws a `CouchProblem`. */
export async function openCouchStore(url: URL, prefix: string): Promise<Store> {
  const couch = couchAt(url);
  const { body } = await couch.call('GET', '');
  if (body['couchdb'] === undefined) {
    throw new CouchProblem('unexpected', `${couch.address} does not answer as CouchDB does`);
  }

  for (const name of COLLECTIONS) await prepareDatabase(couch, `${prefix}${name}`, name);

  const all = COLLECTIONS.map((name) => [name, collectionOn(couch, encodeURIComponent(`${prefix}${name}`))]);
  return {
    collections: Object.fromEntries(all) as Store['collections'],
    async ping() {
      expectStatus(await couch.call('GET', encodeURIComponent(`${prefix}submissions`)), [200]);
    },
    async close() {},
  };
}

interface Row {
  readonly id: string;
  readonly key: string;
  readonly error?: string;
  readonly value?: { readonly deleted?: boolean };
  readonly doc?: KeptDocument;
}

interface Change {
  readonly seq: string;
  readonly id: string;
  readonly deleted?: boolean;
  readonly doc?: KeptDocument;
}

function collectionOn(couch: Couch, database: string): Collection {
  async function rows(path: string, body?: unknown): Promise<readonly Row[]> {
    const answer = await couch.call(body === undefined ? 'GET' : 'POST', `${database}/${path}`, body);
    expectStatus(answer, [200]);
    return answer.body['rows'] as readonly Row[];
  }

  async function read(id: string): Promise<KeptDocument | undefined> {
    const answer = await couch.call('GET', `${database}/${encodeURIComponent(id)}`);
    expectStatus(answer, [200, 404]);
    return answer.status === 404 ? undefined : withoutRevision(answer.body as KeptDocument);
  }

  return {
    read,

    async missing(ids) {
      if (ids.length === 0) return [];
      const found = await rows('_all_docs', { keys: ids });
      return found.filter(({ error, value }) => error !== undefined || value?.deleted === true).map(({ key }) => key);
    },

    /**
     * A plain PUT without a revision: CouchDB itself then keeps the first and answers 409 to any other.
     * With `new_edits: false` it would answer `[]` to all, and let a second first revision in beside it.
     */
    async keep(document) {
      const answer = await couch.call('PUT', `${database}/${encodeURIComponent(document._id)}`, document);
      expectStatus(answer, [201, 202, 409]);
      if (answer.status === 409) return 'already here';
      // 202: too few of a cluster's nodes have it so far. Only reading it back from a quorum says that it is kept.
      if ((await read(document._id)) === undefined) {
        throw new CouchProblem('unexpected', `${couch.address} took a document that it does not hold`);
      }
      return 'new';
    },

    /** Without revisions, and with CouchDB's own `new_edits`: a second document of an id is then a conflict, as above. */
    async keepAll(documents) {
      if (documents.length === 0) return;
      const { status, body } = await couch.call('POST', `${database}/_bulk_docs`, { docs: documents });
      const answers = body as unknown as readonly { readonly error?: string }[];
      const fault = Array.isArray(answers)
        ? answers.find(({ error }) => error !== undefined && error !== 'conflict')
        : {};
      if (![201, 202].includes(status) || fault) {
        throw new CouchProblem('unexpected', `${couch.address} does not take a document (${fault?.error ?? status})`);
      }
      const held = await rows('_all_docs', { keys: documents.map(({ _id }) => _id) });
      if (held.some(({ error }) => error !== undefined)) {
        throw new CouchProblem('unexpected', `${couch.address} took a document that it does not hold`);
      }
    },

    async change(id, change) {
      const path = `${database}/${encodeURIComponent(id)}`;
      for (;;) {
        const found = await couch.call('GET', path);
        expectStatus(found, [200, 404]);
        const before = found.status === 404 ? undefined : (found.body as KeptDocument);
        const after = change(before && withoutRevision(before));
        if (after === undefined) return undefined;
        const put = await couch.call('PUT', path, { ...after, ...(before ? { _rev: before['_rev'] } : {}) });
        expectStatus(put, [201, 202, 409]);
        if (put.status !== 409) return after;
      }
    },

    /** `_purge` leaves nothing behind, and asks no `validate_doc_update`: that lock is for everybody else. */
    async remove(id) {
      const found = await couch.call('GET', `${database}/${encodeURIComponent(id)}`);
      expectStatus(found, [200, 404]);
      if (found.status === 404) return;
      expectStatus(await couch.call('POST', `${database}/_purge`, { [id]: [found.body['_rev']] }), [201, 202]);
      if ((await read(id)) !== undefined) {
        throw new CouchProblem('unexpected', `${couch.address} still holds what was to go`);
      }
    },

    async *all(prefix = '') {
      let startkey = prefix;
      for (;;) {
        const page = await rows(`_all_docs?include_docs=true&limit=${PAGE}&startkey=${asKey(startkey)}`);
        for (const { id, doc } of page) {
          if (!id.startsWith(prefix)) return;
          if (doc && !id.startsWith('_')) yield withoutRevision(doc);
        }
        const last = page.at(-1);
        if (page.length < PAGE || !last) return;
        startkey = `${last.id}\u0000`;
      }
    },

    /** A cluster may show a document twice, or again after a place; it leaves none out. */
    async since(place, most) {
      const from = place === undefined ? '' : `&since=${encodeURIComponent(place)}`;
      const answer = await couch.call('GET', `${database}/_changes?include_docs=true&limit=${most}${from}`);
      expectStatus(answer, [200]);
      const results = answer.body['results'] as readonly Change[];
      const rows = results.flatMap(({ seq, id, doc, deleted }) =>
        doc && !deleted && !id.startsWith('_') ? [{ place: seq, document: withoutRevision(doc) }] : [],
      );
      return { last: results.length === 0 ? place : String(answer.body['last_seq']), rows };
    },
  };
}

function asKey(key: string): string {
  return encodeURIComponent(JSON.stringify(key));
}

function expectStatus({ status }: CouchAnswer, expected: readonly number[]): void {
  if (!expected.includes(status)) throw new CouchProblem('unexpected', `CouchDB answers with status ${status}`);
}

function withoutRevision({ _rev, ...document }: KeptDocument): KeptDocument {
  return document as KeptDocument;
}
