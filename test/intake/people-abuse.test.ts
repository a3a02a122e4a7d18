import { afterAll, beforeAll, expect, test } from 'vitest';
import { aBrowser, aPerson, PASSPHRASE, peopleOf } from './people-browser.ts';
import { type RunningIntake, startIntake } from './running-intake.ts';

let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({
    now: () => '2026-04-02T10:00:00+01:00',
    rateLimits: { perAddress: 100_000, overall: 100_000 },
  });
});
afterAll(() => intake.stop());

test.each([
  ['no mark of our own scripts', { 'x-wayin': '' }],
  ['a foreign origin', { origin: 'https://elsewhere.example' }],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
  ['a page of a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ['an origin that is hidden', { origin: 'null' }],
])('a post from %s is refused before it is read', async (_, headers) => {
  const { browser } = await aPerson(intake, `Ann ${crypto.randomUUID()}`);
  for (const path of ['sign-in', 'join', 'sign-out']) {
    const answer = await browser.post(path, { everywhere: true }, headers);
    expect([answer.status, await answer.json()]).toEqual([403, { problem: 'notOurPage' }]);
  }
  expect((await browser.get('me')).status).toBe(200);
});

test('a form post of another site is refused', async () => {
  const headers = { 'content-type': 'application/x-www-form-urlencoded', 'x-wayin': '1', origin: intake.url };
  const answer = await fetch(`${intake.url}/organise/api/sign-in`, { method: 'POST', headers, body: 'name=a' });
  expect(answer.status).toBe(415);
});

test.each([
  ['sign-in', { name: 'Bea Example', passphrase: PASSPHRASE, role: 'coordinator' }],
  ['sign-in', { name: 'Bea Example', passphrase: PASSPHRASE, groups: ['quiet-hour'] }],
  ['sign-in', { name: ['Bea Example'], passphrase: PASSPHRASE }],
  ['sign-in', { passphrase: PASSPHRASE }],
  ['join', { code: 'DKNR-T3RD-HNDM', passphrase: PASSPHRASE, role: 'editor' }],
])('%s with %j in its body is refused', async (path, body) => {
  const answer = await aBrowser(intake.url).post(path, body);
  expect([answer.status, await answer.json()]).toEqual([400, { problem: 'notRead' }]);
});

test('an id that is a path, or a kind of its own, finds nobody', async () => {
  for (const id of ['../session:a', '_design/intake', 'p-1/../x', '']) {
    const answer = await aBrowser(intake.url, '203.0.113.99').post('sign-in', { id, passphrase: 'not the one at all' });
    expect(answer.status).toBe(401);
  }
});

test('a cookie that holds anything but a token opens nothing', async () => {
  const { browser } = await aPerson(intake, 'Cas Example');
  const session = browser.cookies.get('wayin') ?? '';
  for (const value of ['', '%00', session.slice(0, -1), `${session}; wayin=${session}`, `${session}x`]) {
    const answer = await fetch(`${intake.url}/organise/api/me`, { headers: { cookie: `wayin=${value}` } });
    expect(answer.status).toBe(401);
  }
});

test('1,000 wrong tries from elsewhere never lock out the person on a device they used before', async () => {
  const { id, browser } = await aPerson(intake, 'Dee Example');
  await browser.post('sign-out', {});
  const attackers = Array.from({ length: 10 }, (_, place) => aBrowser(intake.url, `198.51.100.${place}`));
  const statuses = new Map<number, number>();
  for (let round = 0; round < 100; round += 1) {
    const tries = attackers.map((attacker) => attacker.post('sign-in', { id, passphrase: `guess number ${round}` }));
    for (const { status } of await Promise.all(tries)) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // Each address gets five looks at it; all else waits.
  expect([...statuses].sort()).toEqual([
    [401, 50],
    [429, 950],
  ]);
  expect((await browser.post('sign-in', { id, passphrase: PASSPHRASE })).status).toBe(200);
});

test('somebody who guesses in the same library does not lock it for a device that is known', async () => {
  const { id, browser } = await aPerson(intake, 'Eli Example');
  await browser.post('sign-out', {});
  const neighbour = aBrowser(intake.url);
  for (let tried = 0; tried < 8; tried += 1) await neighbour.post('sign-in', { id, passphrase: 'a guess, no more' });
  expect((await neighbour.post('sign-in', { id, passphrase: PASSPHRASE })).status).toBe(429);
  expect((await browser.post('sign-in', { id, passphrase: PASSPHRASE })).status).toBe(200);
});

test('who has to wait is told for how long', async () => {
  const guesser = aBrowser(intake.url, '198.51.100.77');
  const guess = () => guesser.post('sign-in', { name: 'Nobody At All', passphrase: 'a guess, no more' });
  for (let tried = 0; tried < 5; tried += 1) expect((await guess()).status).toBe(401);
  const answer = await guess();
  const { problem, seconds } = (await answer.json()) as { problem: string; seconds: number };
  expect([answer.status, problem, answer.headers.get('retry-after')]).toEqual([429, 'wait', String(seconds)]);
});

test('nothing of all this opens the collection to a reader, and no log has a name in it', async () => {
  for (const path of ['/people', '/organise/api/people', '/organise/api/', '/intake/people/_all_docs']) {
    expect((await fetch(`${intake.url}${path}`)).status).toBe(404);
  }
  for (const { id, name } of await peopleOf(intake).list()) {
    expect(intake.logged()).not.toContain(id);
    expect(intake.logged()).not.toContain(name);
  }
  expect(intake.logged()).not.toContain('198.51.100');
  expect(intake.logged()).toContain('signInRefused');
});

test('the store holds neither passphrase, code nor cookie', async () => {
  const { browser } = await aPerson(intake, 'Flo Example');
  let all = '';
  for await (const document of intake.store.collections.people.all()) all += JSON.stringify(document);
  expect(all).toContain('Flo Example');
  for (const secret of [PASSPHRASE, ...browser.cookies.values()]) expect(all).not.toContain(secret);
});
