import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { sendChange, signInAs } from '../support/colleagues.ts';
import { postFields } from '../support/post-form.ts';
import { DEMONSTRATION } from '../support/prepare-site.ts';
import { test as base, expect } from '../support/site.ts';
import { startWayIn, TEST_KEYS, type WayIn } from '../support/way-in.ts';

const test = base.extend<object, { dated: WayIn }>({
  dated: [
    async ({}, use) => {
      const dated = await startWayIn({ env: DEMONSTRATION });
      await use(dated);
      await dated.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

/** No two people of a site are called alike. */
const someName = (role: string) => `${role} Example ${crypto.randomUUID().slice(0, 8)}`;

/** An organiser's edit, sent from a device of their own. */
async function edited(
  site: WayIn,
  browser: Browser,
  edit: Parameters<typeof sendChange>[3],
): Promise<{ readonly id: string; readonly context: BrowserContext; readonly by: string }> {
  const context = await browser.newContext();
  const by = await signInAs(site, context, someName('Organiser'), 'organiser', [edit.group]);
  return { id: await sendChange(site, context, by, edit), context, by };
}

/** Opens a page, signed in, once all that the service has is there. */
async function open(page: Page, site: WayIn, path: string): Promise<void> {
  await page.clock.setFixedTime(new Date(`${DEMONSTRATION.WAYIN_TODAY}T09:00:00Z`));
  await page.goto(`${site.url}${path}`);
  await expect(page.locator('[data-step="inStep"]')).toBeVisible();
}

const card = (page: Page, id: string) => page.locator(`[data-change="${id}"]`);

/** What the organiser's own device is told became of a change. */
async function decisionsOn(context: BrowserContext, site: WayIn, id: string): Promise<readonly string[]> {
  const answer = await context.request.get(`${site.url}/intake/timetable/_changes?since=0&limit=1000&style=all_docs`);
  const { results } = (await answer.json()) as { results: readonly { id: string }[] };
  const docs = results.filter((row) => row.id.startsWith('decision:')).map((row) => ({ id: row.id }));
  if (docs.length === 0) return [];
  const got = await context.request.post(`${site.url}/intake/timetable/_bulk_get?revs=true&latest=true`, {
    data: { docs },
    headers: { 'x-wayin': '1', origin: site.url },
  });
  const text = await got.text();
  const all = JSON.parse(text) as { results: { docs: { ok?: { change: string; verdict: string; why?: string } }[] }[] };
  return all.results
    .flatMap((row) => row.docs.flatMap(({ ok }) => ok ?? []))
    .filter(({ change }) => change === id)
    .map(({ verdict, why }) => (why === undefined ? verdict : `${verdict}: ${why}`));
}

test('[E26] [G39] an editor sees new words beside the old ones, and publishes them', async ({
  page,
  dated,
  browser,
}) => {
  const set = { name: 'Saturday tea room', whoFor: ['Anybody who likes tea.'] };
  const { id, context } = await edited(dated, browser, { group: 'saturday-cafe', target: 'words:en', set });
  expect(await decisionsOn(context, dated, id)).toEqual([]);
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  await open(page, dated, '/en/organise/review/');

  const name = card(page, id).getByRole('row', { name: /^Name/ });
  await expect(name.locator('[data-side="before"]')).toHaveText('Saturday café');
  await expect(name.locator('[data-side="after"]')).toHaveText('Saturday tea room');
  await card(page, id)
    .getByRole('button', { name: /^Publish:/ })
    .click();
  await expect(card(page, id).locator('[data-verdict="published"]')).toContainText('Published by you');
  await expect(page.locator('[data-waiting-for-editor]')).toBeFocused();
  await expect.poll(() => decisionsOn(context, dated, id)).toEqual(['published']);
  await context.close();
});

test('[G3] [G39] a refusal needs a reason, which reaches the organiser', async ({ page, dated, browser }) => {
  const set = { oneLine: 'The best café in the world.' };
  const { id, context } = await edited(dated, browser, { group: 'saturday-cafe', target: 'words:en', set });
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  await open(page, dated, '/en/organise/review/');

  await card(page, id)
    .getByRole('button', { name: /^Do not publish:/ })
    .click();
  const send = card(page, id).getByRole('button', { name: 'Send back with this reason' });
  await send.click();
  const summary = card(page, id).getByRole('link', { name: /Write why/ });
  await summary.click();
  await expect(card(page, id).getByLabel('Why not?')).toBeFocused();
  await card(page, id).getByLabel('Why not?').fill('Say what people do there.');
  await send.click();
  await expect(card(page, id).locator('[data-verdict="refused"]')).toBeVisible();
  await expect(card(page, id)).toContainText('Say what people do there.');
  await expect.poll(() => decisionsOn(context, dated, id)).toEqual(['refused: Say what people do there.']);

  await card(page, id)
    .getByRole('button', { name: /^Publish it after all/ })
    .click();
  await expect(page.locator('[data-verdict="published"]').first()).toContainText('Published by you');
  await expect(card(page, id).locator('[data-verdict="refused"]')).toBeVisible();
  await context.close();
});

test('[E26] what was published by itself can be taken back, and stays in the history', async ({
  page,
  dated,
  browser,
}) => {
  const edit = { group: 'sunday-walk', target: 'date:main:2026-11-29', set: { is: 'cancelled', note: 'It rains.' } };
  const { id, context } = await edited(dated, browser, edit);
  await expect.poll(() => decisionsOn(context, dated, id)).toEqual(['published']);
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  await open(page, dated, '/en/organise/review/');

  await expect(card(page, id)).toContainText('Published by itself');
  await card(page, id)
    .getByRole('button', { name: /^Take it back/ })
    .click();
  await card(page, id).getByLabel('Why not?').fill('Rain is no reason.');
  await card(page, id).getByRole('button', { name: 'Take it back with this reason' }).click();
  await expect(card(page, id).locator('[data-verdict="refused"]')).toBeVisible();
  await expect.poll(async () => (await decisionsOn(context, dated, id)).length).toBe(2);
  await context.close();
});

test('[G24] an organiser is not let in here, and gets nothing of what people sent', async ({ page, dated }) => {
  await signInAs(dated, page.context(), someName('Organiser'), 'organiser', ['saturday-cafe']);
  await open(page, dated, '/en/organise/review/');
  await expect(page.getByText('This page is for editors and coordinators.')).toBeVisible();
  const answer = await page.request.get(`${dated.url}/organise/api/suggestions`);
  expect(answer.status()).toBe(403);
});

test('[E28] [E29] [E30] what somebody sent opens with the key on the device, beside its likes and gaps, and becomes a draft', async ({
  page,
  dated,
}) => {
  const name = `Weekend chess ${process.pid}`;
  const sent = await postFields(dated.url, 'group-start', [
    ['groupName', name],
    ['whoFor', 'men'],
    ['whereArea', 'derby'],
    ['when', 'weekend'],
    ['needs', 'venue'],
    ['preferredName', 'Zofia Example'],
    ['contactMethod', 'email'],
    ['email', 'zofia@example.org'],
    ['consentPrivacy', 'yes'],
  ]);
  expect(sent.status).toBe(303);
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.url()} ${request.postData() ?? ''}`));
  await open(page, dated, '/en/organise/review/');
  const keys = readdirSync(TEST_KEYS).filter((file) => /^derby-peer-support\..*\.private\.json$/.test(file));
  await page.getByLabel('Choose the file of your private key').setInputFiles(keys.map((file) => join(TEST_KEYS, file)));

  const suggestion = page.locator('[data-suggestion]').filter({ hasText: name });
  await expect(suggestion).toContainText('Somebody wants to start a group');
  await expect(suggestion).toContainText('A place to meet');
  await expect(suggestion.getByRole('listitem').filter({ hasText: 'Sunday walk' })).toContainText(
    'meets at the same time',
  );
  await expect(suggestion.locator('[data-gaps]')).toContainText('Sunday morning');

  await suggestion.getByRole('button', { name: 'Make a draft group' }).click();
  await expect(suggestion.getByLabel('Name', { exact: true })).toHaveValue(name);
  await suggestion.getByLabel('What it is, in one line').fill('We play chess and talk.');
  await suggestion.getByRole('button', { name: 'Save the draft' }).click();
  const draft = page.locator('[data-change]').filter({ hasText: name });
  await expect(draft.getByRole('button', { name: /^Publish:/ })).toBeVisible();
  await expect(draft).toContainText('We play chess and talk.');
  await expect(draft).not.toContainText('Zofia');
  // The private key's secret part is in no request.
  expect(asked.join('\n')).not.toContain('"d":');
});

test('[E28] a file that is no key, and no signal, are told in words', async ({ page, dated }) => {
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  await open(page, dated, '/en/organise/review/');
  const file = page.getByLabel('Choose the file of your private key');
  await file.setInputFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from('{"kty":"EC"}') });
  await expect(page.locator('[data-suggestions="problem"]')).toContainText('This file is not a private key of ours.');
});

test('[E30] [E78] a coordinator sees by area, day, time and audience where groups are missing, and what is overdue', async ({
  page,
  dated,
}) => {
  await signInAs(dated, page.context(), someName('Coordinator'), 'coordinator');
  await open(page, dated, '/en/organise/gaps/');
  const days = page.getByRole('table', { name: 'How many groups meet in each area on each day' });
  await expect(days.getByRole('row', { name: /^Dulwich/ }).getByRole('cell', { name: 'None' })).toHaveCount(7);
  const week = page.getByRole('table', { name: 'The week in Derby' });
  await expect(week.getByRole('row', { name: /^Tuesday/ })).toContainText('Tuesday art table');
  await expect(
    week
      .getByRole('row', { name: /^Friday/ })
      .getByRole('cell')
      .first(),
  ).toHaveText('None');
  const spread = page.getByRole('table', { name: 'How many groups there are for whom in each area' });
  await expect(spread.getByRole('row', { name: /^Men/ }).getByRole('cell').first()).toHaveText('1');

  await page.getByLabel('Show groups for').selectOption('men');
  await expect(week.getByRole('row', { name: /^Tuesday/ })).not.toContainText('Tuesday art table');
  await expect(week.getByRole('row', { name: /^Friday/ })).toContainText('None');
  await expect(page.getByRole('listitem').filter({ hasText: 'Wednesday morning club' })).toContainText('was due on');
});

for (const [lang, direction] of [
  ['en', 'ltr'],
  ['pl', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  test(`[G2] [G5] [G9] both pages in ${lang} are without faults, wide and narrow, and only tables scroll`, async ({
    page,
    dated,
    browser,
  }) => {
    test.slow();
    const set = { name: `Tea ${lang}` };
    const { context } = await edited(dated, browser, { group: 'quiet-hour', target: 'words:en', set });
    await signInAs(dated, page.context(), someName('Coordinator'), 'coordinator');
    for (const path of ['review', 'gaps']) {
      for (const width of [1280, 320]) {
        await page.setViewportSize({ width, height: 800 });
        await open(page, dated, `/${lang}/organise/${path}/`);
        expect(await page.locator('html').getAttribute('dir')).toBe(direction);
        expect(await violations(page), `${path} at ${width}`).toEqual([]);
        const isWider = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(isWider, `${path} at ${width}`).toBe(false);
      }
    }
    await context.close();
  });
}

test('[G4] [G40] an editor publishes by keyboard, and hears that it is done', async ({ page, dated, browser }) => {
  const set = { access: ['There is a ramp.'] };
  const { id, context } = await edited(dated, browser, { group: 'late-circle', target: 'words:en', set });
  await signInAs(dated, page.context(), someName('Editor'), 'editor');
  await open(page, dated, '/en/organise/review/');
  const publish = card(page, id).getByRole('button', { name: /^Publish:/ });
  for (let pressed = 0; pressed < 200; pressed += 1) {
    if (await publish.evaluate((button) => button === document.activeElement)) break;
    await page.keyboard.press('Tab');
  }
  await expect(publish).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Published: Late circle.' })).toBeAttached();
  await expect(card(page, id).locator('[data-verdict="published"]')).toBeVisible();
  await context.close();
});
