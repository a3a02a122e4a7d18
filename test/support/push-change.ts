import type { Fields, TimetableChange } from '#core/timetable/change.ts';
import { hashedPart, revisionOf } from '#core/timetable/change.ts';
import { afterAll } from '#core/timetable/fold.ts';
import { sha256Hex } from '#sealing/hash.ts';
import type { WayIn } from './way-in.ts';

/** Somebody who runs groups, signed in on a device of their own, without a browser. */
export interface Organiser {
  /** Sends one change, after all that they sent before of that group; throws if the service refuses it. */
  publish(group: string, target: string, set: Fields): Promise<TimetableChange>;
}

/** Invites somebody as a coordinator does, and signs them in as they would themselves. */
export async function anOrganiser(site: WayIn, groups: readonly string[]): Promise<Organiser> {
  const name = `Organiser ${crypto.randomUUID().slice(0, 8)}`;
  const { stdout, stderr } = await site.wayin(
    'people',
    'invite',
    name,
    '--role',
    'organiser',
    '--groups',
    groups.join(','),
  );
  const [, code] = /^Code +(\S+)/m.exec(stdout) ?? [];
  const [, person] = /^Person +(\S+)/m.exec(stdout) ?? [];
  if (!code || !person) throw new Error(`Nobody was invited: ${stderr}`);
  const post = (path: string, body: object, cookie = '') =>
    fetch(`${site.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-wayin': '1', origin: site.url, cookie },
      body: JSON.stringify(body),
    });
  const joined = await post('/organise/api/join', { code, passphrase: 'four words of my own' });
  if (!joined.ok) throw new Error(`The invitation was answered with ${joined.status}.`);
  const cookie = joined.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

  const sent: TimetableChange[] = [];
  return {
    async publish(group, target, set) {
      const fields = {
        kind: 'change',
        version: 1,
        group,
        target,
        set,
        after: afterAll(sent.filter((one) => one.group === group)),
        by: person,
        enteredAt: '2026-11-22T09:00:00Z',
        nonce: crypto.randomUUID().replaceAll('-', '').slice(0, 16),
      } as const;
      const change: TimetableChange = { _id: `change:${await sha256Hex(hashedPart(fields))}`, ...fields };
      const _rev = revisionOf(change._id);
      const doc = { ...change, _rev, _revisions: { start: 1, ids: [_rev.slice(2)] } };
      const answer = await post('/intake/timetable/_bulk_docs', { docs: [doc], new_edits: false }, cookie);
      const refused = await answer.text();
      if (answer.status !== 201 || refused !== '[]') throw new Error(`Refused (${answer.status}): ${refused}`);
      sent.push(change);
      return change;
    },
  };
}
