import type { Page } from '@playwright/test';
import { expect, keptForOffline, test } from '../support/site.ts';

const results = (page: Page) => page.locator('[data-results]');
const heading = (page: Page) => results(page).getByRole('heading', { level: 2 });
const openFilters = (page: Page) => page.locator('[data-filters] > summary').click();

test('[F-5] a need typed with a slip finds who helps, and the address keeps none of it', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await page.getByLabel('What do you need?').fill('houisng');

  await expect(heading(page)).toContainText(/\d+ things found/);
  await expect(
    results(page)
      .getByRole('link', { name: /housing/i })
      .first(),
  ).toBeVisible();
  expect(page.url()).toBe(`${site.url}/en/find/`);
});

for (const [name, typed] of [
  ['St Leger Homes', 'leger'],
  ['South London and Maudsley NHS Trust', 'maudsley'],
  ['Thames Reach', 'thames r'],
  ['Certitude', 'certit'],
  ['St Giles Trust', 'giles'],
] as const) {
  test(`[A5] [B6] typing "${typed}" finds ${name}`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/find/`);
    await page.getByLabel('What do you need?').fill(typed);
    await expect(results(page).getByRole('link', { name, exact: true })).toBeVisible();
  });
}

test('[E22] choices combine with "and", stand in the address, and come back from it', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await openFilters(page);
  await page.getByRole('checkbox', { name: 'No steps' }).check();
  await expect(heading(page)).toBeVisible();
  const many = Number.parseInt((await heading(page).textContent()) ?? '', 10);

  await page.getByRole('checkbox', { name: 'On a bus route' }).check();
  await page.getByRole('checkbox', { name: 'Costs nothing' }).check();
  await page.getByRole('checkbox', { name: 'Carers can come too' }).check();
  await expect(page).toHaveURL(/\?cost=free&access=step-free&access=bus&carers=welcome$/);
  const few = Number.parseInt((await heading(page).textContent()) ?? '', 10);
  expect(few).toBeGreaterThan(0);
  expect(few).toBeLessThan(many);

  await page.reload();
  await expect(heading(page)).toContainText(`${few} thing`);
  await expect(page.getByRole('button', { name: 'Remove “No steps”' })).toBeVisible();
});

test('[E60] British Sign Language is a choice of language', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await openFilters(page);
  await page.getByRole('combobox', { name: 'Language' }).selectOption('bsl');
  await expect(heading(page)).toContainText(/[1-9]\d* things? found/);
});

test('[G40] the number found is said aloud once typing rests', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/?access=step-free`);
  await expect(page.getByRole('status').filter({ hasText: /\d+ things found/ })).toHaveCount(1);
});

test('[E23] nothing found: one choice to give up with its number, phone and online, a group of one’s own, what is missing', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/find/?way=phone&access=step-free&for=men`);
  await expect(heading(page)).toHaveText('Nothing fits all of this');
  const offer = results(page).locator('.find__relax button').first();
  const count = Number(/: (\d+) thing/.exec((await offer.textContent()) ?? '')?.[1]);
  expect(count).toBeGreaterThan(0);
  for (const name of [
    'What you can join by phone',
    'What you can join online',
    'Start a group yourself',
    'Tell us what is missing',
  ]) {
    await expect(results(page).getByRole('link', { name })).toBeVisible();
  }

  await offer.click();
  await expect(heading(page)).toContainText(`${count} thing`);
  await expect(heading(page)).toBeFocused();
});

test('[E23] words that nothing has lead on as well', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await page.getByLabel('What do you need?').fill('xylophone');
  await expect(heading(page)).toHaveText('Nothing fits all of this');
  await expect(results(page).getByRole('link', { name: 'Get help now' })).toBeVisible();
});

test('a postcode has three answers, and stays on the device', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
  await page.goto(`${site.url}/en/find/`);
  await openFilters(page);
  const answer = page.locator('[data-postcode-answer]');
  const give = async (postcode: string) => {
    await page.getByLabel('Your postcode, if you want').fill(postcode);
    await page.getByRole('button', { name: 'Use this postcode' }).click();
  };

  await give('se5 8rs');
  await expect(answer).toContainText('SE5 8RS is in Southwark');
  await expect(heading(page)).toContainText('things found');
  await give('LS1 4AP');
  await expect(answer).toContainText('outside the places on this site');
  await give('SW1A 1AA');
  await expect(answer).toContainText('not in our list');
  await give('12345');
  await expect(answer).toContainText('Enter a full postcode');

  expect(page.url()).toBe(`${site.url}/en/find/`);
  expect(asked.filter((text) => /se5|8rs|ls1|sw1a|12345/i.test(decodeURIComponent(text)))).toEqual([]);
});

test('[F-7] opportunities are narrowed by language, place, hours and contract', async ({ page, site }) => {
  await page.goto(`${site.url}/en/opportunities/`);
  const shown = page.locator('#opportunities > li:visible');
  const all = await shown.count();
  for (const name of ['Language', 'Area', 'Hours', 'Contract'])
    await expect(page.getByRole('combobox', { name })).toBeVisible();
  await page.getByRole('combobox', { name: 'Hours' }).selectOption('part-time');
  await expect(page).toHaveURL(/\?hours=part-time$/);
  await expect.poll(() => shown.count()).toBeLessThan(all);
  const few = await shown.count();
  await expect(page.getByRole('status').filter({ hasText: `${few} thing` })).toHaveCount(1);
});

test('[D45] courses are narrowed by level and by who teaches them', async ({ page, site }) => {
  await page.goto(`${site.url}/en/courses/?level=2`);
  const shown = page.locator('#courses [data-item]:visible');
  await expect(shown).toHaveCount(1);
  await page.getByRole('combobox', { name: 'Level' }).selectOption('');
  await page.getByRole('combobox', { name: 'Who runs it' }).selectOption('derby-education');
  await expect(page).toHaveURL(/\?provider=derby-education$/);
  await expect.poll(() => shown.count()).toBeGreaterThan(1);
});

for (const [row, kind] of [
  ['A10', 'Learning events'],
  ['D46', 'Job fairs'],
] as const) {
  test(`[${row}] events are narrowed to ${kind.toLowerCase()}`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/events/`);
    const shown = page.locator('#events [data-item]:visible');
    const all = await shown.count();
    await page.getByRole('combobox', { name: 'Kind' }).selectOption({ label: kind });
    await expect.poll(() => shown.count()).toBeLessThan(all);
    expect(await shown.count()).toBeGreaterThan(0);
  });
}

test.describe('without a signal', () => {
  test.use({ serviceWorkers: 'allow' });

  test('[F-5] finding works, by words, by choices and by postcode', async ({ page, context, site }) => {
    test.setTimeout(240_000);
    await page.goto(`${site.url}/en/find/`);
    await keptForOffline(page);
    await context.setOffline(true);
    await page.goto(`${site.url}/en/find/?access=step-free`);
    await expect(heading(page)).toContainText('things found');
    await page.getByLabel('What do you need?').fill('art');
    await expect(heading(page)).toContainText(/things? found/);
    await openFilters(page);
    await page.getByLabel('Your postcode, if you want').fill('SE5 8RS');
    await page.getByRole('button', { name: 'Use this postcode' }).click();
    await expect(page.locator('[data-postcode-answer]')).toContainText('is in Southwark');
  });
});
