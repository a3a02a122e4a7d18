import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { continueButton, errorSummary, openForm } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

const reader = readFileSync(
  fileURLToPath(new URL('index.browser.js', import.meta.resolve('@guidepup/virtual-screen-reader'))),
  'utf8',
);

/** What a screen reader says from the element on, stop by stop, to its end. */
async function spoken(page: Page, css: string): Promise<readonly string[]> {
  await page.route('**/virtual-screen-reader.js', (route) =>
    route.fulfill({ body: reader, contentType: 'text/javascript' }),
  );
  return page.evaluate(async (where) => {
    const address = '/virtual-screen-reader.js';
    const { virtual } = (await import(address)) as typeof import('@guidepup/virtual-screen-reader');
    const container = document.querySelector(where);
    if (!container) throw new Error(`There is no ${where}`);
    await virtual.start({ container });
    for (let stops = 0; stops < 200; stops += 1) {
      await virtual.next();
      const log = await virtual.spokenPhraseLog();
      if (log.length > 1 && log.at(-1) === log[0]) break;
    }
    const log = await virtual.spokenPhraseLog();
    await virtual.stop();
    return log;
  }, css);
}

test('[G2] [G3] the summary after a gap is spoken as a group that names the question and links to it', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  await continueButton(page).click();
  await expect(errorSummary(page)).toBeFocused();
  expect(await spoken(page, '[data-error-summary]')).toEqual([
    'group, Check these answers',
    'heading, Check these answers, level 2',
    'list',
    'listitem, level 1, position 1, set size 1',
    'link, Enter the name we should call you',
    'end of listitem, level 1, position 1, set size 1',
    'end of list',
    'end of group, Check these answers',
    'group, Check these answers',
  ]);
});

test('[G2] [G3] a question with a problem is spoken with its label, hint, reason, problem and state', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  await continueButton(page).click();
  await expect(errorSummary(page)).toBeFocused();
  const heard = await spoken(page, 'section[data-page="name"]');
  expect(heard[0]).toBe('heading, Your name, level 2');
  expect(heard).toContain('Why we ask');
  expect(heard).toContain(
    'textbox, What name should we call you?, It can be any name, in any alphabet. It does not have to be your ' +
      'legal name. To fix: Enter the name we should call you, invalid, required',
  );
});

test('[G2] a question with choices is spoken as a group of radios with its question first', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.locator('[name="preferredName"]').fill('Sam');
  await continueButton(page).click();
  await expect(page.locator('section[data-page="contact"]')).toBeVisible();
  const heard = await spoken(page, '#q-contactMethod');
  expect(heard[0]).toMatch(/^group, How should we get in touch with you\?/);
  expect(heard.filter((phrase) => phrase.startsWith('radio, '))).toHaveLength(9);
});
