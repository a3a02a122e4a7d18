import type { JWK } from 'jose';
import { nextDueInMs } from './backoff.ts';
import { deliver } from './deliver.ts';
import { recoverParcels } from './outbox.ts';
import { isMonitoring } from './parcel.ts';
import { readAllParcels } from './parcel-index.ts';
import { SYNC_TAG } from './sync-tag.ts';
import { listen } from './tabs.ts';

const KEYS = '/wayin/keys.json';
// A timer of a page in the background may sleep for long; a shorter one notices a clock that was set.
const LONGEST_TIMER_MS = 60_000;

let started = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The public keys that sign receipts. None if they cannot be read now: then nothing can be proved now either. */
export async function readReceiptKeys(): Promise<readonly JWK[]> {
  try {
    const keys: unknown = await (await fetch(KEYS)).json();
    return typeof keys === 'object' && keys !== null && 'receipts' in keys ? (keys.receipts as JWK[]) : [];
  } catch {
    return [];
  }
}

/**
 * Sends what waits at every moment that may be a good one: now, the network's return, the page shown again, the
 * browser's background sync, the time of the next try. `navigator.onLine` is not asked: it is wrong too often.
 */
export async function keepDelivering(): Promise<void> {
  if (started) return deliverNow();
  started = true;
  await recoverParcels().catch(() => undefined);
  addEventListener('online', () => void deliverSoon());
  addEventListener('pageshow', () => void deliverNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void deliverNow();
  });
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    if (data === SYNC_TAG) void deliverSoon();
  });
  listen(() => void plan());
  await deliverNow();
}

/** Tries what is due. */
export async function deliverNow(): Promise<void> {
  await tryOnce({});
}

/** "Send now": does not wait for the time of the next try. */
export async function sendNow(id?: string): Promise<void> {
  await tryOnce({ force: true, ...(id ? { only: id } : {}) });
}

/** The network says that it is back, so a try that was put off for want of it is worth making early. */
async function deliverSoon(): Promise<void> {
  const stuck = (await readAllParcels()).filter(
    (parcel) => parcel.state === 'waiting' && parcel.problem === 'noConnection' && !isMonitoring(parcel),
  );
  for (const { id } of stuck) await tryOnce({ force: true, only: id });
  await deliverNow();
}

async function tryOnce(choice: { force?: boolean; only?: string }): Promise<void> {
  const due = nextDueInMs(await readAllParcels(), Date.now());
  if (due === undefined || (due > 0 && !choice.force)) return plan();
  await deliver({ now: Date.now, chance: Math.random, receiptKeys: await readReceiptKeys(), ...choice });
  await plan();
}

/** Sets the timer for the next try, and asks the browser for a background sync where there is one. */
async function plan(): Promise<void> {
  const due = nextDueInMs(await readAllParcels(), Date.now());
  clearTimeout(timer);
  if (due === undefined) return;
  // Another tab may be sending: it holds the lock, and this one looks again in a second.
  const waitMs = Math.min(Math.max(due, 1_000), LONGEST_TIMER_MS);
  timer = setTimeout(() => void deliverNow(), waitMs);
  void askForBackgroundSync();
}

async function askForBackgroundSync(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  // Chromium only; not in TypeScript's DOM library.
  const sync: unknown = registration && 'sync' in registration ? registration.sync : undefined;
  await (sync as { register(tag: string): Promise<void> } | undefined)?.register(SYNC_TAG).catch(() => undefined);
}
