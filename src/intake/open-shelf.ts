import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Clock } from './clock.ts';
import { openCouchStore } from './couchdb/couch-store.ts';
import { type AskedDesk, askDesk } from './desk-socket.ts';
import { askPeopleDesk } from './people/desk.ts';
import { type PeopleDesk, peopleOn } from './people/people.ts';
import type { Store } from './shelf/collection.ts';
import { openEmbeddedStore } from './shelf/embedded-store.ts';
import type { Shelf } from './shelf/shelf.ts';
import { shelfOn } from './shelf/shelf-on.ts';

/** Where the store is: CouchDB if an address is given, else a folder. */
export interface StoreSettings {
  readonly data: string;
  readonly couchUrl?: URL;
  readonly databasePrefix: string;
}

/** The folder of the embedded store. */
export function storeFolder(data: string): string {
  return join(data, 'store');
}

/** The store that the settings name. CouchDB's refusals are thrown as a `CouchProblem`. */
export async function openStore(settings: StoreSettings): Promise<Outcome<Store, 'inUse'>> {
  if (settings.couchUrl) return good(await openCouchStore(settings.couchUrl, settings.databasePrefix));
  return openEmbeddedStore(storeFolder(settings.data));
}

/**
 * The shelf for the recipient's side, also while a server has the store: it is then asked. `noStore` where nothing
 * was ever stored, `inUse` where the store is locked by one that does not answer.
 */
export async function openDesk(settings: StoreSettings): Promise<Outcome<Shelf | AskedDesk, 'inUse' | 'noStore'>> {
  if (!settings.couchUrl && !existsSync(storeFolder(settings.data))) return bad('noStore');
  return openOrAsk<Shelf | AskedDesk>(settings, shelfOn, askDesk);
}

/** Who may sign in, for `wayin people`; also while a server has the store. The first call makes the store. */
export async function openPeopleDesk(settings: StoreSettings, now: Clock): Promise<Outcome<OpenPeopleDesk, 'inUse'>> {
  const own = ({ collections, close }: Store) => ({ ...peopleOn(collections.people, now), close });
  return openOrAsk<OpenPeopleDesk>(settings, own, askPeopleDesk);
}

export type OpenPeopleDesk = PeopleDesk & { close(): Promise<void> };

const TRIES = 30;
const BETWEEN_MS = 100;

async function openOrAsk<Opened>(
  settings: StoreSettings,
  own: (store: Store) => Opened,
  ask: (folder: string) => Promise<Opened | undefined>,
): Promise<Outcome<Opened, 'inUse'>> {
  // A server that starts or stops holds the lock for a moment without a socket.
  for (let tried = 0; tried < TRIES; tried += 1) {
    const asked = settings.couchUrl ? undefined : await ask(storeFolder(settings.data));
    if (asked) return good(asked);
    const opened = await openStore(settings);
    if (opened.ok) return good(own(opened.value));
    await setTimeout(BETWEEN_MS);
  }
  return bad('inUse');
}
