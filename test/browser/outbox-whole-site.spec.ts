import { expect, type Page, test as plain } from '@playwright/test';
import { startLyingProxy } from '../support/lying-proxy.ts';
import { startWayIn, type WayIn } from '../support/way-in.ts';

const test = plain.extend<object, { wayIn: WayIn }>({
  wayIn: [
    async ({}, use) => {
      const wayIn = await startWayIn();
      await use(wayIn);
      await wayIn.stop();
    },
    { scope: 'worker' },
  ],
});

const ready = (page: Page) => page.evaluate(async () => void (await navigator.serviceWorker.ready));

test('[G12] [G21] after one visit to the home page the whole site opens without a network, its policy kept', async ({
  page,
  wayIn,
}) => {
  const elsewhere: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(wayIn.url)) elsewhere.push(request.url());
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) complaints.push(message.text());
  });
  await page.goto(`${wayIn.url}/en/`);
  await ready(page);
  const pages = [
    '',
    'services/',
    'services/swk-hub/',
    'help-now/',
    'forms/derby-self/',
    'forms/swk-self/',
    'your-forms/',
    'privacy/',
  ];
  await page.context().setOffline(true);
  for (const lang of ['en', 'pl', 'ar']) {
    for (const path of pages) {
      const response = await page.goto(`${wayIn.url}/${lang}/${path}`);
      expect([lang, path, response?.status(), response?.fromServiceWorker()]).toEqual([lang, path, 200, true]);
      expect(response?.headers()['content-security-policy']).toContain("default-src 'none'");
    }
  }
  await page.goto(`${wayIn.url}/pl/no-such-page/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  expect(elsewhere).toEqual([]);
  expect(complaints).toEqual([]);
});

test('[G18] "Your forms" comes to life on an empty device without loading the outbox', async ({ page, wayIn }) => {
  const scripts: Promise<string>[] = [];
  page.on('response', (response) => {
    if (response.url().endsWith('.js') && !response.fromServiceWorker()) scripts.push(response.text());
  });
  await page.goto(`${wayIn.url}/en/your-forms/#clear`);
  await expect(page.getByText('There are no finished forms on this device.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Clear this device' })).toBeVisible();
  expect(await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name))).toEqual([
    'wayin-device',
  ]);
  const texts = await Promise.all(scripts);
  expect(texts.length).toBeGreaterThan(0);
  // A path that only PouchDB's own code contains.
  expect(texts.filter((text) => text.includes('_revs_diff'))).toEqual([]);
});

test('[G11] [G12] the whole site comes in a few packs, each file in them as it was built', async ({ page, wayIn }) => {
  const between = await startLyingProxy(wayIn.url);
  await page.goto(`${between.url}/en/`);
  await ready(page);
  const kept = await page.evaluate(async () => {
    const cache = await caches.open('wayin-pages');
    const answer = await cache.match('/en/help-now/', { ignoreSearch: true });
    const files = (await cache.keys()).length;
    return { files, type: answer?.headers.get('content-type'), text: await answer?.text() };
  });
  await between.close();
  expect(kept.files).toBeGreaterThan(500);
  expect(between.seen.length).toBeLessThan(60);
  expect([kept.type, kept.text]).toEqual([
    'text/html; charset=utf-8',
    await (await fetch(`${wayIn.url}/en/help-now/`)).text(),
  ]);
});
