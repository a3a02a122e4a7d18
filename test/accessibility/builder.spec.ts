import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { addQuestion, beginForm, goTo, openBuilder, outline, preview, type View } from '../support/builder.ts';
import { expect, test } from '../support/site.ts';

test.describe.configure({ timeout: 300_000 });

const VIEWS: readonly View[] = ['preview', 'check', 'paths', 'languages', 'files', 'publish'];

/** Whether something is wider than the screen: only what scrolls by itself may be. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

for (const language of ['en', 'ar']) {
  for (const width of [320, 1280]) {
    test(`[G2] [G5] [G6] the builder in ${language} at ${width} px: every part passes axe, nothing is wider than the screen`, async ({
      page,
      site,
    }) => {
      test.slow();
      await page.setViewportSize({ width, height: 900 });
      const found: string[] = [];
      const look = async (what: string) => {
        found.push(...(await violations(page)).map((violation) => `${what}: ${violation}`));
        if ((await overflow(page)) > 0) found.push(`${what}: wider than the screen by ${await overflow(page)}`);
        expect(await page.locator('h1').count(), what).toBe(1);
      };
      await openBuilder(page, site.url, language);
      await look('the list of forms');
      await beginForm(page, site.url, 'Join our group', language);
      await look('an empty form');
      await page.locator('[data-focus="add-after"]').click();
      await look('a new question');
      await page.locator('.builder-form button[type="button"]').click();
      await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
      await addQuestion(page, { label: 'Which part?', required: true });
      await page.locator('.panel details > summary').last().click();
      await page.locator('.panel details[open] button').last().click();
      await look('a question with a condition');
      await outline(page).locator('button').last().click();
      await look('a new page');
      await page.locator('.builder-form select').selectOption('exit');
      await page.locator('[data-focus="new-title"]').fill('You live elsewhere');
      await page.locator('.builder-form button[type="submit"]').click();
      await page.locator('.panel details .option-new button').first().click();
      await look('a page where the form ends');
      for (const view of VIEWS) {
        await goTo(page, view);
        if (view === 'languages') await page.locator('[data-add-language]').first().click();
        if (view === 'check') await expect(page.locator('[data-findings]')).toBeVisible();
        if (view === 'preview') await expect(preview(page).locator('form')).toBeVisible();
        await look(view);
      }
      expect(found).toEqual([]);
    });
  }
}

test('[G2] [G7] the builder, and a form in its preview, pass axe in the dark', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
  expect(await violations(page)).toEqual([]);
  await page.goto(`${site.url}/en/build/preview/`);
  expect((await violations(page)).filter((one) => !/heading|page-has/.test(one))).toEqual([]);
});

test('[G4] focus is seen wherever it goes in the builder', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
  for (let stop = 0; stop < 25; stop += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.tagName === 'IFRAME') return true;
      const of = (one: Element) => getComputedStyle(one).outlineStyle !== 'none';
      return of(element) || [element.closest('.choice')].some((one) => one !== null && of(one));
    });
    expect(seen, await page.evaluate(() => document.activeElement?.outerHTML.slice(0, 200) ?? '')).toBe(true);
  }
});
