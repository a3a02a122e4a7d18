import { del, get, promisifyRequest, update } from 'idb-keyval';
import { device } from '../device-database.ts';
import { TIMETABLE_PREFIX } from '../waiting-here.ts';

/** What this device knows of a person's documents beyond the documents themselves. */
export interface Ledger {
  /** Written here, and not yet seen in the service's own list. Only that list is proof: an "ok" may be a proxy's. */
  readonly waiting: readonly string[];
  /** Refused by the service, with the code of why. They are not sent again. */
  readonly refused: { readonly [id: string]: string };
  /** Changes that nobody had decided when this copy and the service's last agreed. */
  readonly undecided?: readonly string[];
  /** When this copy and the service's last agreed, by this device's clock. */
  readonly inStepAt?: number;
  /** When all of the service's list was last looked through. */
  readonly wholeAt?: number;
}

const EMPTY: Ledger = { waiting: [], refused: {} };
const nameOf = (person: string) => TIMETABLE_PREFIX + person;

export async function readLedger(person: string): Promise<Ledger> {
  return (await get<Ledger>(nameOf(person), device)) ?? EMPTY;
}

/** Changes the ledger as it stands now, whatever another tab did meanwhile. */
export async function changeLedger(person: string, change: (ledger: Ledger) => Ledger): Promise<void> {
  await update<Ledger>(nameOf(person), (before) => change(before ?? EMPTY), device);
}

export async function removeLedger(person: string): Promise<void> {
  await del(nameOf(person), device);
}

/** The people whose timetable is on this device, with how many of their changes have not been sent. */
export async function ledgers(): Promise<ReadonlyMap<string, number>> {
  const range = IDBKeyRange.bound(TIMETABLE_PREFIX, `${TIMETABLE_PREFIX}\uffff`);
  return device('readonly', async (table) => {
    const [names, all] = await Promise.all([
      promisifyRequest(table.getAllKeys(range)),
      promisifyRequest<Ledger[]>(table.getAll(range)),
    ]);
    return new Map(
      names.map((name, place) => [String(name).slice(TIMETABLE_PREFIX.length), all[place]?.waiting.length ?? 0]),
    );
  });
}
