import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Envelope } from '#core/submission/envelope.ts';
import { monitoringDelayMs } from './backoff.ts';
import { withLock } from './locks.ts';
import { isMonitoring, type Parcel } from './parcel.ts';
import { factsOf, readAllParcels, readParcel, readSentDraft, removeParcel, writeParcel } from './parcel-index.ts';
import { deleteSealed, listSealed, putSealed, readSealed } from './sealed-database.ts';
import { askToKeepStorage } from './storage-check.ts';
import { listen } from './tabs.ts';

export interface Saving {
  /** The language the form was filled in. */
  readonly language: string;
  /** The draft it was made from; none for equality answers. */
  readonly draft?: string;
  /** Nobody can reply to it. */
  readonly isNameless?: boolean;
  readonly now?: number;
  readonly chance?: number;
}

/**
 * Keeps a sealed form on this device until the service has proved that it holds it. Only `ok` may be told to the
 * person as "Saved on this device". Two tabs, or two clicks, with the same draft: the second is `alreadySent`.
 */
export async function saveParcel(
  envelope: Envelope,
  { language, draft, isNameless = false, now = Date.now(), chance = Math.random() }: Saving,
): Promise<Outcome<Parcel, 'storageRefused' | 'alreadySent'>> {
  void askToKeepStorage();
  const facts = {
    id: envelope._id,
    form: envelope.form,
    formVersion: envelope.formVersion,
    recipient: envelope.recipient,
    language,
    savedAt: now,
    attempts: 0,
    ...(draft ? { draft } : {}),
    ...(isNameless ? { isNameless } : {}),
  };
  const tryAgainAt = isMonitoring(facts) ? now + monitoringDelayMs(chance) : now;

  return withLock('save', async () => {
    try {
      if (draft && (await readSentDraft(draft))) return bad('alreadySent');
      await writeParcel({ ...facts, state: 'saving' });
      await putSealed(envelope);
      const parcel: Parcel = { ...facts, state: 'waiting', triedAt: now, tryAgainAt };
      await writeParcel(parcel);
      return good(parcel);
    } catch (error) {
      // Full, private mode, or a broken browser: to the person all are the same, and nothing may be left half done.
      console.warn('wayin: storage refused', error instanceof Error ? error.name : error);
      await takeBack(envelope._id);
      return bad('storageRefused');
    }
  });
}

async function takeBack(id: string): Promise<void> {
  await deleteSealed([id]).catch(() => undefined);
  await removeParcel(id).catch(() => undefined);
}

/** The parcels of this device, the newest first. */
export async function parcels(): Promise<readonly Parcel[]> {
  return (await readAllParcels()).filter((parcel) => parcel.state !== 'saving');
}

export async function parcel(id: string): Promise<Parcel | undefined> {
  const found = await readParcel(id);
  return found?.state === 'saving' ? undefined : found;
}

/** The parcel that was made from this draft: what to show when saving answers `alreadySent`. */
export async function parcelOfDraft(draft: string): Promise<Parcel | undefined> {
  const id = await readSentDraft(draft);
  return id ? parcel(id) : undefined;
}

/** The sealed form as a file's text: unreadable to all but the service. Nothing once the parcel was received. */
export async function fileOf(parcel: Parcel): Promise<string | undefined> {
  const envelope = await readSealed(parcel.id);
  return envelope && `${JSON.stringify(envelope, null, 2)}\n`;
}

/** Removes one parcel from this device, sent or not. The service keeps what it has. */
export async function forgetParcel(id: string): Promise<void> {
  await deleteSealed([id]);
  await removeParcel(id);
}

/**
 * Puts right what a killed browser left behind, when a page starts. A parcel still `saving` whose form is in its
 * database is safe after all; one without was never promised, and its draft is still there.
 */
export async function recoverParcels(now: number = Date.now()): Promise<void> {
  await withLock('save', async () => {
    const known = await readAllParcels();
    for (const entry of known) if (entry.state === 'saving') await settle(entry, now);

    const states = new Map((await readAllParcels()).map((entry) => [entry.id, entry.state]));
    for (const id of await listSealed()) {
      const state = states.get(id);
      if (state === 'received') await deleteSealed([id]);
      else if (state === undefined) await adopt(id, now);
    }
  });
}

async function settle(entry: Parcel, now: number): Promise<void> {
  const envelope = await readSealed(entry.id);
  const facts = { ...factsOf(entry), attempts: 0 };
  if (envelope) await writeParcel({ ...facts, state: 'waiting', triedAt: now, tryAgainAt: now });
  else await takeBack(entry.id);
}

/** A sealed form whose entry the browser lost: sending it is right, and twice is harmless. */
async function adopt(id: string, now: number): Promise<void> {
  const envelope = await readSealed(id);
  if (!envelope) return deleteSealed([id]);
  const { form, formVersion, recipient } = envelope;
  const language = document.documentElement.lang;
  const facts = { id, form, formVersion, recipient, language, savedAt: now, attempts: 0 };
  await writeParcel({ ...facts, state: 'waiting', triedAt: now, tryAgainAt: now });
}

/** Calls `listener` with all parcels now, and again whenever one changes in any tab. Answers a way to stop. */
export function watchParcels(listener: (parcels: readonly Parcel[]) => void): () => void {
  let stopped = false;
  const read = async () => {
    const now = await parcels();
    if (!stopped) listener(now);
  };
  const stop = listen(() => void read());
  void read();
  return () => {
    stopped = true;
    stop();
  };
}
