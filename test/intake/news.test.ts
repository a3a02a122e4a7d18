import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Decision, TimetableChange } from '#core/timetable/change.ts';
import type { News } from '#core/timetable/news.ts';
import { londonClock } from '#intake/clock.ts';
import { aChange, named } from './organisers.ts';
import { aSite, type RunningIntake, startIntake } from './running-intake.ts';
import { timetableBase } from './timetable-base.ts';

const DAY = '2026-10-01';

/** A page of two groups as the build writes it, as far as the news must know it. */
function aPage(lang: string): string {
  const line = (group: string, time: string) =>
    `<li class="session" data-state="on" data-day="${time.slice(0, 10)}" data-group="${group}" data-session="main">` +
    `<p class="session__when"><time datetime="${time}"><span class="session__times">6pm to 7:30pm</span></time></p>` +
    `<div class="session__what"><p class="session__name"><a href="/${lang}/groups/${group}/">${group}</a></p>` +
    '<p class="session__where"><span>In person</span>, <bdi>Hall</bdi></p></div></li>';
  const day = (date: string) =>
    `<section class="day" data-day="${date}"><h2>${date}</h2><ul class="sessions">` +
    `${line('art-table', `${date}T18:00`)}${line('slow-walk', `${date}T18:00`)}</ul></section>`;
  return (
    `<!doctype html><html lang="${lang}"><head><title>What's on</title></head><body><main>` +
    `<p data-made="${DAY}" data-dates="*" data-until="2026-10-20">Made</p>${day('2026-10-07')}${day('2026-10-14')}` +
    '</main></body></html>'
  );
}

let site: string;
beforeAll(async () => {
  site = await aSite();
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(site, path)), { recursive: true });
    writeFileSync(join(site, path), text);
  };
  const messages = (lang: string, name: string) =>
    JSON.parse(readFileSync(new URL(`../../content/messages/${lang}/${name}.json`, import.meta.url), 'utf8'));
  write('wayin/timetable.json', JSON.stringify(timetableBase));
  for (const lang of ['en', 'pl']) {
    const words = { timetable: messages(lang, 'timetable'), news: messages(lang, 'news') };
    write(`wayin/news/${lang}.json`, JSON.stringify(words));
    write(`${lang}/timetable/index.html`, aPage(lang));
    write(
      `${lang}/groups/mens-friday/index.html`,
      '<!doctype html><html><body><p>Nothing here changes.</p></body></html>',
    );
  }
});
afterAll(() => import('node:fs').then(({ rmSync }) => rmSync(site, { recursive: true, force: true })));

let intake: RunningIntake;
beforeEach(async () => {
  intake = await startIntake({ site, now: londonClock(DAY) });
});
afterEach(() => intake.stop());

/** Puts a change on the shelf as if it had been pushed, decided as given. */
async function publish(
  changes: Partial<Omit<TimetableChange, '_id'>>,
  verdict: Decision['verdict'] | 'none' = 'published',
): Promise<TimetableChange> {
  const change = await aChange(changes);
  const { group } = change;
  const said = {
    kind: 'decision',
    version: 1,
    change: change._id,
    group,
    by: 'automatic',
    decidedAt: `${DAY}T09:30:00+01:00`,
  };
  const kept = intake.store.collections.timetable;
  await kept.keep({ ...change });
  if (verdict !== 'none') await kept.keep({ ...(await named<Decision>({ ...said, verdict } as never)) });
  return change;
}

const get = (path: string, headers: Record<string, string> = {}) => fetch(`${intake.url}${path}`, { headers });
const newsIn = async (lang = 'en') => (await (await get(`/timetable/${lang}/changes.json`)).json()) as News;
/** The news once the intake has seen what was written beside it. */
const newsWith = (group: string, lang = 'en') =>
  expect.poll(async () => (await newsIn(lang)).groups[group], { timeout: 60_000 });

test('[E24] a session called off is news in each language, in words, without its author', async () => {
  await publish({ set: { is: 'cancelled', note: 'The key is lost.' } });
  await newsWith('art-table').toMatchObject({
    lines: [{ was: '2026-10-07T18:00', state: 'cancelled', word: 'Cancelled', note: 'The key is lost.' }],
    next: { text: 'Next: Monday 5 October, 10am' },
  });
  expect((await newsIn('pl')).groups['art-table']?.lines[0]?.word).toBe('Odwołane');
  expect(JSON.stringify(await newsIn())).not.toMatch(/ada|change:|automatic/);
});

test('what waits for an editor or was refused is no news', async () => {
  await publish({ set: { is: 'cancelled' } }, 'refused');
  await publish({ group: 'slow-walk', set: { is: 'cancelled' } }, 'none');
  await publish({ group: 'mens-friday' });
  await newsWith('mens-friday').toBeDefined();
  expect(Object.keys((await newsIn()).groups)).toEqual(['mens-friday']);
});

test('a moved session is told at both times, and a moved clock at one', async () => {
  await publish({ set: { at: '2026-10-08T19:00', place: 'library' } });
  await publish({ group: 'slow-walk', set: { at: '2026-10-07T17:00' } });
  await newsWith('slow-walk').toMatchObject({
    lines: [{ was: '2026-10-07T18:00', at: '2026-10-07T17:00', word: 'New time', say: ['It was 6pm.'] }],
  });
  expect((await newsIn()).groups['art-table']?.lines).toMatchObject([
    { was: '2026-10-07T18:00', word: 'Moved', say: ['Now Thursday 8 October, 7pm, at Library.'] },
    { at: '2026-10-08T19:00', word: 'New time', say: ['It was Wednesday 7 October, 6pm, at Hall.'] },
  ]);
});

test('an extra session, a break, a full group and another cost are news', async () => {
  await publish({ target: 'date:main:2026-10-10', set: { is: 'extra', at: '2026-10-10T11:00' } });
  await publish({ group: 'slow-walk', target: 'group', set: { status: 'paused' } });
  const cost = { kind: 'amount', pence: 300, canBeWaived: true };
  await publish({ group: 'mens-friday', target: 'group', set: { status: 'full', cost } });
  await newsWith('mens-friday').toMatchObject({ full: 'Full', cost: 'New cost: £3', status: { kind: 'full' } });
  const { groups } = await newsIn();
  expect(groups['art-table']?.lines).toMatchObject([{ at: '2026-10-10T11:00', word: 'Extra session' }]);
  expect(groups['slow-walk']?.status?.title).toBe('This group is having a break');
  expect(groups['slow-walk']?.lines.every(({ isGone, word }) => isGone && word === 'Having a break')).toBe(true);
  expect(groups['slow-walk']?.dates).toEqual([]);
});

test('while two people disagree the careful reading stands, and people are asked to ask', async () => {
  await publish({ set: { is: 'cancelled' } });
  await publish({ set: { is: 'on' }, by: 'ben' });
  await newsWith('art-table').toMatchObject({
    lines: [{ state: 'cancelled', say: ['We are checking this. Ask before you go.'] }],
  });
});

test('a date that is on again says so to those who read that it was off', async () => {
  const off = await publish({ set: { is: 'cancelled' } });
  await publish({ set: { is: 'on' }, after: [off._id], undoes: off._id });
  await newsWith('art-table').toMatchObject({ lines: [{ state: 'on', say: ['This goes ahead.'] }] });
});

test('[E27] a change is no news any more once its day has passed', async () => {
  await intake.stop();
  let today = DAY;
  intake = await startIntake({ site, now: () => londonClock(today)() });
  await publish({ set: { is: 'cancelled' } });
  await newsWith('art-table').toBeDefined();
  today = '2026-10-08';
  await newsWith('art-table').toBeUndefined();
});

test('[G32] a group that nobody confirmed in time is news on that day, and no more once somebody has', async () => {
  await intake.stop();
  intake = await startIntake({ site, now: londonClock('2027-01-02') });
  await newsWith('slow-walk').toMatchObject({ old: { title: 'This may be out of date' } });
  await publish({ group: 'slow-walk', target: 'group', set: { confirmed: '2027-01-01' } });
  await newsWith('slow-walk').toMatchObject({
    confirmed: 'The people who run it last said that this is right on Friday 1 January 2027.',
  });
  expect((await newsIn()).groups['slow-walk']?.old).toBeUndefined();
});

describe('the file of changes', () => {
  test('is not sent again while nothing has changed, and is another after a change', async () => {
    const first = await get('/timetable/en/changes.json');
    const etag = first.headers.get('etag') ?? '';
    expect(first.headers.get('cache-control')).toBe('no-cache');
    const again = await get('/timetable/en/changes.json', { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await publish({});
    await newsWith('art-table').toBeDefined();
    expect((await get('/timetable/en/changes.json', { 'if-none-match': etag })).status).toBe(200);
  });

  test('is there for the languages of the site alone', async () => {
    expect((await get('/timetable/xx/changes.json')).status).toBe(404);
  });
});

describe('a page for those without scripts', () => {
  const pageWith = (text: string) =>
    expect.poll(async () => (await get('/en/timetable/')).text(), { timeout: 60_000 }).toContain(text);

  test('[E24] says what is so now, in place', async () => {
    await publish({ set: { is: 'cancelled' } });
    await publish({
      group: 'mens-friday',
      target: 'date:main:2026-10-10',
      set: { is: 'extra', at: '2026-10-10T11:00' },
    });
    await pageWith('<strong class="tag tag--off">Cancelled</strong>');
    await pageWith('Extra session');
    const page = await (await get('/en/timetable/')).text();
    expect(page.match(/tag--off/g)).toHaveLength(1);
    expect(page).toMatch(/^<!doctype html>/i);
    expect(page).toMatch(/2026-10-07[\s\S]*2026-10-10[\s\S]*2026-10-14/);
    expect(page).toContain('What groups have changed since then is in this list.');
  });

  test('is as it was built for the service worker, and caches keep the two apart', async () => {
    await publish({});
    await pageWith('Cancelled');
    const built = await get('/en/timetable/', { 'x-wayin-as-built': '1' });
    expect(await built.text()).toBe(aPage('en'));
    for (const { headers } of [built, await get('/en/timetable/')]) {
      expect(headers.get('vary')).toContain('x-wayin-as-built');
      expect(headers.get('cache-control')).toBe('no-cache');
    }
  });

  test('is not sent again while nothing has changed', async () => {
    await publish({});
    await pageWith('Cancelled');
    const etag = (await get('/en/timetable/')).headers.get('etag') ?? '';
    expect((await get('/en/timetable/', { 'if-none-match': etag })).status).toBe(304);
  });

  test('that shows no group with news is sent as it was built', async () => {
    await publish({});
    await pageWith('Cancelled');
    expect(await (await get('/en/groups/mens-friday/')).text()).toContain('Nothing here changes.');
  });

  test('holds what an organiser wrote as text, whatever it looks like', async () => {
    await publish({ set: { is: 'cancelled', note: 'Bring "a & b" {{when}} $& next time' } });
    await pageWith('Bring "a &amp; b" {{when}} $&amp; next time');
  });
});
