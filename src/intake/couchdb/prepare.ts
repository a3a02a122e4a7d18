import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { CollectionName } from '../shelf/collection.ts';
import { type Couch, CouchProblem } from './couch.ts';

/** The second lock of each database: a `validate_doc_update` function in a file of its own. */
const LOCKS: { readonly [name in CollectionName]: string } = {
  submissions: 'append-envelopes.js',
  monitoring: 'append-envelopes.js',
  receipts: 'append-only.js',
  'monitoring-receipts': 'append-only.js',
  forms: 'append-only.js',
  outcomes: 'append-envelopes.js',
  destroyed: 'append-only.js',
  'made-forms': 'append-only.js',
  people: 'change-people.js',
  timetable: 'append-changes.js',
};

/** Makes a database if it is not there, closes it to all but us, and puts the second lock on. */
export async function prepareDatabase(couch: Couch, database: string, name: CollectionName): Promise<void> {
  const path = encodeURIComponent(database);
  const made = await couch.call('PUT', path);
  // 412: it is already there.
  if (![201, 202, 412].includes(made.status)) throw unexpected(couch, `make ${database}`, made.status);

  await closeToOthers(couch, path);
  await putLock(couch, path, await lockSource(LOCKS[name]));
}

async function closeToOthers(couch: Couch, path: string): Promise<void> {
  const we = { names: couch.user === undefined ? [] : [couch.user], roles: ['_admin'] };
  const wanted = { admins: we, members: we };
  const { body } = await couch.call('GET', `${path}/_security`);
  if (isDeepStrictEqual(body, wanted)) return;

  const { status } = await couch.call('PUT', `${path}/_security`, wanted);
  if (status !== 200) throw unexpected(couch, 'set _security', status);
}

async function putLock(couch: Couch, path: string, source: string): Promise<void> {
  const { status, body } = await couch.call('GET', `${path}/_design/intake`);
  if (status === 200 && body['validate_doc_update'] === source) return;

  const revision = status === 200 ? { _rev: body['_rev'] } : {};
  const lock = { _id: '_design/intake', ...revision, language: 'javascript', validate_doc_update: source };
  const put = await couch.call('PUT', `${path}/_design/intake`, lock);
  // 409: another intake, starting at this moment, has put the same lock on.
  if (![201, 202, 409].includes(put.status)) throw unexpected(couch, 'write _design/intake', put.status);
}

/** The function as CouchDB wants it: without a name, and nothing before it. */
export async function lockSource(file: string): Promise<string> {
  const text = await readFile(new URL(file, import.meta.url), 'utf8');
  return text
    .slice(text.indexOf('function '))
    .replace(/^function \w+/, 'function ')
    .trim();
}

function unexpected(couch: Couch, what: string, status: number): CouchProblem {
  return new CouchProblem('unexpected', `${couch.address} does not let us ${what} (status ${status})`);
}
