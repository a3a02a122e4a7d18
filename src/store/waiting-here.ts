/** Where the parcels stand: also known to `device-database.ts` and `parcel-index.ts`, which load more. */
export const DEVICE_DATABASE = { name: 'wayin-device', version: 1, table: 'kept' } as const;
export const PARCEL_PREFIX = 'parcel:';
const TIMETABLE = 'timetable';
export const TIMETABLE_PREFIX = `${TIMETABLE}:`;

/** What this device may have to send from whatever page is opened next. */
export interface WaitingHere {
  readonly parcels: boolean;
  /** Somebody works on the timetable on this device, or signed out of it unheard. */
  readonly timetable: boolean;
}

const NOTHING: WaitingHere = { parcels: false, timetable: false };

/** Looks what this device knows of, without creating anything on a device that knows nothing. */
export function waitingHere(): Promise<WaitingHere> {
  return new Promise((resolve) => {
    const nothing = () => resolve(NOTHING);
    try {
      const request = indexedDB.open(DEVICE_DATABASE.name, DEVICE_DATABASE.version);
      request.onupgradeneeded = () => request.transaction?.abort();
      request.onerror = nothing;
      request.onsuccess = () => {
        const table = request.result.transaction(DEVICE_DATABASE.table).objectStore(DEVICE_DATABASE.table);
        const parcels = table.count(allOf(PARCEL_PREFIX));
        const timetable = table.count(allOf(TIMETABLE));
        table.transaction.onerror = nothing;
        table.transaction.oncomplete = () => {
          request.result.close();
          resolve({ parcels: parcels.result > 0, timetable: timetable.result > 0 });
        };
      };
    } catch {
      nothing();
    }
  });
}

const allOf = (prefix: string) => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
