import { del, get, set } from 'idb-keyval';
import { device } from './device-database.ts';

const PROBE = 'probe';
// The largest parcel: a disk that has room for less is full for us.
const PROBE_BYTES = 64 * 1024;
// Some iOS versions never answer an `indexedDB.open` after the page was restored (WebKit 226547).
const PATIENCE_MS = 3_000;

/** Whether this browser keeps what it is given: written, read back, removed. Ask before the first question. */
export async function storageWorks(): Promise<boolean> {
  if (typeof indexedDB === 'undefined' || !globalThis.crypto?.subtle) return false;
  const tooSlow = new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false));
  return Promise.race([probe(), tooSlow]);
}

async function probe(): Promise<boolean> {
  const name = `${PROBE}:${crypto.randomUUID()}`;
  try {
    await set(name, new Uint8Array(PROBE_BYTES), device);
    const back = await get<Uint8Array>(name, device);
    return back?.byteLength === PROBE_BYTES;
  } catch {
    return false;
  } finally {
    await del(name, device).catch(() => undefined);
  }
}

/** Asks the browser not to clear this site by itself. A refusal changes nothing that we do. */
export async function askToKeepStorage(): Promise<boolean> {
  try {
    return (await navigator.storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
