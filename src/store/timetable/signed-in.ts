import { del, get, set } from 'idb-keyval';
import { device } from '../device-database.ts';
import { tell } from '../tabs.ts';

export type Role = 'organiser' | 'editor' | 'coordinator';

/** Who works on the timetable here. The service's own cookie proves it; this is what the page shows without a signal. */
export interface Organiser {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The groups that are theirs. Editors and coordinators see all. */
  readonly groups: readonly string[];
  /** Names of others who work on the same groups, by id. */
  readonly others: { readonly [id: string]: string };
}

const NAME = 'organiser';
const LEAVING = 'timetable-leaving';

/** Who is signed in on this device, as far as it remembers. */
export async function signedIn(): Promise<Organiser | undefined> {
  return get<Organiser>(NAME, device);
}

export async function rememberOrganiser(organiser: Organiser): Promise<void> {
  await set(NAME, organiser, device);
  tell('organiserChanged');
}

export async function forgetOrganiser(): Promise<void> {
  await del(NAME, device);
  tell('organiserChanged');
}

/** How far a person signed out while the service could not hear of it yet. Holds nothing about the person. */
export type Leaving = 'here' | 'everywhere';

export async function leaving(): Promise<Leaving | undefined> {
  return get<Leaving>(LEAVING, device);
}

export async function noteLeaving(how: Leaving | undefined): Promise<void> {
  await (how === undefined ? del(LEAVING, device) : set(LEAVING, how, device));
}
