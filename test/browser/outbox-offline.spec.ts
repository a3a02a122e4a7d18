import { expect, type Page, test as plain } from '@playwright/test';
import { bundleStore, type Files } from '../support/outbox/bundle-store.ts';
import { startDropBox } from '../support/outbox/drop-box.ts';
import { smallSite } from '../support/outbox/small-site.ts';

interface Site {
  readonly box: Awaited<ReturnType<typeof startDropBox>>;
  /** Puts another build in the site's place. */
  publish(edition: string): Promise<void>;
}

const test = plain.extend<{ site: Site }, { scripts: Files }>({
  scripts: [async ({}, use) => use(await bundleStore()), { scope: 'worker' }],
  site: async ({ scripts }, use) => {
    const files: Files = new Map();
    const publish = async (edition: string) => {
      const next = await smallSite(edition, scripts);
      files.clear();
      for (const [path, file] of next) files.set(path, file);
    };
    await publish('one');
    const box = await startDropBox(files);
    await use({ box, publish });
    await box.stop();
  },
});

async function visit(page: Page, site: Site): Promise<void> {
  await page.goto(`${site.box.origin}/en/`);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
}

/** How often a file is asked for before the worker gives up, as in `page-cache.ts`. */
const TRIES = 3;

const edition = (page: Page) => page.locator('[data-edition]').textContent();

test('[G12] after one visit every page opens without a network, with and without its last slash', async ({
  page,
  site,
}) => {
  await visit(page, site);
  await expect(page.locator('[data-works-offline]')).toHaveText('This site now works without a signal on this device.');
  site.box.cut(true);
  for (const path of ['/en/', '/pl/help-now/', '/en/forms/derby-self/', '/pl/services']) {
    await page.goto(site.box.origin + path);
    await expect(page.locator('h1')).toContainText(path.slice(1, 3));
    expect(new URL(page.url()).pathname.endsWith('/')).toBe(true);
  }
  await page.goto(`${site.box.origin}/`);
  expect(new URL(page.url()).pathname).toBe('/en/');
  await page.goto(`${site.box.origin}/pl/no-such-page/`);
  await expect(page.locator('h1')).toHaveText('pl offline/');
});

test('[G12] only GET of pages passes through the worker; intake, submit and sent never do', async ({ page, site }) => {
  await visit(page, site);
  await page.reload();
  site.box.asked.length = 0;
  const reached = await page.evaluate(async () => {
    const ask = (path: string, options?: RequestInit) => fetch(path, options).then(({ status }) => status);
    return [
      await ask('/intake/'),
      await ask('/sent/en/x'),
      await ask('/healthz'),
      await ask('/en/', { headers: { range: 'bytes=0-1' } }),
      await ask('/submit/derby-self', { method: 'POST', body: 'a=b' }),
      await ask('/en/services/'),
    ];
  });
  expect(reached).toEqual([200, 404, 404, 200, 404, 200]);
  expect(site.box.asked).toEqual(['/intake/', '/sent/en/x', '/healthz', '/en/', '/submit/derby-self']);
});

test('[G12] a sign-in page in place of a file is not kept, and the next visit goes on where it was', async ({
  page,
  site,
}) => {
  site.box.lie('/pl/help-now/', '<p>Welcome to our free WiFi');
  const askedFor = (path: string) => site.box.asked.filter((one) => one === path).length;
  await page.goto(`${site.box.origin}/en/`);
  await expect.poll(() => askedFor('/pl/help-now/'), { message: 'all tries of the first visit' }).toBe(TRIES);
  // The worker is then given up, and nothing of it is under way any more.
  const isRegistered = () => page.evaluate(async () => Boolean(await navigator.serviceWorker.getRegistration()));
  await expect.poll(isRegistered).toBe(false);
  site.box.lie('/pl/help-now/', undefined);
  site.box.asked.length = 0;
  await visit(page, site);
  expect(askedFor('/pl/help-now/')).toBe(1);
  expect(askedFor('/en/services/')).toBe(0);
  site.box.cut(true);
  await page.goto(`${site.box.origin}/pl/help-now/`);
  await expect(page.locator('h1')).toHaveText('pl help-now/');
});

test('[G12] an update never takes over while a form is open, and does so from the next page', async ({
  page,
  site,
  context,
}) => {
  await visit(page, site);
  const form = await context.newPage();
  await form.goto(`${site.box.origin}/en/forms/derby-self/`);
  await site.publish('two');
  await page.reload();
  const waits = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting));
  await expect.poll(waits).toBe(true);
  await page.reload();
  expect(await edition(page)).toBe('one');
  expect(await waits()).toBe(true);
  expect(await form.evaluate(async () => (await fetch('/_astro/late.one.js')).text())).toContain("'one'");

  await form.goto(`${site.box.origin}/en/services/`);
  await expect
    .poll(() => form.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)))
    .toBe(false);
  await page.reload();
  expect(await edition(page)).toBe('two');
});

test('[G12] a page opened before an update can still load the files it was built with', async ({ page, site }) => {
  await visit(page, site);
  await site.publish('two');
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await expect
    .poll(() => page.evaluate(async () => (await caches.match('/_astro/late.two.js', { ignoreSearch: true }))?.status))
    .toBe(200);
  await expect
    .poll(() => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting)))
    .toBe(false);
  expect(await page.evaluate(async () => (await fetch('/_astro/late.one.js')).text())).toContain("'one'");
  site.box.cut(true);
  await page.reload();
  expect(await edition(page)).toBe('two');
});
