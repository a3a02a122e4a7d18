import { get, update } from 'idb-keyval';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { device } from './device-database.ts';
import { isSharedComputer } from './shared-computer.ts';
import { listen, tell } from './tabs.ts';

/** A group that somebody keeps on this device, with its name as it was then: the list can be read without a signal. */
export interface KeptGroup {
  readonly group: string;
  readonly name: string;
  /** The language of the name. */
  readonly lang: string;
}

const NAME = 'my-groups';

/** The groups kept on this device, the first kept first. A device that refuses storage has none. */
export async function myGroups(): Promise<readonly KeptGroup[]> {
  try {
    return (await get<readonly KeptGroup[]>(NAME, device)) ?? [];
  } catch {
    return [];
  }
}

/** Keeps a group. A group kept before stays where it is, with its new name. "Clear this device" forgets all. */
export async function keepGroup(kept: KeptGroup): Promise<Outcome<'kept', 'sharedComputer' | 'storageRefused'>> {
  if (isSharedComputer()) return bad('sharedComputer');
  const change = (before: readonly KeptGroup[] = []) =>
    before.some(({ group }) => group === kept.group)
      ? before.map((one) => (one.group === kept.group ? kept : one))
      : [...before, kept];
  return (await changeMine(change)) ? good('kept') : bad('storageRefused');
}

/** Takes a group out again. */
export async function dropGroup(group: string): Promise<Outcome<'dropped', 'storageRefused'>> {
  const dropped = await changeMine((before = []) => before.filter((one) => one.group !== group));
  return dropped ? good('dropped') : bad('storageRefused');
}

/** Calls `listener` when the kept groups change, here or in another tab, and when the device is cleared. */
export function watchMyGroups(listener: () => void): () => void {
  return listen((news) => {
    if (news === 'myGroupsChanged' || news === 'deviceCleared') listener();
  });
}

async function changeMine(change: (before?: readonly KeptGroup[]) => readonly KeptGroup[]): Promise<boolean> {
  try {
    await update<readonly KeptGroup[]>(NAME, change, device);
  } catch {
    return false;
  }
  tell('myGroupsChanged');
  return true;
}
