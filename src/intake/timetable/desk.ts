import type { Json } from '#core/canonical-json.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import {
  AUTOMATIC,
  type Decision,
  laneOf,
  type TimetableChange,
  type TimetableDocument,
} from '#core/timetable/change.ts';
import { isPublished } from '#core/timetable/state.ts';
import { type Clock, londonDate } from '../clock.ts';
import type { Log } from '../log.ts';
import { type Known, problemOfNames } from './check-names.ts';
import { type Author, changeIn, problemOfRights } from './check-rights.ts';
import { makesSense } from './check-sense.ts';
import { knownGroup } from './known-group.ts';
import type { Ledger } from './ledger.ts';
import { MOST_OF_GROUP, makeLimits, openChanges } from './limits.ts';
import { idOf, type Refusal, readPushed } from './read-pushed.ts';

export interface TimetableDeskNeeds {
  readonly ledger: Ledger;
  readonly base: TimetableBase;
  readonly now: Clock;
  readonly log: Log;
}

export interface Refused {
  readonly id: string;
  readonly reason: Refusal;
}

/** Where changes come in. */
export interface TimetableDesk {
  /** Takes what may be taken, publishes what needs no editor, and answers what was refused, each by itself. */
  push(author: Author, documents: readonly Json[]): Promise<readonly Refused[]>;
  /** Publishes what was taken in before a power cut, or before a build that now knows of it, and is not decided yet. */
  decideWhatWaits(): Promise<void>;
}

const LONGEST_ID = 200;

/** The desk. Documents on their way to the disk count already, so that no limit is passed by many pushes at once. */
export function timetableDesk({ ledger, base, now, log }: TimetableDeskNeeds): TimetableDesk {
  const today = () => londonDate(now());
  const limits = makeLimits(today);
  const coming = new Map<string, TimetableDocument>();
  const publishing = new Set<string>();

  const changesOf = (group: string) =>
    [
      ...ledger.changesOf(group),
      ...[...coming.values()].filter((document) => document.kind === 'change' && document.group === group),
    ] as readonly TimetableChange[];
  const counts = ({ _id }: TimetableChange) => publishing.has(_id) || isPublished(ledger.decisionsOf(_id));
  const knownFor = (group: string): Known => ({
    base,
    group: knownGroup(base, group, changesOf(group), counts),
    today: today(),
  });
  const changeOf = (id: string) => {
    const found = coming.get(id);
    return found?.kind === 'change' ? found : changeIn(ledger, id);
  };

  function takeIn(document: TimetableDocument, author: Author): Refusal | undefined {
    // Held already: sending twice is harmless, also by somebody who may not write there any more.
    if (ledger.read(document._id) || coming.has(document._id)) return undefined;
    const problem = problemOfRights(document, author, changeOf);
    if (problem) return problem;
    if (!limits.hasRoomFor(author)) return 'tooMany';
    if (document.kind === 'change') {
      const { group } = document;
      if (openChanges(changesOf(group), ledger, today()) >= MOST_OF_GROUP) return 'tooMany';
      const known = knownFor(group);
      const misfit = problemOfNames(document, known);
      if (misfit) return misfit;
      if (makesSense(document, known)) publishing.add(document._id);
    }
    limits.count(author);
    coming.set(document._id, document);
    return undefined;
  }

  async function publish({ _id: change, group }: TimetableChange): Promise<Decision> {
    const decision = {
      kind: 'decision',
      version: 1,
      change,
      group,
      verdict: 'published',
      by: AUTOMATIC,
      decidedAt: now(),
    } as const;
    return { _id: await idOf(decision), ...decision };
  }

  async function keep(taken: readonly TimetableDocument[]): Promise<void> {
    const published = taken.filter((document) => document.kind === 'change' && publishing.has(document._id));
    const decisions = await Promise.all((published as readonly TimetableChange[]).map(publish));
    try {
      await ledger.keep([...taken, ...decisions]);
    } finally {
      for (const { _id } of taken) {
        coming.delete(_id);
        publishing.delete(_id);
      }
    }
  }

  return {
    async push(author, documents) {
      const read = await Promise.all(documents.map(readPushed));
      const refused: Refused[] = [];
      const taken: TimetableDocument[] = [];
      // Nothing waits between here and `keep`: what was looked at is still so when it counts.
      for (const [place, outcome] of read.entries()) {
        const isHeld = outcome.ok && ledger.read(outcome.value._id) !== undefined;
        const reason = outcome.ok ? takeIn(outcome.value, author) : outcome.problem;
        if (reason) refused.push({ id: idIn(documents[place] as Json), reason });
        else if (outcome.ok && !isHeld) taken.push(outcome.value);
      }
      for (const { reason } of refused) log({ code: 'changeRefused', reason });
      await keep(taken);
      return refused;
    },

    async decideWhatWaits() {
      const waiting = ledger.entries.flatMap(({ document }) =>
        document.kind === 'change' && laneOf(document) === 'now' && ledger.decisionsOf(document._id).length === 0
          ? [document]
          : [],
      );
      const decisions: Decision[] = [];
      for (const change of waiting) {
        const known = knownFor(change.group);
        if (problemOfNames(change, known) || !makesSense(change, known)) continue;
        publishing.add(change._id);
        decisions.push(await publish(change));
      }
      await ledger.keep(decisions).finally(() => publishing.clear());
    },
  };
}

function idIn(document: Json): string {
  if (typeof document !== 'object' || document === null || !('_id' in document)) return '';
  const id = (document as { readonly _id: Json })._id;
  return typeof id === 'string' && id.length <= LONGEST_ID ? id : '';
}
