import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, TimetableDocument } from '#core/timetable/change.ts';
import { conflictsIn, fold } from '#core/timetable/fold.ts';
import { startCouchLike } from './couch-like-server.ts';
import { aChange, asSent, named } from './organisers.ts';
import { startTimetable, type TimetableIntake } from './timetable-people.ts';

const changesIn = (documents: readonly TimetableDocument[]) => documents.filter(({ kind }) => kind === 'change');
const decisionsIn = (documents: readonly TimetableDocument[]) =>
  documents.filter((document): document is Decision => document.kind === 'decision');

const stores: [string, () => Promise<{ readonly couchUrl?: URL; stop(): Promise<void> }>][] = [
  ['embedded', async () => ({ stop: async () => {} })],
  [
    'CouchDB as documented',
    async () => {
      const { url: couchUrl, stop } = await startCouchLike();
      return { couchUrl, stop };
    },
  ],
];

describe.each(stores)('the timetable on the store, %s', (_, openIt) => {
  let timetable: TimetableIntake;
  let store: Awaited<ReturnType<typeof openIt>>;
  beforeEach(async () => {
    store = await openIt();
    timetable = await startTimetable(store.couchUrl ? { couchUrl: store.couchUrl } : {});
  });
  afterEach(async () => {
    await timetable.stop();
    await store.stop();
  });

  test("a cancelled session is published at once, and comes to the group's other organiser", async () => {
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    const change = await ada.edit('art-table', 'date:main:2026-10-07', { is: 'cancelled' });

    expect(await ada.sync()).toEqual(new Map());
    await ben.sync();
    expect(changesIn(await ben.documents())).toEqual([change]);
    const published = { change: change._id, verdict: 'published', by: 'automatic' };
    expect(decisionsIn(await ben.documents())).toMatchObject([published]);
    expect(decisionsIn(await ada.documents())).toMatchObject([published]);
  });

  test('a document has the same one revision on every device, and replication makes no conflict of it', async () => {
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    await ada.edit('art-table', 'group', { status: 'full' });
    for (const device of [ada, ben, ada, ben]) await device.sync();
    const revisions = async (device: typeof ada) =>
      (await device.copy.changes({})).results.map((row) => (row as unknown as { changes: unknown }).changes);
    expect(new Set((await revisions(ada)).map((row) => JSON.stringify(row)))).toEqual(
      new Set((await revisions(ben)).map((row) => JSON.stringify(row))),
    );
  });

  test('PouchDB as it comes, with checkpoints on both sides, keeps in step too', async () => {
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    const change = await ada.edit('art-table', 'group', { status: 'full' });
    await ada.copy.replicate.to(ada.remote);
    await ben.copy.replicate.from(ben.remote);
    expect(changesIn(await ben.documents())).toEqual([change]);
  });

  test('an organiser sees what concerns their own groups only; an editor and a coordinator see all', async () => {
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    await ben.edit('slow-walk', 'date:main:2026-10-07', { is: 'cancelled' });
    const own = await ben.edit('art-table', 'date:main:2026-10-14', { is: 'cancelled' });
    await ben.sync();
    await ada.sync();
    expect(changesIn(await ada.documents())).toEqual([own]);
    expect(decisionsIn(await ada.documents())).toHaveLength(1);
    for (const who of ['eve', 'cat'] as const) {
      const device = timetable.device(who);
      await device.sync();
      expect(changesIn(await device.documents())).toHaveLength(2);
    }
  });

  test('an organiser who is given a group gets what happened in it before', async () => {
    await timetable.people.changeGroups('ben', { add: [], remove: ['art-table'] });
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    const change = await ada.edit('art-table', 'group', { status: 'full' });
    await ada.sync();
    await ben.sync();
    expect(await ben.documents()).toEqual([]);

    await timetable.people.changeGroups('ben', { add: ['art-table'], remove: [] });
    await ben.sync();
    expect(changesIn(await ben.documents())).toEqual([change]);
  });

  test('a list longer than a page comes whole, also where most of it is not theirs', async () => {
    const others = await Promise.all(Array.from({ length: 90 }, () => aChange({ by: 'ben', group: 'slow-walk' })));
    await timetable.push('ben', others.map(asSent));
    const own = await Promise.all(Array.from({ length: 90 }, () => aChange({ by: 'ben' })));
    await timetable.push('ben', own.map(asSent));
    const ada = timetable.device('ada');
    await ada.copy.replicate.from(ada.remote, { batch_size: 7, checkpoint: 'target' });
    expect(changesIn(await ada.documents())).toHaveLength(90);
  });

  test('nothing new is a page without rows, from the same place', async () => {
    await timetable.push('ada', [asSent(await aChange())]);
    const { last_seq } = (await (await timetable.call('ada', '_changes')).json()) as { last_seq: string };
    const again = await (await timetable.call('ada', `_changes?since=${encodeURIComponent(last_seq)}`)).json();
    expect(again).toEqual({ results: [], last_seq, pending: 0 });
  });

  test('what was sent twice is kept once, and said to be well', async () => {
    const change = await aChange();
    for (const _ of [1, 2]) expect(await timetable.push('ada', [asSent(change), asSent(change)])).toEqual(new Map());
    const ada = timetable.device('ada');
    await ada.sync();
    expect(await ada.documents()).toHaveLength(2);
  });

  test('two organisers who change one session without knowing of each other both keep what they wrote', async () => {
    const [ada, ben] = [timetable.device('ada'), timetable.device('ben')];
    await ada.edit('art-table', 'date:main:2026-10-07', { at: '2026-10-07T19:00', note: 'The room is taken until 7' });
    await ben.edit('art-table', 'date:main:2026-10-07', { at: '2026-10-08T18:00' });
    for (const device of [ada, ben, ada]) expect(await device.sync()).toEqual(new Map());

    const changes = changesIn(await ada.documents()) as Parameters<typeof fold>[0];
    const [conflict, ...others] = conflictsIn(fold(changes));
    expect(others).toEqual([]);
    expect(conflict).toMatchObject({ target: 'date:main:2026-10-07', field: 'at' });
    expect(conflict?.sides.map(({ value, change }) => [change.by, value]).sort()).toEqual([
      ['ada', '2026-10-07T19:00'],
      ['ben', '2026-10-08T18:00'],
    ]);
  });

  test('[E26] new wording waits until an editor decides, and the organiser is told what was decided and why', async () => {
    const [ada, eve] = [timetable.device('ada'), timetable.device('eve')];
    const change = await ada.edit('art-table', 'words:en', { oneLine: 'Paint with us.' });
    await ada.sync();
    expect(decisionsIn(await ada.documents())).toEqual([]);

    await eve.sync();
    const decision = await named<Decision>({
      kind: 'decision',
      version: 1,
      change: change._id,
      group: 'art-table',
      verdict: 'refused',
      why: 'Say what to bring.',
      by: 'eve',
      decidedAt: '2026-10-01T12:00:00.000Z',
    });
    await eve.save(decision);
    expect(await eve.sync()).toEqual(new Map());
    await ada.sync();
    expect(decisionsIn(await ada.documents())).toEqual([decision]);
  });

  test.each([
    ['a date on which the group does not meet', 'date:main:2026-10-08', { is: 'cancelled' }],
    ['an extra session on a day on which it meets anyway', 'date:main:2026-10-07', { is: 'extra' }],
    ['a session moved into the past', 'date:main:2026-10-07', { at: '2026-09-30T18:00' }],
    ['a rule by which it never meets', 'session:main', { rule: 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20260901' }],
    [
      'a break that ends before it begins',
      'group',
      { status: 'paused', pausedFrom: '2026-12-01', pausedTo: '2026-11-01' },
    ],
    ['a confirmation by a clock that runs ahead', 'group', { confirmed: '2027-10-01' }],
  ])('what does not fit the plan waits for an editor: %s', async (_, target, set) => {
    const change = await aChange({ target, set });
    expect(await timetable.push('ada', [asSent(change)])).toEqual(new Map());
    const ada = timetable.device('ada');
    await ada.sync();
    expect(await ada.documents()).toEqual([change]);
  });

  test.each([
    ['an extra session', 'date:main:2026-10-09', { is: 'extra', at: '2026-10-09T11:00', place: 'library' }],
    ['a session moved to another day and place', 'date:main:2026-10-07', { at: '2026-10-08T18:30', place: 'library' }],
    [
      'a new session',
      'session:x-0123abcd',
      { starts: '2026-10-10T10:00', minutes: 60, mode: 'online', rule: 'FREQ=WEEKLY' },
    ],
    ['a session that is no more', 'session:walk', { closed: true }],
    ['back to what the content says', 'date:main:2026-10-07', { is: null, note: null }],
    ['a price', 'group', { cost: { kind: 'amount', pence: 200, canBeWaived: true } }],
  ])('what fits the plan is published at once: %s', async (_, target, set) => {
    expect(await timetable.push('ada', [asSent(await aChange({ target, set }))])).toEqual(new Map());
    const ada = timetable.device('ada');
    await ada.sync();
    expect(decisionsIn(await ada.documents())).toMatchObject([{ verdict: 'published', by: 'automatic' }]);
  });

  test('a session that is new and one of its dates arrive together', async () => {
    const made = await aChange({
      target: 'session:x-0123abcd',
      set: { starts: '2026-10-10T10:00', minutes: 60, mode: 'online', rule: 'FREQ=WEEKLY;BYDAY=SA' },
    });
    const date = await aChange({ target: 'date:x-0123abcd:2026-10-17', after: [made._id] });
    expect(await timetable.push('ada', [made, date].map(asSent))).toEqual(new Map());
    const ada = timetable.device('ada');
    await ada.sync();
    expect(decisionsIn(await ada.documents())).toHaveLength(2);
  });
});
