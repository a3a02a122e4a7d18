import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCouchStore } from '#intake/couchdb/couch-store.ts';
import { lockSource } from '#intake/couchdb/prepare.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { asTyped } from '#intake/people/passphrase.ts';
import { peopleOn } from '#intake/people/people.ts';
import { sessionsOn } from '#intake/people/sessions.ts';
import { makeSlowHash, SCRYPT_COST } from '#intake/people/slow-hash.ts';
import type { Store } from '#intake/shelf/collection.ts';
import { openEmbeddedStore } from '#intake/shelf/embedded-store.ts';
import { runWayIn } from '../support/way-in.ts';
import { startCouchLike } from './couch-like-server.ts';
import { type RunningIntake, startIntake } from './running-intake.ts';

const NOW = () => '2026-04-02T10:00:00+01:00';

interface Opened {
  readonly store: Store;
  end(): Promise<void>;
}

async function embedded(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-people-'));
  const opened = await openEmbeddedStore(folder);
  if (!opened.ok) throw new Error(opened.problem);
  const end = async () => {
    await opened.value.close();
    rmSync(folder, { recursive: true });
  };
  return { store: opened.value, end };
}

async function couchLike(): Promise<Opened> {
  const couch = await startCouchLike();
  return { store: await openCouchStore(couch.url, 'wayin_'), end: couch.stop };
}

const stores: [string, () => Promise<Opened>][] = [
  ['embedded', embedded],
  ['CouchDB as documented', couchLike],
];
const real = process.env['COUCHDB_TEST_URL'];
if (real) {
  const prefix = `wayin_test_${crypto.randomUUID().slice(0, 8)}_`;
  stores.push(['CouchDB', async () => ({ store: await openCouchStore(new URL(real), prefix), end: async () => {} })]);
}

describe.each(stores)('people, %s', (_, open) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.end());
  const people = () => peopleOn(opened.store.collections.people, NOW);
  const invite = async (name: string) => {
    const invited = await people().invite({ name, role: 'organiser', groups: ['b', 'a', 'b'] });
    if (!invited.ok) throw new Error(invited.problem);
    return invited.value;
  };

  test('who is invited is found by name and code, and stands in the list', async () => {
    const { id, code } = await invite('Ada  Example');
    expect((await people().byName('ADA example'))?.id).toBe(id);
    expect((await people().byCode(code))?.id).toBe(id);
    expect((await people().list()).find((one) => one.id === id)).toEqual({
      id,
      name: 'Ada Example',
      role: 'organiser',
      groups: ['a', 'b'],
      standing: 'invited',
      expiresAt: '2026-04-16T09:00:00.000Z',
    });
  });

  test('a name is given once, also when two ask at the same moment', async () => {
    const asked = { name: 'Bo Example', role: 'editor', groups: [] } as const;
    const both = await Promise.all([people().invite(asked), people().invite(asked)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('of ten changes at the same moment none is lost', async () => {
    const { id } = await invite('Cy Example');
    const groups = Array.from({ length: 10 }, (_, place) => `group-${place}`);
    await Promise.all(groups.map((group) => people().changeGroups(id, { add: [group], remove: [] })));
    expect((await people().byId(id))?.groups).toEqual(['a', 'b', ...groups]);
  });

  test('a code is used up by one of ten', async () => {
    const { code } = await invite('Di Example');
    const joined = await Promise.all(Array.from({ length: 10 }, () => people().join(code, 'scrypt:x')));
    expect(joined.filter((one) => one !== undefined)).toHaveLength(1);
  });

  test('nobody is changed who is not there', async () => {
    expect(await people().revoke('p-22222222')).toEqual({ ok: false, problem: 'unknownPerson' });
    expect(await people().byId('p-22222222')).toBeUndefined();
  });
});

describe('the lock of the people on CouchDB', async () => {
  const lock = await lockSource('change-people.js');
  const person = { _id: 'person:p-22222222', kind: 'person', role: 'organiser', groups: [], epoch: 1 };
  const refusalOf = (newDoc: object, oldDoc: object | null = null) => {
    try {
      new Function('newDoc', 'oldDoc', `(${lock})(newDoc, oldDoc)`)(newDoc, oldDoc);
      return undefined;
    } catch (refusal) {
      return (refusal as { readonly forbidden?: string }).forbidden ?? String(refusal);
    }
  };

  test('lets a person change', () => {
    expect(refusalOf(person)).toBeUndefined();
    expect(refusalOf({ ...person, epoch: 2, _revisions: { start: 1, ids: ['a'] } }, person)).toBeUndefined();
    expect(refusalOf({ _id: `session:${'a'.repeat(64)}`, kind: 'session' })).toBeUndefined();
  });

  test.each([
    ['a forged role', { ...person, role: 'coordinator' }, person, 'roleStays'],
    ['a role that there is not', { ...person, role: 'admin' }, null, 'unknownRole'],
    ['sessions that live again', { ...person, epoch: 0 }, person, 'roleStays'],
    [
      'a person grafted past validation',
      { ...person, _revisions: { start: 2, ids: ['a', 'b'] } },
      null,
      'notByReplication',
    ],
    ['another kind of document', { _id: 'submission:a', kind: 'submission' }, null, 'wrongId'],
    ['a kind that is not the id’s', { ...person, kind: 'session' }, null, 'wrongId'],
    ['a deletion', { _id: person._id, _deleted: true }, person, 'notDeleted'],
    ['an attachment', { ...person, _attachments: {} }, null, 'unknownField'],
  ])('refuses %s', (_, newDoc, oldDoc, code) => {
    expect(refusalOf(newDoc, oldDoc)).toBe(code);
  });
});

test('a passphrase is hashed at the cost that is meant, with a salt of its own', async () => {
  const slow = makeSlowHash(SCRYPT_COST);
  const [one, two] = [
    await slow.hash(asTyped('seven wet otters sing')),
    await slow.hash(asTyped('seven wet otters sing')),
  ];
  if (!one.ok || !two.ok) throw new Error('busy');
  expect(one.value).toMatch(/^scrypt:131072:[\w-]{22}:[\w-]{43}$/);
  expect(one.value).not.toBe(two.value);
  expect(await slow.matches(asTyped('seven wet otters sing'), one.value)).toEqual({ ok: true, value: true });
  expect(await slow.matches(asTyped('seven wet otters sang'), one.value)).toEqual({ ok: true, value: false });
  expect(await slow.matches(asTyped('seven wet otters sing'), undefined)).toEqual({ ok: true, value: false });
});

test('more than waits can be worked out is said, and not kept in memory', async () => {
  const slow = makeSlowHash(2 ** 12);
  const asked = await Promise.all(Array.from({ length: 80 }, () => slow.matches(asTyped('x'), undefined)));
  expect(asked.filter(({ ok }) => !ok)).toHaveLength(18);
});

describe('wayin people', () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-people-'));
  afterAll(() => rmSync(data, { recursive: true }));
  const wayin = (...args: string[]) => runWayIn(['people', ...args], { WAYIN_DATA: data, COUCHDB_URL: '' });
  const idOf = (stdout: string) => /^Person +(\S+)$/m.exec(stdout)?.[1] ?? '';

  test('invites, lists, changes groups, takes access away and gives it again, before the first start', async () => {
    const invited = await wayin('invite', 'Ada Example', '--role', 'organiser', '--groups', 'saturday-cafe');
    expect([invited.status, invited.stderr]).toEqual([0, '']);
    expect(invited.stdout).toMatch(/^Code +[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/m);
    const id = idOf(invited.stdout);
    expect((await wayin('groups', id, '--add', 'sunday-walk')).stdout).toBe('saturday-cafe,sunday-walk\n');
    expect((await wayin('list')).stdout).toMatch(
      new RegExp(`^${id}\torganiser\tinvited until \\d{4}-\\d\\d-\\d\\d\tAda Example\tsaturday-cafe,sunday-walk\n$`),
    );
    expect((await wayin('revoke', id)).status).toBe(0);
    expect((await wayin('list')).stdout).toContain('\trevoked\t');
    expect((await wayin('reset', id)).stdout).toMatch(/^Code/);
    expect((await wayin('list')).stdout).toContain('\tinvited until');
  });

  test.each([
    [['invite', 'Ada Example', '--role', 'editor'], 1, /There is a "Ada Example" already/],
    [['invite', '<b>Bo</b>', '--role', 'editor'], 1, /none of them < or >/],
    [['invite', 'Bo', '--role', 'admin'], 2, /--role organiser\|editor\|coordinator/],
    [['invite'], 2, /wayin people invite/],
    [['invite', 'Bo', '--role', 'organiser', '--groups', '../etc'], 1, /not the id of a group/],
    [['groups', 'p-22222222', '--add', 'saturday-cafe'], 1, /Nobody has the id/],
    [['revoke'], 2, /wayin people revoke <id>/],
    [['nope'], 2, /invite, list, groups, revoke or reset/],
  ])('%j is told in a line', async (args, status, why) => {
    const ran = await wayin(...args);
    expect([ran.status, ran.stdout]).toEqual([status, '']);
    expect(ran.stderr).toMatch(why);
  });
});

test('sessions whose time is over are gone with the next start', async () => {
  const opened = await embedded();
  const kept = opened.store.collections.people;
  const dates = { person: 'p-22222222', epoch: 1, renewedAt: '2026-03-01T10:00:00Z' };
  const over = { _id: 'session:a', kind: 'session', ...dates, expiresAt: '2026-04-01T10:00:00Z' };
  await kept.keep(over);
  await kept.keep({ ...over, _id: 'session:b', expiresAt: '2026-04-03T10:00:00Z' });
  await sessionsOn(kept, peopleOn(kept, NOW), NOW).sweep();
  expect(await kept.missing(['session:a', 'session:b'])).toEqual(['session:a']);
  await opened.end();
});

describe('while the server has the store', () => {
  let intake: RunningIntake;
  let desk: Awaited<ReturnType<typeof serveDesk>>;
  beforeAll(async () => {
    intake = await startIntake({ data: mkdtempSync(join(tmpdir(), 'wayin-people-')) });
    const people = peopleOn(intake.store.collections.people, NOW);
    desk = await serveDesk(intake.shelf, storeFolder(intake.data), undefined, people);
  });
  afterAll(async () => {
    await desk.close();
    await intake.stop();
    rmSync(intake.data, { recursive: true });
  });

  test('the command asks it', async () => {
    const env = { WAYIN_DATA: intake.data, COUCHDB_URL: '' };
    const invited = await runWayIn(['people', 'invite', 'Ada Example', '--role', 'coordinator'], env);
    expect([invited.status, invited.stderr]).toEqual([0, '']);
    const { stdout } = await runWayIn(['people', 'list'], env);
    expect(stdout).toContain('\tcoordinator\tinvited until 2026-04-16\tAda Example\t');
    const again = await runWayIn(['people', 'invite', 'Ada Example', '--role', 'coordinator'], env);
    expect([again.status, again.stderr]).toEqual([1, expect.stringMatching(/already/)]);
  });

  test('and works on CouchDB', async () => {
    const couch = await startCouchLike();
    const env = { WAYIN_DATA: intake.data, COUCHDB_URL: couch.url.href };
    expect((await runWayIn(['people', 'invite', 'Bo Example', '--role', 'editor'], env)).status).toBe(0);
    expect((await runWayIn(['people', 'list'], env)).stdout).toContain('Bo Example');
    await couch.stop();
  });
});
