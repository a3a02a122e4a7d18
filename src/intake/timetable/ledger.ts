import type { Decision, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import type { Collection, Place } from '../shelf/collection.ts';

/** A document with its place in the order of arrival. */
export interface LedgerEntry {
  readonly place: Place;
  readonly document: TimetableDocument;
}

/** All that was ever changed in the timetable, in the order of arrival. It only grows. */
export interface Ledger {
  readonly entries: readonly LedgerEntry[];
  read(id: string): TimetableDocument | undefined;
  changesOf(group: string): readonly TimetableChange[];
  /** What was decided about a change, oldest first. */
  decisionsOf(change: string): readonly Decision[];
  /** Keeps documents for good; those that are held already stay as they are. Once it answers, they can be read. */
  keep(documents: readonly TimetableDocument[]): Promise<void>;
  /** Reads what other servers on the same store have written. */
  catchUp(): Promise<void>;
}

const PAGE = 500;

/** The ledger on a store's collection, read whole into memory: a year of a large town is some ten thousand documents. */
export async function openLedger(kept: Collection): Promise<Ledger> {
  const entries: LedgerEntry[] = [];
  const byId = new Map<string, TimetableDocument>();
  const changes = new Map<string, TimetableChange[]>();
  const decisions = new Map<string, Decision[]>();
  let last: Place | undefined;

  function add(entry: LedgerEntry): void {
    const { document } = entry;
    // A cluster may show one twice.
    if (byId.has(document._id)) return;
    entries.push(entry);
    byId.set(document._id, document);
    if (document.kind === 'change') addTo(changes, document.group, document);
    else addTo(decisions, document.change, document);
  }

  async function readOn(): Promise<void> {
    for (;;) {
      const page = await kept.since(last, PAGE);
      for (const { place, document } of page.rows) add({ place, document: document as unknown as TimetableDocument });
      if (page.last === last) return;
      last = page.last;
    }
  }

  let reading: Promise<void> | undefined;
  function catchUp(): Promise<void> {
    reading ??= readOn().finally(() => {
      reading = undefined;
    });
    return reading;
  }

  async function write(documents: readonly TimetableDocument[]): Promise<void> {
    await kept.keepAll(documents.map((document) => ({ ...document })));
    const isHeld = () => documents.every(({ _id }) => byId.has(_id));
    await catchUp();
    // That reading may have begun before the writing.
    if (!isHeld()) await catchUp();
    if (!isHeld()) throw new Error('A change that was just written cannot be read.');
  }

  // Whoever comes while a write is under way waits for the next one, and shares it: a disk is slow to promise.
  let writing: Promise<unknown> = Promise.resolve();
  let next: { readonly documents: TimetableDocument[]; readonly done: Promise<void> } | undefined;
  function keep(documents: readonly TimetableDocument[]): Promise<void> {
    if (documents.length === 0) return Promise.resolve();
    next ??= planWrite();
    next.documents.push(...documents);
    return next.done;
  }

  function planWrite() {
    const documents: TimetableDocument[] = [];
    const done = writing.then(() => {
      next = undefined;
      return write(documents);
    });
    writing = done.catch(() => {});
    return { documents, done };
  }

  await catchUp();
  return {
    entries,
    read: (id) => byId.get(id),
    changesOf: (group) => changes.get(group) ?? [],
    decisionsOf: (change) => decisions.get(change) ?? [],
    keep,
    catchUp,
  };
}

function addTo<Value>(lists: Map<string, Value[]>, key: string, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
