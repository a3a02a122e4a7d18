import type { Envelope } from '#core/submission/envelope.ts';
import { isDeadConnection } from './device-database.ts';
import { withinMs } from './time-limit.ts';

type PouchDB = import('pouchdb-browser').default;

const PREFIX = 'wayin-parcel-';
// Slow phones take seconds to open a database; PouchDB itself waits for ever if the browser refuses to open one.
const LIMIT_MS = 10_000;
// PouchDB's `idb` adapter puts this before the name.
const ON_DISK = `_pouch_${PREFIX}`;

/** Loads PouchDB; call it early where sending is near, so that a lost signal does not find it missing. */
export async function loadPouch(): Promise<typeof import('pouchdb-browser').default> {
  return (await import('pouchdb-browser')).default;
}

// IndexedDB names of some old browsers dislike a colon.
const nameOf = (id: string) => PREFIX + id.replace(':', '-');

/**
 * Opens the small database of one parcel, runs `use`, and closes it again: a connection that is not held cannot go
 * stale while the page sleeps. Should iOS close it in the middle, it is opened once more.
 */
export async function withSealedDatabase<Result>(
  id: string,
  use: (database: PouchDB) => Promise<Result>,
  limitMs: number = LIMIT_MS,
): Promise<Result> {
  const Pouch = await loadPouch();
  const run = async () => {
    const database = new Pouch(nameOf(id), { adapter: 'idb' });
    const result = await use(database);
    await database.close();
    return result;
  };
  try {
    return await withinMs(limitMs, run());
  } catch (error) {
    if (!isDeadConnection(error)) throw error;
    return await withinMs(limitMs, run());
  }
}

/** Puts the sealed form into its own database. Putting the same one again is not an error. */
export async function putSealed(envelope: Envelope): Promise<void> {
  await withSealedDatabase(envelope._id, async (database) => {
    try {
      await database.put(envelope);
    } catch (error) {
      if (!hasStatus(error, 409)) throw error;
    }
  });
}

/** The sealed form, or nothing if its database does not hold it. */
export async function readSealed(id: string): Promise<Envelope | undefined> {
  return withSealedDatabase(id, async (database) => {
    try {
      const { _rev, ...envelope } = await database.get<Envelope>(id);
      return envelope;
    } catch (error) {
      if (hasStatus(error, 404)) return undefined;
      throw error;
    }
  });
}

function hasStatus(error: unknown, status: number): boolean {
  return typeof error === 'object' && error !== null && 'status' in error && error.status === status;
}

/** Takes the whole database away. A removed document would travel to the service as a deletion; this does not. */
export async function destroySealed(id: string): Promise<void> {
  const Pouch = await loadPouch();
  await withinMs(LIMIT_MS, new Pouch(nameOf(id), { adapter: 'idb' }).destroy());
}

/** Ids of the parcels that have a database here, as far as the browser tells. */
export async function listSealed(): Promise<readonly string[]> {
  // Firefox before 126 has no `databases()`.
  const found = (await indexedDB.databases?.()) ?? [];
  return found.flatMap(({ name }) => (name?.startsWith(ON_DISK) ? [name.slice(ON_DISK.length).replace('-', ':')] : []));
}

/** Deletes the databases of these parcels without loading PouchDB. Other tabs let go of theirs when asked. */
export async function deleteSealed(ids: readonly string[]): Promise<void> {
  await withinMs(LIMIT_MS, Promise.all(ids.map((id) => deleteDatabase(`_pouch_${nameOf(id)}`))));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
