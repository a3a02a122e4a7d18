import { bad, good, type Outcome } from '#core/outcome.ts';
import {
  type ChangeId,
  type Decision,
  type Fields,
  hashedPart,
  type Target,
  type TimetableChange,
  type TimetableDocument,
} from '#core/timetable/change.ts';
import { afterAll } from '#core/timetable/fold.ts';
import { sha256Hex } from '#sealing/hash.ts';
import { withLock } from '../locks.ts';
import { askToKeepStorage } from '../storage-check.ts';
import { tell } from '../tabs.ts';
import { putDocument, readCopy, type TimetableCopy } from './copy.ts';
import { changeLedger } from './ledger.ts';

/** What somebody wants to be different. */
export interface Edit {
  readonly group: string;
  readonly target: Target;
  readonly set: Fields;
  readonly undoes?: ChangeId;
}

const MOST_AFTER = 50;
const NONCE_BYTES = 8;

/**
 * Writes an edit down as a change. Only `ok` may be told to the person as "Saved on this device": it is then in the
 * browser's store, and stays there when the browser is killed. Sending it is another matter.
 */
export async function saveChange(
  person: string,
  { group, target, set, undoes }: Edit,
  now: number = Date.now(),
): Promise<Outcome<TimetableChange, 'storageRefused'>> {
  void askToKeepStorage();
  return withLock('timetable-save', async () => {
    try {
      const known = await readCopy(person);
      const rest: Omit<TimetableChange, '_id'> = {
        kind: 'change',
        version: 1,
        group,
        target,
        set,
        after: cameBefore(group, known),
        by: person,
        enteredAt: new Date(now).toISOString(),
        nonce: nonce(),
        ...(undoes === undefined ? {} : { undoes }),
      };
      const change = { _id: await idOf(rest), ...rest };
      await keep(person, change);
      return good(change);
    } catch (error) {
      console.warn('wayin: storage refused', error instanceof Error ? error.name : error);
      return bad('storageRefused');
    }
  });
}

/** Writes down what an editor decided about a change. */
export async function saveDecision(
  person: string,
  decided: Pick<Decision, 'change' | 'group' | 'verdict' | 'why'>,
  now: number = Date.now(),
): Promise<Outcome<Decision, 'storageRefused'>> {
  return withLock('timetable-save', async () => {
    try {
      const rest: Omit<Decision, '_id'> = {
        kind: 'decision',
        version: 1,
        ...decided,
        by: person,
        decidedAt: new Date(now).toISOString(),
      };
      const decision = { _id: await idOf(rest), ...rest };
      await keep(person, decision);
      return good(decision);
    } catch (error) {
      console.warn('wayin: storage refused', error instanceof Error ? error.name : error);
      return bad('storageRefused');
    }
  });
}

async function idOf(rest: Omit<TimetableDocument, '_id'>): Promise<string> {
  return `${rest.kind}:${await sha256Hex(hashedPart(rest))}`;
}

/**
 * The newest changes of the group. Those that the service holds are named beside those that wait here: should one that
 * waits be refused, the others still know that this came after them.
 */
function cameBefore(group: string, { changes, waiting, refused }: TimetableCopy): readonly ChangeId[] {
  const own = changes.filter((change) => change.group === group && refused[change._id] === undefined);
  const sent = own.filter(({ _id }) => !waiting.has(_id));
  return [...new Set([...afterAll(own), ...afterAll(sent)])].sort().slice(0, MOST_AFTER);
}

/** The ledger first: a browser killed in between has a line too many there, never a document that nobody sends. */
async function keep(person: string, document: TimetableDocument): Promise<void> {
  const without = (ids: readonly string[]) => ids.filter((id) => id !== document._id);
  await changeLedger(person, (ledger) => ({ ...ledger, waiting: [...without(ledger.waiting), document._id] }));
  try {
    await putDocument(person, document);
  } catch (error) {
    await changeLedger(person, (ledger) => ({ ...ledger, waiting: without(ledger.waiting) })).catch(() => undefined);
    throw error;
  }
  tell('timetableChanged');
}

function nonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
