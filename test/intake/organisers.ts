import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import type { Fields, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import { hashedPart, revisionOf } from '#core/timetable/change.ts';
import { afterAll } from '#core/timetable/fold.ts';
import { sha256Hex } from '#sealing/hash.ts';
import type { RunningIntake } from './running-intake.ts';

type Unnamed<One extends TimetableDocument> = Omit<One, '_id'>;

/** A document with the id that it must have. */
export async function named<One extends TimetableDocument>(document: Unnamed<One>): Promise<One> {
  const hash = await sha256Hex(hashedPart(document as Unnamed<TimetableDocument>));
  return { _id: `${document.kind}:${hash}`, ...document } as unknown as One;
}

/** A change of ada's to the art table: the Wednesday session of 7 October is off. */
export function aChange(changes: Partial<Unnamed<TimetableChange>> = {}): Promise<TimetableChange> {
  return named<TimetableChange>({
    kind: 'change',
    version: 1,
    group: 'art-table',
    target: 'date:main:2026-10-07',
    set: { is: 'cancelled' },
    after: [],
    by: 'ada',
    enteredAt: '2026-10-01T09:00:00.000Z',
    nonce: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
    ...changes,
  });
}

/** As PouchDB sends a document with its one revision. */
export function asSent(document: { readonly _id: string }): { readonly [field: string]: unknown } {
  const _rev = revisionOf(document._id);
  return { ...document, _rev, _revisions: { start: 1, ids: [_rev.slice(2)] } };
}

/** A phone with its copy of the timetable, on which somebody is signed in. */
export interface Device {
  readonly copy: PouchDB;
  readonly remote: PouchDB;
  /** Writes an edit down, after all that this device knows of the group. */
  edit(group: string, target: string, set: Fields): Promise<TimetableChange>;
  save(document: TimetableDocument): Promise<void>;
  /** Sends and fetches; answers what was refused, id by id. */
  sync(): Promise<ReadonlyMap<string, string>>;
  documents(): Promise<readonly TimetableDocument[]>;
  end(): Promise<void>;
}

export function aDevice(intake: RunningIntake, by: string, cookie: string): Device {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-phone-'));
  const copy = new PouchDB(join(folder, 'timetable'));
  const remote = new PouchDB(`${intake.url}/intake/timetable`, { skip_setup: true, headers: { cookie } });

  async function documents(): Promise<readonly TimetableDocument[]> {
    const { rows } = await copy.allDocs({ include_docs: true });
    return rows.map(({ doc }) => {
      const { _rev, ...document } = doc as { _id: string; _rev: string };
      return document as unknown as TimetableDocument;
    });
  }

  async function save(document: TimetableDocument): Promise<void> {
    await copy.bulkDocs([{ ...document, _rev: revisionOf(document._id) }], { new_edits: false });
  }

  return {
    copy,
    remote,
    save,
    documents,

    async edit(group, target, set) {
      const known = (await documents()).filter((document) => document.kind === 'change' && document.group === group);
      const change = await aChange({ by, group, target, set, after: afterAll(known as readonly TimetableChange[]) });
      await save(change);
      return change;
    },

    async sync() {
      const pushed = await copy.replicate.to(remote, { checkpoint: 'source', retry: false });
      await copy.replicate.from(remote, { checkpoint: 'target', retry: false });
      return new Map(pushed.errors.map(({ id, reason }) => [id, reason]));
    },

    async end() {
      await copy.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
