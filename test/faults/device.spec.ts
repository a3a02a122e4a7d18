import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { draftRests } from '../support/draft.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { killBrowser, launchBrowser } from '../support/own-browser.ts';
import { expectState, fillForm, openForm, sendButton } from '../support/person.ts';
import {
  aFormReadyToSend,
  expect,
  expectTriedInVain,
  INTAKE,
  SHORT_FORM,
  shortAnswers,
  statesSeen,
  test,
} from '../support/queue.ts';

test('the browser is killed right after "Saved": the form is still there, and is sent once', async ({
  liar,
  wayIn,
}) => {
  test.slow();
  const profile = mkdtempSync(join(tmpdir(), 'wayin-browser-'));
  liar.lie(INTAKE, { cut: 'before' });
  const first = await launchBrowser(profile);
  const [page = await first.browser.contexts()[0]?.newPage()] = first.browser.contexts()[0]?.pages() ?? [];
  if (!page) throw new Error('The browser has no page');
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).click();
  await expectState(page, 'saved');
  await killBrowser(first);

  liar.beHonest();
  const second = await launchBrowser(profile);
  const again = await second.browser.contexts()[0]?.newPage();
  if (!again) throw new Error('The browser has no page');
  await again.goto(`${liar.url}/en/your-forms/`);
  await expectState(again, 'sent', 60_000);
  await expectOneHeld(wayIn);
  await killBrowser(second);
  rmSync(profile, { recursive: true, force: true });
});

test('[G16] two tabs with the same waiting form: it is sent once, and both say so', async ({
  page,
  context,
  liar,
  wayIn,
}) => {
  // Asked to wait, neither tab sends by itself before the button is pressed.
  liar.lie(INTAKE, { status: 429, headers: { 'retry-after': '600' }, body: '' });
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).click();
  await expectTriedInVain(page);
  const second = await context.newPage();
  await second.goto(`${liar.url}/en/your-forms/`);
  await expectState(second, 'saved');

  liar.beHonest();
  await second.getByRole('button', { name: /Send now/ }).click();
  await expectState(second, 'sent', 60_000);
  await expectState(page, 'sent', 60_000);
  await expectOneHeld(wayIn);
});

test('[G16] the same draft in two tabs, Send pressed in both: one submission', async ({
  page,
  context,
  liar,
  wayIn,
}) => {
  test.slow();
  await aFormReadyToSend(page, liar.url);
  await draftRests(page, SHORT_FORM);
  const second = await context.newPage();
  await openForm(second, liar.url, SHORT_FORM);
  await expect(second.locator('[data-notice="restored"]')).toBeVisible();
  await fillForm(second, shortAnswers);
  await Promise.all([sendButton(page).click(), sendButton(second).click()]);
  await expectState(page, 'sent', 60_000);
  await expectState(second, 'sent', 60_000);
  const repeats = await Promise.all([page, second].map((tab) => tab.locator('[data-repeat]').isVisible()));
  expect(repeats.filter((isRepeat) => isRepeat)).toHaveLength(1);
  await expectOneHeld(wayIn);
});

test('[G16] a double click on Send makes one submission', async ({ page, liar, wayIn }) => {
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).dblclick();
  await expectState(page, 'sent');
  await expectOneHeld(wayIn);
});

test('[G16] Send pressed ten times from the keyboard makes one submission', async ({ page, liar, wayIn }) => {
  await aFormReadyToSend(page, liar.url);
  await page.evaluate(() => {
    const button = document.querySelector<HTMLButtonElement>('button[data-action="send"]');
    for (let presses = 0; presses < 10; presses += 1) button?.click();
  });
  await expectState(page, 'sent');
  await expectOneHeld(wayIn);
});

/** Makes every write to IndexedDB fail from now on, as a full disk does. */
const fillDisk = () => {
  const full = () => {
    throw new DOMException('The disk is full', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.put = full;
  IDBObjectStore.prototype.add = full;
};

test('storage is refused at save, with a signal: it goes directly, and "Sent" is proved', async ({
  page,
  liar,
  wayIn,
}) => {
  await aFormReadyToSend(page, liar.url);
  await page.evaluate(fillDisk);
  await sendButton(page).click();
  await expectState(page, 'sent', 60_000);
  expect(await statesSeen(page)).not.toContain('saved');
  await expectOneHeld(wayIn);
});

test('storage is refused at save, with no signal: nothing is called saved or sent, and the answers stay', async ({
  page,
  liar,
  wayIn,
}) => {
  await aFormReadyToSend(page, liar.url);
  liar.lie(INTAKE, { cut: 'before' });
  await page.evaluate(fillDisk);
  await sendButton(page).click();
  await expect(page.locator('[data-notice="not-saved"]')).toBeVisible();
  expect(await statesSeen(page)).toEqual([]);
  await expect(page.locator('[name="problem"]')).toHaveValue(shortAnswers.problem);
  expect(await heldIds(wayIn)).toEqual([]);

  liar.beHonest();
  await sendButton(page).click();
  await expectState(page, 'sent', 60_000);
  await expectOneHeld(wayIn);
});

test('a browser that keeps nothing says so before the first question, and still sends', async ({
  page,
  liar,
  wayIn,
}) => {
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('Refused', 'SecurityError');
    };
  });
  await page.goto(`${liar.url}/en/forms/${SHORT_FORM}/`);
  await expect(page.locator('[data-notice="refused"]')).toBeVisible();
  await aFormReadyToSend(page, liar.url);
  await sendButton(page).click();
  await expectState(page, 'sent', 60_000);
  await expectOneHeld(wayIn);
});
