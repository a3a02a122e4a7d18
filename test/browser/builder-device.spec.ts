import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  aBundle,
  addQuestion,
  aFormFile,
  aTextFile,
  beginForm,
  chooseLine,
  formKept,
  goTo,
  openBuilder,
  openBuilderFile,
  outline,
  panelTitle,
  preview,
  workOnOpened,
} from '../support/builder.ts';
import { killBrowser, launchBrowser, pageIn } from '../support/own-browser.ts';
import { expect, keptForOffline, test } from '../support/site.ts';

test.describe.configure({ timeout: 240_000 });

test('a browser killed while somebody types loses nothing of the form', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'wayin-builder-'));
  const first = await launchBrowser(profile);
  const page = await pageIn(first);
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?' });
  const { hash } = new URL(page.url());
  await page.locator('[data-words="questions.whereDoYouLive.label"]').press('End');
  await page.keyboard.insertText(' Say the town.');
  await formKept(page);
  await killBrowser(first);

  const second = await launchBrowser(profile);
  const again = await pageIn(second);
  await again.goto(`${site.url}/en/build/${hash}`);
  await expect(outline(again).getByRole('button', { name: 'Where do you live? Say the town.' })).toBeVisible();
  // What came before can still be undone.
  await again.keyboard.press('Control+z');
  await expect(outline(again).getByRole('button', { name: 'Where do you live?', exact: true })).toBeVisible();
  await killBrowser(second);
  rmSync(profile, { recursive: true, force: true });
});

test('two tabs on one form: the second looks on, and can take over; nothing of either is lost', async ({
  page,
  context,
  site,
}) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'From the first tab' });
  await formKept(page);
  const other = await context.newPage();
  await other.goto(page.url());
  await expect(other.locator('[data-elsewhere]')).toBeVisible();
  await expect(outline(other)).toContainText('From the first tab');

  await page.locator('[data-words="questions.fromTheFirstTab.label"]').fill('Typed at the last moment');
  await other.locator('[data-elsewhere] button').click();
  await expect(other.locator('[data-elsewhere]')).toHaveCount(0);
  await expect(outline(other)).toContainText('Typed at the last moment');
  await expect(page.locator('[data-elsewhere]')).toBeVisible();

  await chooseLine(other, 'Typed at the last moment');
  await addQuestion(other, { label: 'From the second tab' });
  await formKept(other);
  await page.locator('[data-elsewhere] button').click();
  await expect(outline(page)).toContainText('From the second tab');
  await expect(outline(page)).toContainText('Typed at the last moment');
});

test('[G8] the other language shows the same form, where it was', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?' });
  await formKept(page);
  const { hash } = new URL(page.url());
  await page.locator('[data-language-switch="ar"]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page).toHaveURL(`${site.url}/ar/build/${hash}`);
  await expect(outline(page)).toContainText('Where do you live?');
});

test('"Clear this device" clears the forms as well', async ({ page, site }) => {
  await beginForm(page, site.url);
  await formKept(page);
  await page.goto(`${site.url}/en/your-forms/#clear`);
  await page.locator('[data-clear-device] button').first().click();
  await page.locator('[data-action="confirm"]').click();
  await expect(page.locator('[data-clear-device] .notice').first()).toBeVisible();
  await openBuilder(page, site.url);
  await expect(page.getByText('You have no forms here yet.')).toBeVisible();
});

test('a form is removed from the list, and comes back with one press', async ({ page, site }) => {
  await beginForm(page, site.url, 'Join our group');
  await formKept(page);
  await page.getByRole('link', { name: 'All my forms' }).click();
  await page.getByRole('button', { name: 'Remove Join our group' }).click();
  await expect(page.locator('[data-focus="undo-remove"]')).toBeFocused();
  await expect(page.locator('.form-list__one a')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'Join our group' })).toBeFocused();
});

test('a form with 500 questions is opened, changed and checked', async ({ page, site }) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  const ids = Array.from({ length: 500 }, (_, place) => `question${place + 1}`);
  const pages = Array.from({ length: 50 }, (_, at) => ({
    id: `page-${at + 1}`,
    questions: ids.slice(at * 10, at * 10 + 10).map((id) => ({ id, kind: 'text', maxLength: 100 })),
  }));
  const titles = Object.fromEntries(pages.map(({ id }, at) => [id, { title: `Part ${at + 1}` }]));
  const labels = Object.fromEntries(ids.map((id, place) => [id, `Question number ${place + 1}`]));
  await openBuilder(page, site.url);
  await openBuilderFile(
    page,
    'large.json',
    aBundle(aFormFile([], { pages }), { en: aTextFile(labels, { pages: titles }) }),
  );
  await workOnOpened(page);
  await outline(page)
    .getByRole('button', { name: /^Part 50/ })
    .click();
  await chooseLine(page, 'Question number 500');
  await page.locator('[data-words="questions.question500.label"]').fill('The last of them');
  await expect(panelTitle(page)).toHaveText('The last of them');
  await expect(preview(page).locator('#q-question500')).toContainText('The last of them');
  await goTo(page, 'check');
  await expect(page.locator('[data-finding="tooMany"]')).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('[G12] a form is built, seen and kept', async ({ page, context, site }) => {
    test.slow();
    await page.setViewportSize({ width: 1280, height: 900 });
    await openBuilder(page, site.url);
    await keptForOffline(page);
    await context.setOffline(true);
    await beginForm(page, site.url);
    await addQuestion(page, { label: 'Where do you live?' });
    await expect(preview(page).getByText('Where do you live?')).toBeVisible();
    for (const view of ['check', 'paths', 'languages', 'files', 'publish'] as const) await goTo(page, view);
    await page.reload();
    await expect(page.locator('.editor-bar h2')).toHaveText('Join our group');
  });
});
