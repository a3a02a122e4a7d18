import type { BrowserContext, Page } from '@playwright/test';
import { isForWork } from '#core/offline/for-work.ts';
import { derbyAnswers } from '../support/answers.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { languages, paths } from '../support/pages.ts';
import { expectState, openForm, readyToSend, send, stepOnScreen } from '../support/person.ts';
import { expect, keptForOffline, test, watch } from '../support/site.ts';

test.use({ serviceWorkers: 'allow' });

/** One visit to the home page, then no network at all. */
async function visitHomeOnce(page: Page, context: BrowserContext, url: string): Promise<void> {
  await page.goto(`${url}/en/`);
  await keptForOffline(page);
  await context.setOffline(true);
}

/** A device that did so. Tests that only read share it: keeping the whole site takes longer than they do. */
const reading = test.extend<{ kept: Page }, { visited: BrowserContext }>({
  visited: [
    async ({ browser, site }, use) => {
      const visited = await browser.newContext({ serviceWorkers: 'allow', locale: 'en-GB' });
      const watched = watch(visited);
      await visitHomeOnce(await visited.newPage(), visited, site.url);
      await use(visited);
      expect(watched).toEqual({ strangers: [], complaints: [] });
      await visited.close();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  kept: async ({ visited }, use) => {
    const page = await visited.newPage();
    await use(page);
    await page.close();
  },
});

for (const { code } of languages) {
  reading(
    `[G12] after one visit to the home page every page for residents in ${code} opens without a network`,
    async ({ kept: page, site }) => {
      reading.slow();
      const gone: string[] = [];
      for (const path of paths.filter((one) => !isForWork(`/${code}${one}`))) {
        const answer = await page.goto(`${site.url}/${code}${path}`).catch(() => undefined);
        const lang = answer ? await page.locator('html').getAttribute('lang') : 'nothing';
        if (answer?.status() !== 200 || lang !== code)
          gone.push(`${path}: ${answer?.status() ?? 'no answer'}, ${lang}`);
      }
      expect(gone).toEqual([]);
    },
  );
}

reading(
  '[G12] a page looks without a network as it does with one: style and script are kept too',
  async ({ kept: page, site }) => {
    const failed: string[] = [];
    page.on('requestfailed', (request) => failed.push(request.url()));
    await openForm(page, site.url, 'swk-self', 'ar');
    expect(await page.evaluate(() => document.styleSheets.length)).toBeGreaterThan(0);
    expect(failed.filter((url) => !url.includes('/intake'))).toEqual([]);
  },
);

reading('[G12] a page that nobody kept says so, in the language of its address', async ({ kept: page, site }) => {
  await page.goto(`${site.url}/pl/no-such-page/`);
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await expect(page.locator('h1')).toBeVisible();
});

reading('[G12] without a network the door still leads to a language', async ({ kept: page, site }) => {
  await page.goto(`${site.url}/`);
  expect(new URL(page.url()).pathname).toBe('/en/');
});

reading('[E19] without a network the panel for emergencies and Help now open', async ({ kept: page, site }) => {
  await page.goto(`${site.url}/en/services/derby-peer/`);
  await expect(page.locator('aside.crisis a[href="tel:999"]')).toBeVisible();
  await page.locator('aside.crisis a[href="/en/help-now/"]').click();
  await expect(page.locator('h1')).toBeVisible();
  expect(new URL(page.url()).pathname).toBe('/en/help-now/');
});

test('[G13] [E11] [G14] a form opened, filled and sent with no network waits, and goes once when the network returns', async ({
  page,
  context,
  fresh,
}) => {
  await visitHomeOnce(page, context, fresh.url);
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page, 'saved');
  expect(await heldIds(fresh)).toEqual([]);

  await page.goto(`${fresh.url}/en/your-forms/`);
  await expectState(page, 'saved');
  await context.setOffline(false);
  await expectState(page, 'sent');
  expect(await expectOneHeld(fresh)).toMatchObject({ channel: 'queued-offline' });
});

test('[G14] what waits goes out from whatever page is opened next', async ({ page, context, fresh }) => {
  await visitHomeOnce(page, context, fresh.url);
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page, 'saved');
  await page.goto(`${fresh.url}/en/services/`);
  await context.setOffline(false);
  await page.goto(`${fresh.url}/en/help-now/`);
  await expect.poll(async () => (await heldIds(fresh)).length).toBe(1);
});

test('only GET passes through the service worker', async ({ page, context, fresh }) => {
  await page.goto(`${fresh.url}/en/`);
  await keptForOffline(page);
  const byWorker: string[] = [];
  context.on('request', (request) => {
    if (request.method() !== 'GET' && request.serviceWorker()) byWorker.push(`${request.method()} ${request.url()}`);
  });
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  expect(byWorker).toEqual([]);
  await expectOneHeld(fresh);
});

reading('an answer of the intake is never taken from what was kept', async ({ kept: page, site }) => {
  await page.goto(`${site.url}/en/services/`);
  const kept = await page.evaluate(async () => {
    const caches_ = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return caches_.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept.filter((path) => /^\/(intake|submit|sent|healthz)/.test(path))).toEqual([]);
});

const keptHere = (page: Page) =>
  page.evaluate(async () => (await (await caches.open('wayin-pages')).keys()).map(({ url }) => new URL(url).pathname));

test('[G11] [G12] what those need who make forms and run groups is kept once somebody here opened it', async ({
  page,
  context,
  site,
}) => {
  await page.goto(`${site.url}/en/`);
  await keptForOffline(page);
  const atFirst = await keptHere(page);
  expect(atFirst).toContain('/ar/forms/derby-self/');
  expect(atFirst.filter((path) => isForWork(path) || /findings-worker|parse-form/.test(path))).toEqual([]);

  await page.goto(`${site.url}/en/build/`);
  const worker = /^\/_astro\/findings-worker/;
  await expect.poll(async () => (await keptHere(page)).filter((path) => worker.test(path)).length).toBe(1);
  await expect.poll(async () => (await keptHere(page)).includes('/en/organise/group/')).toBe(true);
  await context.setOffline(true);
  await page.reload();
  await expect(page.locator('[data-focus="new-form"]')).toBeVisible();
});

test('a new version of the site waits while a form is under way', async ({ page, fresh }) => {
  await page.goto(`${fresh.url}/en/`);
  await keptForOffline(page);
  await openForm(page, fresh.url, 'derby-self');
  await page.locator('[name="preferredName"]').fill('Sam');
  let reloads = 0;
  page.on('framenavigated', () => {
    reloads += 1;
  });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
  await page.waitForTimeout(1_000);
  expect(reloads).toBe(0);
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Sam');
  expect(await stepOnScreen(page)).toBe('name');
});
