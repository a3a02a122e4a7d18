import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision, TimetableChange } from '#core/timetable/change.ts';
import { aChange, asSent, named } from './organisers.ts';
import { startTimetable, type TimetableIntake, type Who } from './timetable-people.ts';

let timetable: TimetableIntake;
// One for all: each test looks at what it adds.
beforeAll(async () => {
  timetable = await startTimetable();
});
afterAll(() => timetable.stop());

async function held(): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const document of timetable.intake.shelf.timetable()) {
    if (document.kind === 'change') ids.push(document._id);
  }
  return ids;
}

/** Pushes one among good ones: it is refused for the reason, and the good ones are kept. */
async function expectRefused(who: Who, document: object, reason: string): Promise<void> {
  const good = await Promise.all([aChange({ by: who }), aChange({ by: who })]);
  const before = await held();
  const [first, second] = good.map(asSent);
  const refused = await timetable.push(who, [first, document, second]);
  expect([...refused.values()]).toEqual([reason]);
  expect((await held()).toSorted()).toEqual([...before, ...good.map(({ _id }) => _id)].toSorted());
}

const aNewGroup = {
  language: 'en',
  kind: 'social',
  programme: 'derby',
  area: 'derby',
  audience: ['everyone'],
  topics: [],
  organiser: 'friends',
  runBy: 'volunteer',
  languages: ['en'],
  cost: { kind: 'free' },
  name: 'Art',
  oneLine: 'Come along',
  whoFor: [],
  firstTime: [],
  access: [],
  sessions: [],
};

const aDecision = (changes: Partial<Decision>) =>
  named<Decision>({
    kind: 'decision',
    version: 1,
    change: `change:${'0'.repeat(64)}`,
    group: 'art-table',
    verdict: 'published',
    by: 'cat',
    decidedAt: '2026-10-01T12:00:00.000Z',
    ...changes,
  });

test.each([
  ["another group's id", { group: 'slow-walk' }, 'notYourGroup'],
  ['a group that nobody knows, as an organiser', { group: 'no-such-group' }, 'notYourGroup'],
  ["somebody else's name", { by: 'ben' }, 'notYou'],
  ['the name of the automatic checks', { by: 'automatic' }, 'notYou'],
  ['a session that the group does not have', { target: 'date:tuesday:2026-10-06' }, 'unknownSession'],
  ['a new session without a time', { target: 'session:x-0123abcd', set: { minutes: 60 } }, 'unknownSession'],
  ['a place that is not there', { set: { place: 'the-moon' } }, 'unknownPlace'],
  ['a day too far ahead', { target: 'date:main:2028-10-04' }, 'farAway'],
  ['a day long gone', { target: 'date:main:2024-10-02' }, 'farAway'],
  ['a move to next year but one', { set: { at: '2028-10-04T18:00' } }, 'farAway'],
  ['a rule without an end', { target: 'session:main', set: { rule: 'FREQ=DAILY' } }, 'neverEnds'],
  ['a rule by the second', { target: 'session:main', set: { rule: 'FREQ=SECONDLY' } }, 'neverEnds'],
  ['a rule with a thousand dates', { target: 'session:main', set: { rule: 'FREQ=DAILY;COUNT=1000' } }, 'neverEnds'],
  [
    'a rule with a thirteenth month',
    { target: 'session:main', set: { rule: 'FREQ=WEEKLY;UNTIL=20261399' } },
    'badRule',
  ],
  ['HTML', { set: { note: '<img src=x onerror=alert(1)>' } }, 'markup'],
  ['a control character', { set: { note: 'off\u0000' } }, 'markup'],
  ['a field of another target', { set: { name: 'Mine' } }, 'notAChange'],
  ['nothing', { set: {} }, 'nothingChanged'],
  ['more than 8 KiB', { target: 'words:en', set: { whoFor: Array(12).fill('ą'.repeat(600)) } }, 'tooLarge'],
  ['a group that there is already, as new', { target: 'new', set: aNewGroup }, 'groupExists'],
] satisfies [string, Partial<TimetableChange>, string][])(
  '[G25] refused by itself, with the reason: %s',
  async (_, fields, reason) => {
    await expectRefused('ada', asSent(await aChange(fields)), reason);
  },
);

test('[G25] a group that nobody knows is unknown to an editor too', async () => {
  await expectRefused('eve', asSent(await aChange({ by: 'eve', group: 'no-such-group' })), 'unknownGroup');
});

test('[G25] an id that is not the hash, a field beside, a role beside: refused', async () => {
  const change = await aChange();
  await expectRefused('ada', asSent({ ...change, _id: `change:${'f'.repeat(64)}` }), 'wrongId');
  await expectRefused('ada', asSent({ ...change, set: { is: 'on' } } as typeof change), 'wrongId');
  await expectRefused('ada', asSent({ ...change, role: 'editor' } as typeof change), 'notAChange');
  await expectRefused('ada', [], 'notAChange');
});

test('[G25] a document grafted past validation is refused, and what is held stays as it is', async () => {
  const change = await aChange();
  await timetable.push('ada', [asSent(change)]);
  const before = await held();
  const [, hash = ''] = /^1-(.*)$/.exec(asSent(change)['_rev'] as string) ?? [];
  const other = 'b'.repeat(32);
  const grafts: [object, string][] = [
    [{ ...change, _rev: `2-${other}`, _revisions: { start: 2, ids: [other, hash] } }, 'notGenerationOne'],
    [{ ...change, _rev: `1-${other}`, _revisions: { start: 1, ids: [other] } }, 'notGenerationOne'],
    [{ ...change, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash, other] } }, 'notGenerationOne'],
    [{ ...change, _rev: `1-${hash}`, _revisions: { start: 2, ids: [hash] } }, 'notGenerationOne'],
    [change, 'notGenerationOne'],
    [{ ...asSent(change), _deleted: true }, 'appendOnly'],
    [{ _id: change._id, _rev: `2-${other}`, _deleted: true }, 'appendOnly'],
    [{ ...asSent(change), _attachments: { a: { data: 'aGVsbG8=' } } }, 'notAChange'],
    [{ ...asSent(change), _conflicts: ['1-a'] }, 'notAChange'],
    [{ _id: '_local/x', _rev: `1-${other}`, a: 1 }, 'notGenerationOne'],
    [{ _id: '_design/intake', _rev: `1-${other}`, validate_doc_update: 'function () {}' }, 'notGenerationOne'],
  ];
  const refused = await Promise.all(grafts.map(([graft]) => timetable.push('ada', [graft])));
  expect(refused.map((rows) => [...rows.values()])).toEqual(grafts.map(([, reason]) => [reason]));
  expect(await held()).toEqual(before);

  const ada = timetable.device('ada');
  await ada.sync();
  expect(await ada.documents()).toContainEqual(change);
});

test('several first revisions of one id in one push: only the one that its id gives it is taken', async () => {
  const change = await aChange();
  const before = await held();
  const forged = ['c', 'd'].map((letter) => ({ ...change, _rev: `1-${letter.repeat(32)}` }));
  const refused = await timetable.push('ada', [forged[0], asSent(change), forged[1]]);
  expect(refused).toEqual(new Map([[change._id, 'notGenerationOne']]));
  expect(await held()).toEqual([...before, change._id]);
});

test('a decision is taken from an editor or a coordinator only, in their own name, about what is there', async () => {
  const [own, others] = [
    await aChange({ by: 'cat', group: 'art-table' }),
    await aChange({ target: 'words:en', set: { name: 'Art' } }),
  ];
  await timetable.push('cat', [asSent(own)]);
  await timetable.push('ada', [asSent(others)]);
  const about = { change: others._id };
  const forged: [Who, Partial<Decision>, string][] = [
    ['ada', { ...about, by: 'ada' }, 'forgedDecision'],
    ['ada', { ...about, by: 'eve' }, 'forgedDecision'],
    ['ada', { ...about, by: 'automatic' }, 'forgedDecision'],
    ['cat', { ...about, by: 'automatic' }, 'forgedDecision'],
    ['cat', { ...about, by: 'eve' }, 'forgedDecision'],
    ['cat', { change: own._id, by: 'cat' }, 'forgedDecision'],
    ['cat', { by: 'cat' }, 'unknownChange'],
    ['cat', { ...about, by: 'cat', group: 'slow-walk' }, 'unknownChange'],
    ['cat', { ...about, by: 'cat', why: '<b>no</b>' }, 'markup'],
  ];
  for (const [who, fields, reason] of forged) {
    const decision = await aDecision(fields);
    expect(await timetable.push(who, [asSent(decision)])).toEqual(new Map([[decision._id, reason]]));
  }
  expect(await timetable.push('cat', [asSent(await aDecision(about))])).toEqual(new Map());
  expect(await timetable.push('eve', [asSent(await aDecision({ change: own._id, by: 'eve' }))])).toEqual(new Map());
});

test('[G24] who is not signed in reads nothing, writes nothing and is told why', async () => {
  await timetable.push('ada', [asSent(await aChange())]);
  const asked = ['', '_changes', '_local/x', '_design/intake', 'change:1'].map((path) =>
    timetable.call(undefined, path),
  );
  const post = (path: string, body: unknown) =>
    timetable.call(undefined, path, { method: 'POST', body: JSON.stringify(body) });
  const posted = [
    post('_bulk_docs', { docs: [], new_edits: false }),
    post('_bulk_get', { docs: [] }),
    post('_revs_diff', {}),
  ];
  for (const answer of await Promise.all([...asked, ...posted])) {
    expect([answer.status, await answer.json()]).toEqual([401, { error: 'unauthorized', reason: 'notSignedIn' }]);
  }
});

test("a cookie copied before its owner's access was taken away opens nothing", async () => {
  const stolen = timetable.device('fay');
  const change = await stolen.edit('art-table', 'group', { status: 'full' });
  await timetable.people.revoke('fay');
  await expect(stolen.sync()).rejects.toMatchObject({ status: 401, name: 'unauthorized', reason: 'notSignedIn' });
  expect(await held()).not.toContain(change._id);
});

test("[G24] another group's document is not there for an organiser who knows its id", async () => {
  const change = await aChange({ by: 'ben', group: 'slow-walk' });
  await timetable.push('ben', [asSent(change)]);
  const body = JSON.stringify({ docs: [{ id: change._id, rev: '1-x' }] });
  const answer = await timetable.call('ada', '_bulk_get?revs=true&latest=true', { method: 'POST', body });
  expect(await answer.json()).toMatchObject({
    results: [{ id: change._id, docs: [{ error: { error: 'not_found' } }] }],
  });
});

test('another site has no use of the cookie', async () => {
  const push = (headers: Record<string, string>) =>
    timetable.call('ada', '_bulk_docs', { method: 'POST', body: '{"docs":[],"new_edits":false}', headers });
  const foreign = [
    { origin: 'https://evil.example' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const headers of foreign) expect((await push(headers)).status).toBe(403);
  expect((await push({ 'content-type': 'text/plain' })).status).toBe(415);
  expect((await push({ origin: timetable.intake.url })).status).toBe(201);
});

test.each([
  ['keys that stand twice', '_bulk_docs', '{"docs":[],"docs":[{}],"new_edits":false}', 400],
  ['a key twice within a document', '_bulk_docs', '{"docs":[{"by":"ada","by":"ben"}],"new_edits":false}', 400],
  ['__proto__', '_bulk_docs', '{"docs":[{"__proto__":{}}],"new_edits":false}', 400],
  ['new edits', '_bulk_docs', '{"docs":[]}', 400],
  ['more than a hundred documents', '_bulk_docs', JSON.stringify({ docs: Array(101).fill({}), new_edits: false }), 413],
  ['more than two megabytes', '_bulk_docs', JSON.stringify({ docs: ['a'.repeat(3_000_000)], new_edits: false }), 413],
  ['a nest of lists', '_bulk_docs', `{"docs":${'['.repeat(99)}${']'.repeat(99)},"new_edits":false}`, 400],
  [
    'a question about a thousand ids',
    '_revs_diff',
    JSON.stringify(Object.fromEntries(Array.from({ length: 1000 }, (_, id) => [id, []]))),
    413,
  ],
  ['a question that is none', '_bulk_get', '{"docs":[1]}', 400],
])('a push or a question that is not one is refused whole: %s', async (_, path, body, status) => {
  const before = await held();
  const answer = await timetable.call('ada', path, { method: 'POST', body });
  expect(answer.status).toBe(status);
  expect(await answer.json()).toHaveProperty('error');
  expect(await held()).toEqual(before);
});

test.each([
  ['GET', '_all_docs', 404],
  ['GET', '_changes?feed=continuous', 400],
  ['GET', '_changes?include_docs=true', 400],
  ['GET', '_changes?filter=_view', 400],
  ['GET', '_changes?since=0&since=1', 400],
  ['GET', '_security', 404],
  ['PUT', '', 405],
  ['DELETE', '', 405],
  ['PUT', '_design/intake', 404],
  ['PUT', 'change:1', 404],
  ['DELETE', 'change:1', 404],
  ['POST', '_purge', 404],
  ['GET', '_bulk_docs', 405],
])('nothing else of a database is there: %s %s', async (method, path, status) => {
  expect((await timetable.call('eve', path, { method })).status).toBe(status);
});

test.each([
  ['the beginning', '0'],
  ['now', 'now'],
  ['another store', '1-ffffffff-1'],
  ['a later time', '99999-00000000-7'],
  ['a long text', 'x'.repeat(500)],
  ['before the beginning', '-1'],
])('a place in the feed that was never given is the beginning: %s', async (_, since) => {
  const answer = await timetable.call('ada', `_changes?limit=1&since=${encodeURIComponent(since)}`);
  const first = await timetable.call('ada', '_changes?limit=1');
  expect(await answer.json()).toEqual(await first.json());
});

test('a clock a year wrong does no harm: what was entered counts, and the service says when it came', async () => {
  const change = await aChange({ enteredAt: '2027-10-01T09:00:00.000Z' });
  const later = await aChange({ set: { is: 'on' }, after: [change._id], enteredAt: '2025-10-01T09:00:00.000Z' });
  expect(await timetable.push('ada', [change, later].map(asSent))).toEqual(new Map());
  const ada = timetable.device('ada');
  await ada.sync();
  const ours = [change._id, later._id];
  const decisions = (await ada.documents()).filter(
    (document): document is Decision => document.kind === 'decision' && ours.includes(document.change),
  );
  expect(decisions.map(({ decidedAt }) => decidedAt.slice(0, 10))).toEqual(['2026-10-01', '2026-10-01']);
});

test('ten thousand edits: those past the limit are refused, the good ones kept, and nobody else notices', async () => {
  const before = await held();
  const reasons = new Map<string, number>();
  for (let batch = 0; batch < 100; batch += 1) {
    const changes = await Promise.all(Array.from({ length: 100 }, () => aChange({ by: 'dan', group: 'mens-friday' })));
    for (const reason of (await timetable.push('dan', changes.map(asSent))).values()) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  expect(reasons).toEqual(new Map([['tooMany', 9_500]]));
  expect(await held()).toHaveLength(before.length + 500);

  const another = await aChange({ by: 'ben', group: 'slow-walk' });
  expect(await timetable.push('ben', [asSent(another)])).toEqual(new Map());
  expect(await held()).toContain(another._id);
});

test('nothing of a change stands in the log', async () => {
  const change = await aChange({ set: { note: 'Ada is ill' } });
  await timetable.push('ada', [asSent(change), asSent(await aChange({ by: 'ben' }))]);
  const logged = timetable.intake.logged();
  expect(logged).toContain('"code":"changeRefused","reason":"notYou"');
  expect(logged).not.toMatch(/ada|ill|art-table|change:/i);
});
