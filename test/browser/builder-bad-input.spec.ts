import {
  aBundle,
  aFormFile,
  aTextFile,
  openBuilder,
  openBuilderFile,
  outline,
  preview,
  workOnOpened,
} from '../support/builder.ts';
import { expect, test } from '../support/site.ts';

test.describe.configure({ timeout: 240_000 });

const TEXT = { id: 'first', kind: 'text', maxLength: 100 };

test('HTML in a form file is shown as it stands, and nothing of it runs', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  const label = '<img src=x onerror="document.title=\'run\'"> What should we call you?';
  await openBuilder(page, site.url);
  await openBuilderFile(page, 'form.json', aBundle(aFormFile([TEXT]), { en: aTextFile({ first: label }) }));
  await workOnOpened(page);
  await expect(outline(page)).toContainText('<img src=x');
  await expect(preview(page).locator('#q-first')).toContainText('<img src=x');
  await expect(page.locator('img[src="x"]')).toHaveCount(0);
  expect(await page.title()).not.toBe('run');
});

const HOSTILE = [
  [
    'an address that would run a script',
    aFormFile([TEXT], { pages: [{ id: 'page-1', questions: [TEXT], links: ['javascript:alert(1)'] }] }),
  ],
  ['a name that every object has', aFormFile([{ ...TEXT, id: '__proto__' }])],
  ['an expression in place of a condition', aFormFile([TEXT, { ...TEXT, id: 'second', when: '$first == 1' }])],
  ['a kind that there is not', aFormFile([{ id: 'first', kind: 'script' }])],
  ['facts that no form has', aFormFile([{ ...TEXT, onclick: 'alert(1)' }])],
] as const;

for (const [what, form] of HOSTILE) {
  test(`a form file with ${what} is refused in words, and what was there stays`, async ({ page, site }) => {
    await openBuilder(page, site.url);
    await openBuilderFile(page, 'form.json', aBundle(form, { en: aTextFile({ first: 'First', second: 'Second' }) }));
    await expect(page.getByText('Nothing was opened.')).toBeVisible();
    await expect(page.locator('[data-opened]')).toHaveCount(0);
    await expect(page.locator('[data-focus="new-form"]')).toBeVisible();
  });
}

test('"__proto__" in a file changes nothing of the page', async ({ page, site }) => {
  await openBuilder(page, site.url);
  const bundle = aBundle(aFormFile([TEXT]), { en: aTextFile({ first: 'First' }) });
  await openBuilderFile(
    page,
    'form.json',
    bundle.replace('"kind":"form-files"', '"kind":"form-files","__proto__":{"polluted":"yes"}'),
  );
  await workOnOpened(page);
  expect(await page.evaluate(() => ({}) as { polluted?: string }).then(({ polluted }) => polluted)).toBeUndefined();
});

test('a million options are refused at once, in words', async ({ page, site }) => {
  await openBuilder(page, site.url);
  const options = Array.from({ length: 1_000_000 }, (_, place) => `o${place}`);
  await openBuilderFile(page, 'form.json', aBundle(aFormFile([{ id: 'first', kind: 'one-of', options }]), { en: {} }));
  await expect(page.getByText('This file is too large for a form.')).toBeVisible();
});

for (const [what, content] of [
  ['no JSON', 'not a form'],
  ['a list', '[1,2,3]'],
  ['nothing', ''],
  ['half a ZIP archive', 'PK\u0003\u0004half'],
] as const) {
  test(`a file that holds ${what} is refused in words`, async ({ page, site }) => {
    await openBuilder(page, site.url);
    await openBuilderFile(page, 'form.json', content);
    await expect(page.locator('.question__problem')).toBeVisible();
    await expect(page.locator('.question__problem')).not.toContainText('exchange.');
  });
}

test('an address that names no form of this device says what to do', async ({ page, site }) => {
  await page.goto(`${site.url}/en/build/#d-0000000000`);
  await expect(page.getByRole('heading', { name: 'This form is not on this device' })).toBeVisible();
  await page.getByRole('link', { name: 'All my forms' }).click();
  await expect(page.locator('[data-focus="new-form"]')).toBeVisible();
});

test('[G1] without script the page says what to do instead, and reads', async ({ browser, site }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.url}/en/build/`);
  await expect(page.locator('h1')).toHaveText('Make a form');
  await expect(page.locator('[data-builder-part] code').last()).toHaveText('npx wayin lint');
  await expect(page.locator('[data-builder-part] .notice').first()).toBeVisible();
  await context.close();
});
