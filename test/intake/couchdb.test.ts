import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CouchProblem } from '#intake/couchdb/couch.ts';
import { openCouchStore } from '#intake/couchdb/couch-store.ts';
import { COLLECTIONS } from '#intake/shelf/collection.ts';
import { startCouchLike } from './couch-like-server.ts';

let couch: Awaited<ReturnType<typeof startCouchLike>>;
beforeEach(async () => {
  couch = await startCouchLike();
});
afterEach(() => couch.stop());

const problemOf = (url: URL) =>
  openCouchStore(url, 'wayin_').then(
    () => undefined,
    (error: CouchProblem) => `${error.code}: ${error.message}`,
  );

test('the first start makes the databases, closes them to others and puts the second lock on', async () => {
  await openCouchStore(couch.url, 'wayin_');

  const names = [...COLLECTIONS].map((name) => `wayin_${name}`);
  expect([...couch.databases.keys()].sort()).toEqual(names.sort());
  for (const name of names) {
    const we = { names: ['way-in'], roles: ['_admin'] };
    expect(couch.security.get(name)).toEqual({ admins: we, members: we });
    expect(couch.databases.get(name)?.get('_design/intake')?.['validate_doc_update']).toMatch(/^function \(newDoc/);
  }
});

test('a second start changes nothing', async () => {
  await openCouchStore(couch.url, 'wayin_');
  const before = structuredClone([...couch.databases]);
  await openCouchStore(couch.url, 'wayin_');
  expect([...couch.databases]).toEqual(before);
});

test('a wrong password is named, without the password', async () => {
  const url = new URL(couch.url);
  url.password = 'hunter2';
  expect(await problemOf(url)).toBe(`refused: ${couch.url.origin} refuses the user or password`);
});

test('a server that is not there is named', async () => {
  expect(await problemOf(new URL('http://u:hunter2@127.0.0.1:9'))).toBe(
    'unreachable: http://127.0.0.1:9 does not answer',
  );
});
