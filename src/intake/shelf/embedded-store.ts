import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { COLLECTIONS, type Collection, type KeptDocument, type Store } from './collection.ts';

const PAGE = 200;

/** Opens PouchDB on LevelDB in a folder. LevelDB admits one process at a time: `inUse` is another one's turn. */
export async function openEmbeddedStore(folder: string): Promise<Outcome<Store, 'inUse'>> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const opened: PouchDB[] = [];
  try {
    for (const name of COLLECTIONS) {
      // What somebody was called before must not stay in an older revision.
      const database = new PouchDB(join(folder, name), { auto_compaction: name === 'people' });
      await database.info();
      opened.push(database);
    }
  } catch (error) {
    await Promise.all(opened.map((database) => database.close()));
    if (isLocked(error)) return bad('inUse');
    throw error;
  }

  const all = COLLECTIONS.map((name, place) => [name, collectionOn(opened[place] as PouchDB, join(folder, name))]);
  return good({
    collections: Object.fromEntries(all) as Store['collections'],
    ping: async () => void (await opened[0]?.info()),
    close: async () => void (await Promise.all(opened.map((database) => database.close()))),
  });
}

function isLocked(error: unknown): boolean {
  const message = String((error as { readonly message?: unknown }).message);
  return /LOCK: (Resource temporarily unavailable|already held by process)/.test(message);
}

function collectionOn(database: PouchDB, folder: string): Collection {
  return {
    async missing(ids) {
      if (ids.length === 0) return [];
      const { rows } = await database.allDocs({ keys: ids });
      return rows.filter(({ error, value }) => error !== undefined || value?.deleted === true).map(({ key }) => key);
    },

    async read(id) {
      try {
        return withoutRevision(await database.get(id));
      } catch (error) {
        if (statusOf(error) === 404) return undefined;
        throw error;
      }
    },

    async keep(document) {
      try {
        await database.put(document);
      } catch (error) {
        if (statusOf(error) === 409) return 'already here';
        throw error;
      }
      await writeThrough(folder);
      return 'new';
    },

    async keepAll(documents) {
      const rows = await database.bulkDocs(documents);
      const fault = rows.find((row) => row.error !== undefined && row.status !== 409);
      if (fault) throw new Error(`The store does not take a document: ${fault.name}`);
      await writeThrough(folder);
    },

    async change(id, change) {
      for (;;) {
        const found = await database.get(id).catch((error: unknown) => {
          if (statusOf(error) === 404) return undefined;
          throw error;
        });
        const after = change(found && withoutRevision(found));
        if (after === undefined) return undefined;
        try {
          await database.put({ ...after, _id: id, ...(found ? { _rev: found['_rev'] } : {}) });
        } catch (error) {
          if (statusOf(error) === 409) continue;
          throw error;
        }
        await writeThrough(folder);
        return after;
      }
    },

    async remove(id) {
      try {
        await database.remove(await database.get(id));
      } catch (error) {
        if (statusOf(error) === 404) return;
        throw error;
      }
      // What was removed stays in older revisions until they are thrown away.
      await database.compact();
      await writeThrough(folder);
    },

    async *all(prefix = '') {
      let startkey = prefix;
      for (;;) {
        const { rows } = await database.allDocs({ include_docs: true, startkey, limit: PAGE });
        for (const { key, doc } of rows) {
          if (!key.startsWith(prefix)) return;
          if (doc) yield withoutRevision(doc);
        }
        const last = rows.at(-1);
        if (rows.length < PAGE || !last) return;
        // The character after the last id: the next page begins behind it.
        startkey = `${last.key}\u0000`;
      }
    },

    async since(place, most) {
      const { results, last_seq } = await database.changes({
        since: Number(place ?? 0),
        limit: most,
        include_docs: true,
      });
      const rows = results.flatMap(({ seq, doc, deleted }) =>
        doc && !deleted ? [{ place: String(seq), document: withoutRevision(doc) }] : [],
      );
      return { last: results.length === 0 ? place : String(last_seq), rows };
    },
  };
}

/**
 * PouchDB leaves a write in the memory of the operating system; a receipt promises more than that.
 * LevelDB's newest writes are all in its log files (its tables it writes through by itself).
 */
async function writeThrough(folder: string): Promise<void> {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  await Promise.all(logs.map((name) => syncFile(join(folder, name))));
}

async function syncFile(path: string): Promise<void> {
  try {
    const file = await open(path, 'r');
    await file.datasync().finally(() => file.close());
  } catch (error) {
    // A log whose writes have all reached a table is removed at any moment.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function statusOf(error: unknown): unknown {
  return (error as { readonly status?: unknown }).status;
}

function withoutRevision({ _rev, ...document }: KeptDocument): KeptDocument {
  return document as KeptDocument;
}
