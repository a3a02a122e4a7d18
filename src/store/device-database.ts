import type { UseStore } from 'idb-keyval';
import { DEVICE_DATABASE } from './waiting-here.ts';

const { name: NAME, version: VERSION, table: TABLE } = DEVICE_DATABASE;

let opening: Promise<IDBDatabase> | undefined;

function open(): Promise<IDBDatabase> {
  opening ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION);
    request.onupgradeneeded = () => request.result.createObjectStore(TABLE);
    request.onsuccess = () => {
      const database = request.result;
      database.onclose = forgetConnection;
      database.onversionchange = () => {
        database.close();
        forgetConnection();
      };
      resolve(database);
    };
    request.onerror = () => reject(request.error);
  }).catch((error: unknown) => {
    forgetConnection();
    throw error;
  });
  return opening;
}

function forgetConnection(): void {
  opening = undefined;
}

/** iOS closes connections of a page in the background and only says so at the next use. */
export function isDeadConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'InvalidStateError' ||
    (error.name === 'UnknownError' && /connection|closing|lost/i.test(error.message))
  );
}

/** The one small table of this device, for idb-keyval. A dead connection is opened again, once. */
export const device: UseStore = async (mode, callback) => {
  // Strict: "saved" is said to a person whose battery may be at 1 %.
  const run = async () => {
    const transaction = (await open()).transaction(TABLE, mode, { durability: 'strict' });
    return await callback(transaction.objectStore(TABLE));
  };
  try {
    return await run();
  } catch (error) {
    if (!isDeadConnection(error)) throw error;
    forgetConnection();
    return await run();
  }
};
