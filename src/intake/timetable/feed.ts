import { createHash } from 'node:crypto';
import { revisionOf, type TimetableDocument } from '#core/timetable/change.ts';
import { type Author, isTheirs } from './check-rights.ts';
import type { Ledger } from './ledger.ts';

interface FeedRow {
  readonly seq: string;
  readonly id: string;
  readonly changes: readonly [{ readonly rev: string }];
}

export interface FeedPage {
  readonly results: readonly FeedRow[];
  readonly last_seq: string;
  readonly pending: number;
}

/** What one person sees of the ledger, in CouchDB's words. */
export interface Feed {
  /** How far the ledger has come. */
  readonly end: string;
  after(seq: string, most: number): FeedPage;
  /** A document with its one revision, if the person may see it. */
  read(id: string): object | undefined;
}

const SEQ = /^(\d{1,9})-([0-9a-f]{8})-(.+)$/;
const BEGINNING = '0';

/**
 * The feed. A sequence says how many documents came before, what the person might see then, and the store's own place.
 * If any of it is not so any more (they got another group, the store was put back), the feed begins anew: a device then
 * compares what it has, and fetches only what it lacks.
 */
export function feedFor(author: Author, ledger: Ledger): Feed {
  const scope = scopeOf(author);
  const { entries } = ledger;
  const seqAt = (count: number) => {
    const entry = entries[count - 1];
    return entry === undefined ? BEGINNING : `${count}-${scope}-${entry.place}`;
  };
  const sees = ({ group }: TimetableDocument) => isTheirs(author, group);

  function countBefore(seq: string): number {
    const count = Number(SEQ.exec(seq)?.[1] ?? 0);
    return seqAt(count) === seq ? count : 0;
  }

  return {
    end: seqAt(entries.length),

    after(seq, most) {
      const results: FeedRow[] = [];
      let count = countBefore(seq);
      for (; count < entries.length && results.length < most; count += 1) {
        const document = entries[count]?.document;
        if (document === undefined || !sees(document)) continue;
        results.push({ seq: seqAt(count + 1), id: document._id, changes: [{ rev: revisionOf(document._id) }] });
      }
      return { results, last_seq: seqAt(count), pending: entries.length - count };
    },

    read(id) {
      const document = ledger.read(id);
      if (document === undefined || !sees(document)) return undefined;
      const _rev = revisionOf(id);
      return { ...document, _rev, _revisions: { start: 1, ids: [_rev.slice(2)] } };
    },
  };
}

/** What somebody may see, in eight letters. */
function scopeOf({ role, groups }: Author): string {
  const all = role === 'organiser' ? groups.toSorted().join(' ') : '*';
  return createHash('sha256').update(all).digest('hex').slice(0, 8);
}
