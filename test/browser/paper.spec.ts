import type { Page } from '@playwright/test';
import { DEVICE_DATABASE } from '#store/waiting-here.ts';
import { expect, test } from '../support/site.ts';

/** A4 at 96 dots an inch, less the margins of the sheet. */
const SHEET = { width: 672, height: 1020 };

/** Texts of a sheet smaller than so many points, and elements that stick out of it. */
const looksOf = (points: number) => {
  const sheet = document.querySelector('.paper');
  const all = [...(sheet?.querySelectorAll<HTMLElement>('*') ?? [])];
  const small = all.filter(
    (one) =>
      one.getAttribute('aria-hidden') !== 'true' &&
      one.innerText?.trim() &&
      Number.parseFloat(getComputedStyle(one).fontSize) < (points * 96) / 72 - 0.1,
  );
  const wide = all.filter((one) => {
    const { left, right, width } = one.getBoundingClientRect();
    return width > 0 && (right > document.documentElement.clientWidth + 1 || left < -1);
  });
  const name = (one: Element) => `${one.tagName}.${one.className}: ${(one.textContent ?? '').slice(0, 40)}`;
  return { small: small.map(name), wide: wide.map(name) };
};

for (const lang of ['en', 'ar']) {
  test(`[G28] [G29] in ${lang} a form is found on paper, and prints as a sheet without navigation, nothing cut off`, async ({
    page,
    site,
  }) => {
    await page.goto(`${site.url}/${lang}/forms/derby-self/`);
    await page.locator(`a[href="/${lang}/forms/derby-self/paper/"]`).click();
    await expect(page.locator('.paper h1')).toBeVisible();
    await expect(page.locator('main :is(input, textarea, select, button)')).toHaveCount(0);

    await page.setViewportSize(SHEET);
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['.site-header', '.site-footer', '.paper-tools']) {
      await expect(page.locator(hidden)).toBeHidden();
    }
    await expect(page.locator('.paper__foot')).toContainText(/derby-self\/[0-9a-f]{6}/);
    expect(await page.evaluate(looksOf, 10)).toEqual({ small: [], wide: [] });
  });

  test(`[G29] in ${lang} large print is 18 points throughout, by a link that needs no script`, async ({
    browser,
    site,
  }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, viewport: SHEET });
    await page.goto(`${site.url}/${lang}/forms/swk-self/paper/`);
    await page.locator('a[href="#large-print"]').click();
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      expect(await page.evaluate(looksOf, 18), media).toEqual({ small: [], wide: [] });
    }
    await page.close();
  });
}

test('[G29] the call script is for staff: linked from the sheet, and kept out of search', async ({ page, site }) => {
  await page.goto(`${site.url}/en/forms/derby-self/paper/`);
  await page.locator('a[href="/en/forms/derby-self/call/"]').click();
  await expect(page.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex');
  await expect(page.locator('.paper')).toContainText('Is it safe for you to talk now?');
  await expect(page.locator('.paper')).toContainText('We will reply within 3 working days');
  const map = await (await page.request.get(`${site.url}/sitemap.xml`)).text();
  expect(map).toContain('/en/forms/derby-self/paper/');
  expect(map).not.toContain('/call/');
});

const goals = (url: string, lang = 'en') => `${url}/${lang}/worksheets/prepare-my-goals/`;
const kept = (page: Page) => page.locator('[data-notice="kept"]');

/** What this device keeps, by name, as it is stored. */
const stored = (page: Page) =>
  page.evaluate(
    ({ name, table }) =>
      new Promise<Record<string, string>>((resolve, reject) => {
        const open = indexedDB.open(name);
        open.onerror = reject;
        open.onsuccess = () => {
          const store = open.result.transaction(table).objectStore(table);
          const keys = store.getAllKeys();
          const values = store.getAll();
          values.onsuccess = () => {
            open.result.close();
            const text = (value: { sealed?: ArrayBuffer }) =>
              value?.sealed ? new TextDecoder('latin1').decode(value.sealed) : JSON.stringify(value);
            resolve(Object.fromEntries(keys.result.map((key, place) => [String(key), text(values.result[place])])));
          };
        };
      }),
    DEVICE_DATABASE,
  );
const DRAFT = 'draft:worksheet:prepare-my-goals';
const isStored = async (page: Page) => DRAFT in (await stored(page));

test('[E77] what one writes about goals is kept on this device alone, also in the other language, and can be deleted', async ({
  page,
  site,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push(request.url());
  });
  await page.goto(goals(site.url));
  await expect(kept(page)).toBeVisible();
  await page.locator('#goal-1').fill('To see my sister again');
  await expect.poll(() => isStored(page)).toBe(true);
  expect(JSON.stringify(await stored(page))).not.toContain('sister');
  await page.goto(goals(site.url, 'pl'));
  await expect(page.locator('#goal-1')).toHaveValue('To see my sister again');

  await page.goto(`${site.url}/en/your-forms/`);
  await expect(page.locator('[data-draft="worksheet:prepare-my-goals"] a').first()).toHaveAttribute(
    'href',
    '/en/worksheets/prepare-my-goals/',
  );
  await page.goto(goals(site.url));
  await expect(page.locator('#goal-1')).toHaveValue('To see my sister again');
  await page.locator('[data-start-again]').click();
  await expect.poll(() => isStored(page)).toBe(false);
  await page.reload();
  await expect(kept(page)).toBeVisible();
  await expect(page.locator('#goal-1')).toHaveValue('');
  expect(sent).toEqual([]);
});

test('[E77] on a shared computer nothing of it is kept, and "clear this device" takes it', async ({ page, site }) => {
  await page.goto(goals(site.url));
  await expect(kept(page)).toBeVisible();
  await page.locator('#good').fill('My garden');
  await expect.poll(() => isStored(page)).toBe(true);
  await page.locator('[data-shared-computer]').check();
  await expect(page.locator('[data-notice="kept-nowhere"]')).toBeVisible();
  await expect.poll(() => isStored(page)).toBe(false);
  await page.reload();
  await expect(page.locator('[data-notice="kept-nowhere"]')).toBeVisible();
  await expect(page.locator('#good')).toHaveValue('');

  await page.locator('[data-shared-computer]').uncheck();
  await page.locator('#good').fill('My garden');
  await expect.poll(() => isStored(page)).toBe(true);
  await page.goto(`${site.url}/en/your-forms/#clear`);
  await expect(page.locator('[data-draft]')).toBeVisible();
  await page.locator('[data-clear-device] button').first().click();
  await page.locator('[data-clear-device] [data-action="confirm"]').click();
  await expect(page.locator('main')).toContainText('This device is cleared');
  expect(await isStored(page)).toBe(false);
  await page.goto(goals(site.url));
  await expect(kept(page)).toBeVisible();
  await expect(page.locator('#good')).toHaveValue('');
});

test('[E77] [G28] the sheet prints all that was written, however long, and lines where nothing was', async ({
  page,
  site,
}) => {
  await page.goto(goals(site.url));
  await expect(kept(page)).toBeVisible();
  const long = Array.from({ length: 40 }, (_, line) => `Line ${line + 1} of what I would like to change.`).join('\n');
  await page.locator('#hopes').fill(long);
  await page.setViewportSize(SHEET);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.site-header')).toBeHidden();
  await expect(page.locator('#hopes')).toBeHidden();
  const printed = page.locator('#hopes ~ .worksheet__printed');
  await expect(printed).toContainText('Line 40 of');
  expect(await printed.evaluate((one) => one.scrollHeight <= one.clientHeight + 1)).toBe(true);
  await expect(page.locator('#hopes ~ .worksheet__lines')).toBeHidden();
  await expect(page.locator('#good ~ .worksheet__lines')).toBeVisible();
  await expect(page.locator('#good')).toBeHidden();
});

test('[E77] [G1] without scripts the sheet says that nothing is kept, and prints with lines to write on', async ({
  browser,
  site,
}) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(goals(site.url));
  const said = await page.locator('noscript').evaluateAll((all) => all.map((one) => one.textContent).join(' '));
  expect(said).toContain('Print this page and write on it');
  await expect(page.locator('main button:visible')).toHaveCount(0);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('textarea:visible')).toHaveCount(0);
  expect(await page.locator('.worksheet__lines:visible').count()).toBeGreaterThan(20);
  await page.close();
});
