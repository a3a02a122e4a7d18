import type { BrowserContext } from '@playwright/test';
import { type Fields, hashedPart, revisionOf, type TimetableChange } from '#core/timetable/change.ts';
import { sha256Hex } from '#sealing/hash.ts';
import type { WayIn } from './way-in.ts';

type Role = 'organiser' | 'editor' | 'coordinator';

const PASSPHRASE = 'seven wet otters sing';

/** Invites somebody with the command, as an operator does, and signs a browser in as them. Answers their id. */
export async function signInAs(
  site: WayIn,
  context: BrowserContext,
  name: string,
  role: Role,
  groups: readonly string[] = [],
): Promise<string> {
  const { stdout } = await site.wayin('people', 'invite', name, '--role', role, '--groups', groups.join(','));
  const code = /^Code +(\S+)$/m.exec(stdout)?.[1] ?? '';
  const headers = { 'x-wayin': '1', origin: site.url };
  const data = { code, passphrase: PASSPHRASE };
  const joined = await context.request.post(`${site.url}/organise/api/join`, { data, headers });
  if (!joined.ok()) throw new Error(`Joining answers ${joined.status()}.`);
  return ((await joined.json()) as { id: string }).id;
}

/** Sends an edit as the device of whoever is signed in does. Answers its id. */
export async function sendChange(
  site: WayIn,
  context: BrowserContext,
  by: string,
  { group, target, set }: { readonly group: string; readonly target: string; readonly set: Fields },
): Promise<string> {
  const rest: Omit<TimetableChange, '_id'> = {
    kind: 'change',
    version: 1,
    group,
    target,
    set,
    after: [],
    by,
    enteredAt: '2026-11-22T08:00:00.000Z',
    nonce: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
  };
  const _id = `change:${await sha256Hex(hashedPart(rest))}`;
  const _rev = revisionOf(_id);
  const sent = { _id, ...rest, _rev, _revisions: { start: 1, ids: [_rev.slice(2)] } };
  const answer = await context.request.post(`${site.url}/intake/timetable/_bulk_docs`, {
    data: { docs: [sent], new_edits: false },
    headers: { 'x-wayin': '1', origin: site.url },
  });
  const rows: unknown = await answer.json();
  if (!answer.ok() || JSON.stringify(rows).includes('error')) throw new Error(`Not taken: ${JSON.stringify(rows)}`);
  return _id;
}
