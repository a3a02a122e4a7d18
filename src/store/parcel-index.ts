import { get, promisifyRequest } from 'idb-keyval';
import { device } from './device-database.ts';
import type { Parcel, ParcelState } from './parcel.ts';
import { tell } from './tabs.ts';
import { PARCEL_PREFIX } from './waiting-here.ts';

const SENT_DRAFTS = 'sent-drafts';
// Enough for one device; each is 36 characters.
const MOST_SENT_DRAFTS = 200;

const nameOf = (id: string) => PARCEL_PREFIX + id;

/** All parcels this device knows of, the newest first, those still being saved included. */
export async function readAllParcels(): Promise<readonly Parcel[]> {
  const range = IDBKeyRange.bound(PARCEL_PREFIX, `${PARCEL_PREFIX}\uffff`);
  const parcels = await device('readonly', (table) => promisifyRequest<Parcel[]>(table.getAll(range)));
  return parcels.sort((a, b) => b.savedAt - a.savedAt);
}

export async function readParcel(id: string): Promise<Parcel | undefined> {
  return get<Parcel>(nameOf(id), device);
}

/**
 * Writes a parcel and, once it is safe, the mark that its draft has been sent, both or neither. The transaction is
 * complete, not merely asked for, when this resolves.
 */
export async function writeParcel(parcel: Parcel): Promise<void> {
  await device('readwrite', (table) => {
    table.put(parcel, nameOf(parcel.id));
    if (parcel.draft && parcel.state !== 'saving') markSent(table, parcel.draft, parcel.id);
    return promisifyRequest(table.transaction);
  });
  tell('parcelsChanged');
}

/** Gives a parcel its next state. One that was removed or proved meanwhile, in any tab, stays so. */
export async function moveParcel(id: string, attempts: number, state: ParcelState): Promise<void> {
  await device('readwrite', (table) => {
    const request: IDBRequest<Parcel | undefined> = table.get(nameOf(id));
    request.onsuccess = () => {
      const before = request.result;
      if (before && before.state !== 'received') table.put({ ...factsOf(before), attempts, ...state }, nameOf(id));
    };
    return promisifyRequest(table.transaction);
  });
  tell('parcelsChanged');
}

export async function removeParcel(id: string): Promise<void> {
  await device('readwrite', (table) => {
    table.delete(nameOf(id));
    return promisifyRequest(table.transaction);
  });
  tell('parcelsChanged');
}

/** The id of the parcel that was made from this draft on this device, even if the parcel has been removed since. */
export async function readSentDraft(draft: string): Promise<string | undefined> {
  const sent = await get<readonly SentDraft[]>(SENT_DRAFTS, device);
  return sent?.find((known) => known.draft === draft)?.parcel;
}

interface SentDraft {
  readonly draft: string;
  readonly parcel: string;
}

function markSent(table: IDBObjectStore, draft: string, parcel: string): void {
  const request: IDBRequest<readonly SentDraft[] | undefined> = table.get(SENT_DRAFTS);
  request.onsuccess = () => {
    const others = (request.result ?? []).filter((known) => known.draft !== draft);
    table.put([...others, { draft, parcel }].slice(-MOST_SENT_DRAFTS), SENT_DRAFTS);
  };
}

/** All of a parcel but its state and its attempts. */
export function factsOf({ id, form, formVersion, recipient, language, savedAt, draft, isNameless }: Parcel) {
  const facts = { id, form, formVersion, recipient, language, savedAt };
  return { ...facts, ...(draft ? { draft } : {}), ...(isNameless ? { isNameless } : {}) };
}
