import { clear } from 'idb-keyval';
import { device } from './device-database.ts';
import { readAllParcels } from './parcel-index.ts';
import { deleteSealed, listSealed } from './sealed-database.ts';
import { tell } from './tabs.ts';
import { deleteCopies } from './timetable/copy.ts';
import { finishLeaving } from './timetable/leave.ts';
import { ledgers } from './timetable/ledger.ts';
import { leaving, noteLeaving, signedIn } from './timetable/signed-in.ts';

const OURS = 'wayin-';

/**
 * "Clear this device": every draft, every parcel sent or not, the key of the drafts, what this tab remembers, and an
 * organiser's copy of the timetable with their sign-in, which the service is told of as soon as it can be. The pages kept for offline use stay: they are the same for everybody. Other tabs are told and let go too.
 */
export async function forgetEverything(): Promise<void> {
  const known = (await readAllParcels().catch(() => [])).map((parcel) => parcel.id);
  const found = await listSealed().catch(() => []);
  const people = await ledgers().catch(() => new Map<string, number>());
  const how = ((await signedIn().catch(() => undefined)) && 'here') ?? (await leaving().catch(() => undefined));
  await clear(device);
  await deleteSealed([...new Set([...known, ...found])]);
  for (const storage of [sessionStorage, localStorage]) {
    const ours = Object.keys(storage).filter((name) => name.startsWith(OURS));
    for (const name of ours) storage.removeItem(name);
  }
  await deleteCopies([...people.keys()], true);
  tell('deviceCleared');
  if (how === undefined) return;
  await noteLeaving(how);
  void finishLeaving();
}
