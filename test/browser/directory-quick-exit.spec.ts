import type { BrowserContext, Page } from '@playwright/test';
import { openForm } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

/** A context in which the neutral page answers, without a network. */
async function withWeather(context: BrowserContext): Promise<Page> {
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
  return context.newPage();
}

const ways: readonly (readonly [string, (page: Page) => Promise<void>])[] = [
  ['the button', (page) => page.getByRole('link', { name: /Leave this site quickly/ }).click()],
  [
    'Escape three times',
    async (page) => {
      for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape');
    },
  ],
];

for (const [name, leave] of ways) {
  test(`[G20] ${name} leaves at once, drops the page from "back" and removes what was begun`, async ({
    browser,
    site,
  }) => {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const page = await withWeather(context);
    await openForm(page, site.url, 'swk-self');
    await page.locator('form[data-form] :is(input, textarea):visible').first().click();
    await page.keyboard.type('Something private');
    await expect.poll(() => drafts(page)).toBe(1);
    await page.goto(`${site.url}/en/topics/domestic-abuse/`);

    await leave(page);
    await expect(page).toHaveURL(/bbc\.co\.uk/);

    await page.goBack();
    expect(page.url()).not.toContain('domestic-abuse');
    await page.goto(`${site.url}/en/`);
    await expect.poll(() => drafts(page)).toBe(0);
    await context.close();
  });
}

test('[G20] leaving empties a form that is open in another tab, and what is typed there last is not kept', async ({
  browser,
  site,
}) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const page = await withWeather(context);
  const form = await context.newPage();
  await openForm(form, site.url, 'swk-self');
  await page.goto(`${site.url}/en/topics/domestic-abuse/`);
  const box = form.locator('form[data-form] input[type="text"]:visible').first();
  await box.fill('Something private');

  await page.getByRole('link', { name: /Leave this site quickly/ }).click();
  await expect(page).toHaveURL(/bbc\.co\.uk/);
  await expect(box).toHaveValue('');
  await expect.poll(() => drafts(form)).toBe(0);
  await context.close();
});

test('[G20] who looks for help with abuse gets the way out on the search page, too', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  const leave = page.getByRole('link', { name: /Leave this site quickly/ });
  await expect(leave).toBeHidden();
  await page.getByLabel('What do you need?').fill('violence');
  await expect(leave).toBeVisible();
});

test('[G20] each page about abuse has it first in its main part', async ({ page, site }) => {
  for (const path of [
    '/topics/domestic-abuse/',
    '/support-areas/domestic-abuse/',
    '/organisations/derby-domestic-abuse/',
  ]) {
    await page.goto(`${site.url}/en${path}`);
    await expect(page.locator('main a').first()).toContainText('Leave this site quickly');
  }
});

/** How many drafts this device keeps. */
function drafts(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let count = 0;
    for (const { name, version } of await indexedDB.databases()) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name ?? '', version);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const keys = await new Promise<IDBValidKey[]>((resolve) => {
          const asking = database.transaction(store).objectStore(store).getAllKeys();
          asking.onsuccess = () => resolve(asking.result);
        });
        count += keys.filter((key) => String(key).startsWith('draft:')).length;
      }
      database.close();
    }
    return count;
  });
}
