import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runInNewContext } from 'node:vm';

interface CouchLike {
  readonly url: URL;
  readonly databases: ReadonlyMap<string, Map<string, Document>>;
  readonly security: ReadonlyMap<string, unknown>;
  stop(): Promise<void>;
}

type Document = { readonly _id: string; readonly _rev: string; readonly [field: string]: unknown };

/**
 * Answers the few calls our store makes as CouchDB's documentation says (3.5: status, body, `_security`,
 * `validate_doc_update`), so that the HTTP is exercised where no CouchDB is. The contract's word is the real one's.
 */
export async function startCouchLike(user = 'way-in', password = 'p@ss:word'): Promise<CouchLike> {
  const databases = new Map<string, Map<string, Document>>();
  const security = new Map<string, unknown>();
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    };
    if (request.headers.authorization !== authorization) return send(401, { error: 'unauthorized' });
    await answer(request, response, send);
  });

  async function answer(request: IncomingMessage, _: ServerResponse, send: (status: number, body: unknown) => void) {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://couch');
    const [name = '', ...rest] = pathname.slice(1).split('/').map(decodeURIComponent);
    const id = rest.join('/');
    const body = await bodyOf(request);
    if (name === '') return send(200, { couchdb: 'Welcome', version: '3.5.0' });

    const documents = databases.get(name);
    if (id === '' && request.method === 'PUT') {
      if (documents) return send(412, { error: 'file_exists' });
      databases.set(name, new Map());
      return send(201, { ok: true });
    }
    if (!documents) return send(404, { error: 'not_found' });
    if (id === '') return send(200, { db_name: name });
    if (id === '_security' && request.method === 'PUT') {
      security.set(name, body);
      return send(200, { ok: true });
    }
    if (id === '_security') return send(200, security.get(name) ?? {});
    if (id === '_all_docs') return send(200, { rows: rowsOf(documents, searchParams, body) });
    if (id === '_purge') {
      for (const [gone, revisions] of Object.entries(body as Record<string, string[]>)) {
        if (revisions.includes(documents.get(gone)?._rev ?? '')) documents.delete(gone);
      }
      return send(201, { purged: body });
    }
    if (id === '_bulk_docs') {
      const { docs, new_edits = true } = body as { docs: Document[]; new_edits?: boolean };
      const rows: unknown[] = [];
      for (const one of docs) {
        if (new_edits) put(documents, one, (_, row) => rows.push(row));
        else graft(documents, one, (_, row) => rows.push(row));
      }
      return send(201, rows);
    }
    if (id === '_changes') {
      const { rows, last } = changesOf(documents, searchParams);
      return send(200, { results: rows, last_seq: last, pending: 0 });
    }
    if (request.method === 'GET') {
      const found = documents.get(id);
      return found ? send(200, found) : send(404, { error: 'not_found' });
    }
    return put(documents, { ...(body as Document), _id: id }, send);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(`http://127.0.0.1:${port}`);
  url.username = encodeURIComponent(user);
  url.password = encodeURIComponent(password);
  return {
    url,
    databases,
    security,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function put(documents: Map<string, Document>, document: Document, send: (status: number, body: unknown) => void) {
  const before = documents.get(document._id);
  if (before?._rev !== document._rev) return send(409, { error: 'conflict' });
  const reason = refusalOf(documents, document, before ?? null);
  if (reason !== undefined) return send(403, { id: document._id, error: 'forbidden', reason });
  const _rev = `${Number(before?._rev.split('-')[0] ?? 0) + 1}-${'c'.repeat(32)}`;
  documents.set(document._id, { ...document, _rev });
  return send(201, { ok: true, id: document._id, rev: _rev });
}

/** `new_edits: false`: a revision is taken with its history, as it comes, and the lock sees no document before it. */
function graft(documents: Map<string, Document>, document: Document, send: (status: number, body: unknown) => void) {
  const reason = refusalOf(documents, document, null);
  if (reason !== undefined) return send(403, { id: document._id, error: 'forbidden', reason });
  documents.set(document._id, document);
}

function refusalOf(documents: ReadonlyMap<string, Document>, newDoc: Document, oldDoc: Document | null) {
  const lock = documents.get('_design/intake')?.['validate_doc_update'];
  if (!lock || newDoc._id.startsWith('_design/')) return undefined;
  try {
    runInNewContext(`(${lock})(newDoc, oldDoc)`, { newDoc, oldDoc });
  } catch (refusal) {
    return (refusal as { forbidden: string }).forbidden;
  }
  return undefined;
}

/** The order of arrival: a `Map` keeps it, for no document here is written twice but design documents. */
function changesOf(documents: ReadonlyMap<string, Document>, query: URLSearchParams) {
  const since = Number((query.get('since') ?? '0').split('-')[0]);
  const rows = [...documents].map(([id, doc], place) => ({ seq: `${place + 1}-g1AAAA`, id, changes: [], doc }));
  const page = rows.slice(since, since + Number(query.get('limit')));
  return { rows: page, last: page.at(-1)?.seq ?? `${since}-g1AAAA` };
}

function rowsOf(documents: ReadonlyMap<string, Document>, query: URLSearchParams, body: unknown) {
  const keys = (body as { keys?: string[] } | undefined)?.keys;
  if (keys) {
    return keys.map((key) => {
      const found = documents.get(key);
      return found ? { id: key, key, value: { rev: found._rev } } : { key, error: 'not_found' };
    });
  }
  const start = JSON.parse(query.get('startkey') ?? '""') as string;
  const ids = [...documents.keys()].filter((id) => id >= start).sort();
  return ids.slice(0, Number(query.get('limit'))).map((id) => ({ id, key: id, value: {}, doc: documents.get(id) }));
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  return text === '' ? undefined : JSON.parse(text);
}
