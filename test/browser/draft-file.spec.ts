import type { BrowserContext, Page } from '@playwright/test';
import type { DraftToCarry } from '#core/forms/draft.ts';
import { lockDraft } from '#sealing/draft-file.ts';
import { derbyAnswers } from '../support/answers.ts';
import { violations } from '../support/axe.ts';
import {
  filePart,
  openButton,
  openFromFile,
  openPart,
  PASSPHRASE,
  passphraseBoxes,
  saveButton,
  saveToFile,
} from '../support/draft-file.ts';
import { fillForm, openForm, send, sendButton, stepOnScreen } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

/** As few rounds as a test needs. */
const locked = (carried: Partial<DraftToCarry> = {}, answers: DraftToCarry['draft']['answers'] = {}) =>
  lockDraft(
    {
      kind: 'draft',
      version: 1,
      form: 'derby-self',
      title: 'Ask for peer support',
      draft: {
        draft: crypto.randomUUID(),
        formVersion: '0123456789abcdef',
        answers: { preferredName: 'From the file', ...answers },
        page: null,
        savedAt: Date.UTC(2026, 3, 2, 9),
        language: 'en',
        asked: { preferredName: { page: 'name', kind: 'text', label: 'What should we call you?', said: [] } },
      },
      ...carried,
    },
    PASSPHRASE,
    1_000,
  );

const nameBox = (page: Page) => page.locator('[name="preferredName"]');
const said = (page: Page, text: string | RegExp) => page.getByRole('status').filter({ hasText: text });

async function another(browser: { newContext(options: object): Promise<BrowserContext> }): Promise<Page> {
  return (await browser.newContext({ serviceWorkers: 'block' })).newPage();
}

test('[G19] [G8] a half-filled form goes on in another browser and another language, and is sent from there', async ({
  page,
  browser,
  fresh,
}) => {
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, derbyAnswers, 'help');
  const { name, text } = await saveToFile(page);
  expect(name).toMatch(/^form-\d{4}-\d\d-\d\d\.wayin\.json$/);
  expect(text).not.toMatch(/derby-self|Sam Żółć|01632 960123/);
  await expect(filePart(page, 'save').locator('[data-file-saved]')).toContainText(name);
  await expect(said(page, name)).toHaveCount(1);
  await expect(passphraseBoxes(page, 'save').first()).toHaveValue('');

  const elsewhere = await another(browser);
  await openForm(elsewhere, fresh.url, 'derby-self', 'pl');
  await openFromFile(elsewhere, text);
  await expect.poll(() => stepOnScreen(elsewhere)).toBe('help');
  await expect(nameBox(elsewhere)).toHaveValue(String(derbyAnswers['preferredName']));
  await expect(elsewhere.locator('[data-notice="new-version"]')).toBeHidden();
  await fillForm(elsewhere, derbyAnswers);
  await send(elsewhere);
  await elsewhere.context().close();
});

test('saving needs no signal once the page has loaded, and asks for a passphrase that is long and typed twice', async ({
  page,
  context,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  await openPart(page, 'save');
  await expect(saveButton(page)).toBeVisible();
  await context.setOffline(true);
  const [first, again] = [passphraseBoxes(page, 'save').first(), passphraseBoxes(page, 'save').last()];

  await saveButton(page).click();
  await expect(said(page, 'There is nothing to save yet')).toHaveCount(1);
  await nameBox(page).fill('Sam');
  await first.fill('too short');
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  await expect(first).toHaveAccessibleDescription(/Use 12 characters or more$/);
  await first.fill(PASSPHRASE);
  await again.fill(`${PASSPHRASE}?`);
  await page.keyboard.press('Enter');
  await expect(again).toBeFocused();
  await expect(again).toHaveAccessibleDescription('Type the same passphrase in both boxes');

  await expect(first).toHaveAttribute('type', 'password');
  await page.getByLabel('Show what I type').check();
  await expect(first).toHaveAttribute('type', 'text');
  await again.fill(PASSPHRASE);
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
  expect(download.suggestedFilename()).toMatch(/\.wayin\.json$/);
});

test('what the parts for files need is kept for use without a signal', async ({ site }) => {
  const worker = await (await fetch(`${site.url}/service-worker.js`)).text();
  for (const language of ['en', 'pl', 'ar']) expect(worker).toContain(`"/${language}/forms/draft.json"`);
  expect(worker).toMatch(/"\/_astro\/on-form\.[\w-]+\.js"/);
});

test('a file that does not open says what to do, and nothing on the page changes', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await nameBox(page).fill('On the page');
  const file = await locked();
  const box = passphraseBoxes(page, 'open');
  const chosen = filePart(page, 'open').locator('input[type="file"]');

  await openPart(page, 'open');
  await openButton(page).click();
  await expect(chosen).toBeFocused();
  await expect(chosen).toHaveAccessibleDescription(/Choose your file first/);

  await openFromFile(page, file, 'another passphrase');
  await expect(box).toBeFocused();
  await expect(box).toHaveAccessibleDescription(/This passphrase does not open the file/);
  for (const [text, problem] of [
    [file.slice(0, -30), /A part of this file is missing/],
    ['hello', /This is not a form that you saved here/],
    [JSON.stringify({ kind: 'wayin-draft', version: 9 }), /newer version of this site/],
    [JSON.stringify({ _id: 'submission:0', sealed: {} }), /This is a form that you finished/],
  ] as const) {
    await openFromFile(page, text);
    await expect(chosen).toHaveAccessibleDescription(problem);
    await expect(chosen).toBeFocused();
  }
  await openFromFile(page, await locked({ form: 'swk-self', title: 'Ask for help with work' }));
  await expect(filePart(page, 'open')).toContainText('This file holds another form: “Ask for help with work”');
  await expect(filePart(page, 'open').getByRole('link', { name: 'Open it in “Your forms”' })).toBeVisible();
  await expect(nameBox(page)).toHaveValue('On the page');
});

test('answers on the page are replaced only by who says so', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await nameBox(page).fill('On the page');
  await openFromFile(page, await locked());
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  await expect(said(page, 'Nothing here has changed')).toHaveCount(1);
  await expect(nameBox(page)).toHaveValue('On the page');

  await openFromFile(page, await locked());
  await page.getByRole('button', { name: 'Use the answers in the file' }).click();
  await expect(nameBox(page)).toHaveValue('From the file');
  await expect(said(page, /Your answers are back, as you saved them on Thursday 2 April, 10am/)).toHaveCount(1);
});

test('[G13] a file is opened in Your forms, where the draft says what is in it, until when it stays, and leads on', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/your-forms/`);
  await openFromFile(page, await locked());
  const draft = page.locator('[data-draft="derby-self"]');
  await expect(draft).toContainText(/If you do not change it, it is deleted from this device on \w+day \d+ \w+\./);
  await draft.getByText('What you wrote').click();
  await expect(draft).toContainText('From the file');

  await openFromFile(page, await locked());
  await expect(page.getByRole('button', { name: 'Keep what is here' })).toBeVisible();
  await page.getByRole('button', { name: 'Keep what is here' }).click();
  await draft.getByRole('link', { name: /Go on with/ }).click();
  await expect(nameBox(page)).toHaveValue('From the file');

  await page.goto(`${site.url}/en/your-forms/`);
  await draft.getByRole('button', { name: /^Remove/ }).click();
  await draft.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(draft).toHaveCount(0);
});

test('a file of a form that is gone is shown, to be copied; on a shared computer nothing of a file is kept', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/your-forms/`);
  await openFromFile(page, await locked({ form: 'long-gone', title: 'An old form' }));
  await expect(filePart(page, 'open')).toContainText('does not have the form “An old form” any more');
  await expect(filePart(page, 'open')).toContainText('From the file');

  await openForm(page, site.url, 'derby-self');
  await page.locator('[data-shared-computer]').check();
  await page.goto(`${site.url}/en/your-forms/`);
  await openFromFile(page, await locked());
  await expect(filePart(page, 'open')).toContainText('This device keeps no forms');
  await expect(page.locator('[data-draft]')).toHaveCount(0);

  await openForm(page, site.url, 'derby-self');
  await openFromFile(page, await locked());
  await expect(nameBox(page)).toHaveValue('From the file');
  await page.reload();
  await expect(sendButton(page)).toBeAttached();
  await expect(nameBox(page)).toHaveValue('');
});

test('[G2] the parts for files pass axe in every language, with problems and without', async ({ page, site }) => {
  const found: string[] = [];
  for (const language of ['en', 'pl', 'ar']) {
    await openForm(page, site.url, 'derby-self', language);
    await nameBox(page).fill('Sam');
    await openPart(page, 'save');
    await openPart(page, 'open');
    await saveButton(page).click();
    await openButton(page).click();
    await expect(filePart(page, 'open').locator('.question__problem')).toBeVisible();
    found.push(...(await violations(page)).map((one) => `${language}: ${one}`));
    await openFromFile(page, await locked());
    await expect(page.locator('[data-action="confirm"]')).toBeVisible();
    found.push(...(await violations(page)).map((one) => `${language}, asking: ${one}`));
    await page.goto('about:blank');
  }
  expect(found).toEqual([]);
});
