import { expect, type Page, test as plain } from '@playwright/test';
import type { Envelope } from '#core/submission/envelope.ts';
import { bundleStore, type Files } from '../support/outbox/bundle-store.ts';
import { startDropBox } from '../support/outbox/drop-box.ts';
import { anEnvelope } from '../support/outbox/envelope.ts';
import type { Store } from '../support/outbox/store-page.ts';

declare const store: Store;

type Box = Awaited<ReturnType<typeof startDropBox>>;

const test = plain.extend<{ box: Box }, { files: Files }>({
  files: [async ({}, use) => use(await bundleStore()), { scope: 'worker' }],
  box: async ({ files }, use) => {
    const box = await startDropBox(files);
    await use(box);
    await box.stop();
  },
});

/** Fills the device from a page without a list, then opens "Your forms". */
async function openWith(page: Page, box: Box, envelopes: readonly Envelope[], draft = false): Promise<void> {
  await page.goto(box.origin);
  await page.waitForFunction(() => 'store' in globalThis);
  await page.evaluate(
    async ([envelopes, draft]) => {
      for (const envelope of envelopes) await store.saveParcel(envelope, { language: 'en' });
      const half = { draft: 'd', formVersion: 'v', answers: { name: 'Zofia' }, page: null, savedAt: Date.now() };
      if (draft) await store.saveDraft('derby-self', half);
    },
    [envelopes, draft] as const,
  );
  await page.goto(`${box.origin}/en/your-forms/`);
}

const cards = (page: Page) => page.locator('[data-parcel]');
const state = (page: Page) => page.locator('[data-submission-state]');

test('[G13] [G14] a waiting form is listed, and "Send now" ends in "Sent" with the two days', async ({ page, box }) => {
  await openWith(page, box, [await anEnvelope()]);
  await expect(state(page)).toHaveAttribute('data-submission-state', 'saved');
  await expect(state(page)).toContainText('Saved on this device. Not sent yet.');
  const button = page.getByRole('button', { name: 'Send now: Ask for peer support' });
  await button.click();
  await expect(state(page)).toHaveAttribute('data-submission-state', 'sent');
  await expect(state(page)).toContainText('Thursday 9 April');
  await expect(page.getByRole('status').filter({ hasText: 'Your reference number is' })).toHaveCount(1);
});

test('[G15] [G40] "Send now" without a network says why, keeps the focus, and shows when the next try is', async ({
  page,
  box,
}) => {
  await openWith(page, box, [await anEnvelope()]);
  box.cut(true);
  const button = page.getByRole('button', { name: 'Send now: Ask for peer support' });
  await button.click();
  await expect(state(page)).toContainText('There was no signal');
  await expect(state(page)).toContainText('We will try again');
  await expect(page.getByRole('status').filter({ hasText: 'not sent yet' })).toHaveCount(1);
  await expect(button).toBeFocused();
});

test('[G13] a form can be saved to a file that only the service can read', async ({ page, box }) => {
  const envelope = await anEnvelope();
  await openWith(page, box, [envelope]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save to a file: Ask for peer support' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^derby-self-[0-9A-Z]{4}-[0-9A-Z]{4}\.wayin\.json$/);
});

test('[G18] removing a form that was not sent asks first, and "no" keeps it', async ({ page, box }) => {
  await openWith(page, box, [await anEnvelope()]);
  await page.getByRole('button', { name: 'Remove: Ask for peer support' }).click();
  await expect(page.getByText('If you remove it, nobody will get it.')).toBeVisible();
  await page.getByRole('button', { name: 'No, keep it' }).click();
  await expect(cards(page)).toHaveCount(1);
  await page.getByRole('button', { name: 'Remove: Ask for peer support' }).click();
  await page.getByRole('button', { name: 'Yes, remove it' }).click();
  await expect(cards(page)).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Forms you finished' })).toBeFocused();
});

test('[G18] "Clear this device" asks, says what is lost, and leaves nothing in any tab', async ({
  page,
  box,
  context,
}) => {
  await openWith(page, box, [await anEnvelope(), await anEnvelope('monitoring')], true);
  const other = await context.newPage();
  await other.goto(`${box.origin}/en/your-forms/`);
  await expect(cards(other)).toHaveCount(2);
  await expect(page.locator('[data-draft]')).toHaveCount(1);

  await page.getByRole('button', { name: 'Clear this device' }).click();
  await expect(page.getByText('2 forms were not sent yet.')).toBeVisible();
  await expect(cards(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Yes, clear this device' }).click();
  await expect(page.getByText('This device is cleared. No form is left on it.')).toBeVisible();
  for (const tab of [page, other]) {
    await expect(cards(tab)).toHaveCount(0);
    await expect(tab.locator('[data-draft]')).toHaveCount(0);
  }
  const left = await page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    const database = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('wayin-device');
      request.onsuccess = () => resolve(request.result);
    });
    const kept = await new Promise<number>((resolve) => {
      const request = database.transaction('kept').objectStore('kept').count();
      request.onsuccess = () => resolve(request.result);
    });
    return { names, kept };
  });
  expect(left).toEqual({ names: ['wayin-device'], kept: 0 });
});
