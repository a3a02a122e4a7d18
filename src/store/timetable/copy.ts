import type { Decision, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import { revisionOf } from '#core/timetable/change.ts';
import { isDeadConnection } from '../device-database.ts';
import { loadPouch } from '../sealed-database.ts';
import { withinMs } from '../time-limit.ts';
import { readLedger } from './ledger.ts';

type PouchDB = import('pouchdb-browser').default;

const PREFIX = 'wayin-timetable-';
// PouchDB's `idb` adapter puts this before the name.
const ON_DISK = `_pouch_${PREFIX}`;
// Slow phones take seconds to open a database; PouchDB itself waits for ever if the browser refuses to open one.
const LIMIT_MS = 10_000;

// IndexedDB names of some old browsers dislike a colon.
const nameOf = (person: string) => PREFIX + person.replaceAll(':', '-');

// One connection a person, kept: it is in use while a round with the service goes on, and a change is saved meanwhile.
const open = new Map<string, PouchDB>();

/** Runs `use` on a person's copy of the timetable. A connection that iOS closed in the background is opened again, once. */
export async function withCopy<Result>(
  person: string,
  use: (copy: PouchDB) => Promise<Result>,
  limitMs: number = LIMIT_MS,
): Promise<Result> {
  const Pouch = await loadPouch();
  const name = nameOf(person);
  const run = async () => {
    const copy = open.get(name) ?? new Pouch(name, { adapter: 'idb' });
    open.set(name, copy);
    return await use(copy);
  };
  try {
    return await withinMs(limitMs, run());
  } catch (error) {
    open.delete(name);
    if (!isDeadConnection(error)) throw error;
    return await withinMs(limitMs, run());
  }
}

/** All that a device knows of the timetable that a person may see. */
export interface TimetableCopy {
  readonly changes: readonly TimetableChange[];
  readonly decisions: ReadonlyMap<string, readonly Decision[]>;
  /** Not sent yet. */
  readonly waiting: ReadonlySet<string>;
  /** Refused by the service's own checks, with the code of why. */
  readonly refused: { readonly [id: string]: string };
  /** Sent, and not decided by the time that all of the service's list had been read. */
  readonly undecided: ReadonlySet<string>;
  readonly inStepAt?: number;
}

/** Reads the whole copy. Documents of other kinds, from a newer site, are passed over. */
export async function readCopy(person: string): Promise<TimetableCopy> {
  const documents = await readDocuments(person);
  const { waiting, refused, undecided = [], inStepAt } = await readLedger(person);
  return {
    changes: documents.filter((document) => document.kind === 'change'),
    decisions: byChange(documents.filter((document) => document.kind === 'decision')),
    waiting: new Set(waiting),
    refused,
    undecided: new Set(undecided),
    ...(inStepAt === undefined ? {} : { inStepAt }),
  };
}

// Not Map.groupBy: Safari has it from 17.4 only.
function byChange(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const groups = new Map<string, readonly Decision[]>();
  for (const decision of decisions) groups.set(decision.change, [...(groups.get(decision.change) ?? []), decision]);
  return groups;
}

/** Every document of a person's copy. */
export async function readDocuments(person: string): Promise<readonly TimetableDocument[]> {
  return withCopy(person, async (copy) => {
    const { rows } = await copy.allDocs<TimetableDocument>({
      include_docs: true,
      startkey: 'change:',
      endkey: 'decision:\uffff',
    });
    return rows.map(({ doc: { _rev, ...document } }) => document as TimetableDocument);
  });
}

/** Puts a document under the one revision it has everywhere. Putting the same one again changes nothing. */
export async function putDocument(person: string, document: TimetableDocument): Promise<void> {
  await withCopy(person, async (copy) => {
    await copy.bulkDocs([{ ...document, _rev: revisionOf(document._id) }], { new_edits: false });
  });
}

/**
 * Takes whole copies away, without loading PouchDB: a removed document would travel to the service as a deletion,
 * this does not. `all`: any other copy that the browser tells of, too.
 */
export async function deleteCopies(people: readonly string[], all = false): Promise<void> {
  const wanted = new Set(people.map(nameOf));
  for (const [name, held] of open) {
    if (!all && !wanted.has(name)) continue;
    open.delete(name);
    await held.close().catch(() => undefined);
  }
  const found = all ? await copiesFound() : [];
  const names = new Set([...[...wanted].map((name) => `_pouch_${name}`), ...found]);
  await withinMs(LIMIT_MS, Promise.all([...names].map(deleteDatabase)));
}

async function copiesFound(): Promise<readonly string[]> {
  // Firefox before 126 has no `databases()`.
  const found = (await indexedDB.databases?.().catch(() => [])) ?? [];
  return found.flatMap(({ name }) => (name?.startsWith(ON_DISK) ? [name] : []));
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}
