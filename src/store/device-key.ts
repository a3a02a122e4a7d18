import { get, update } from 'idb-keyval';
import { device } from './device-database.ts';

const KEY = 'draft-key';

/** The key of this browser: made here, kept by IndexedDB as an object, and by design impossible to read out. */
export async function readDeviceKey(): Promise<CryptoKey> {
  const kept = await get<CryptoKey>(KEY, device);
  if (kept) return kept;

  const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  // Two tabs may make one each; the first to arrive is the key of both.
  await update<CryptoKey>(KEY, (other) => other ?? made, device);
  return (await get<CryptoKey>(KEY, device)) ?? made;
}
