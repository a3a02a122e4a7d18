import type { Page } from '@playwright/test';
import { derbyAnswers } from '../support/answers.ts';
import { draftIsGone, draftRests } from '../support/draft.ts';
import { heldIds } from '../support/held.ts';
import {
  answerAndContinue,
  expectState,
  fetchingRests,
  openForm,
  readyToSend,
  send,
  stepOnScreen,
} from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test('[G19] reloading in the middle of a form brings the answers and the page back', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await answerAndContinue(page, derbyAnswers);
  await page.locator('[name="contactMethod"][value="phone"]').check();
  await page.locator('[name="phone"]').fill('01632 960123');
  await draftRests(page, 'derby-self');
  await page.reload();
  await expect(page.locator('[data-notice="restored"]')).toBeVisible();
  await expect.poll(() => stepOnScreen(page)).toBe('contact');
  await expect(page.locator('[name="phone"]')).toHaveValue('01632 960123');
  await expect(page.locator('[name="preferredName"]')).toHaveValue(String(derbyAnswers['preferredName']));
});

test('[G19] on a shared computer nothing is kept', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.locator('[data-shared-computer]').check();
  await answerAndContinue(page, derbyAnswers);
  await page.waitForTimeout(1_000);
  await page.reload();
  await expect(page.locator('[data-notice="kept-nowhere"]')).toBeVisible();
  await expect.poll(() => stepOnScreen(page)).toBe('name');
  await expect(page.locator('[name="preferredName"]')).toHaveValue('');
  await expect(page.locator('[data-notice="restored"]')).toBeHidden();
});

test('[G19] ticking the shared computer deletes what was already kept', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await answerAndContinue(page, derbyAnswers);
  await draftRests(page, 'derby-self');
  await page.locator('[data-shared-computer]').check();
  await draftIsGone(page, 'derby-self');
  await page.reload();
  await expect(page.locator('[data-notice="kept-nowhere"]')).toBeVisible();
  await expect(page.locator('[name="preferredName"]')).toHaveValue('');
});

test('[G19] someone who comes back can delete what was kept and start again', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await answerAndContinue(page, derbyAnswers);
  await draftRests(page, 'derby-self');
  await page.reload();
  await page.locator('[data-start-again]').click();
  await expect.poll(() => stepOnScreen(page)).toBe('name');
  await expect(page.locator('[name="preferredName"]')).toHaveValue('');
  await draftIsGone(page, 'derby-self');
  await page.reload();
  await expect(page.locator('[data-notice="kept"]')).toBeVisible();
  await expect(page.locator('[name="preferredName"]')).toHaveValue('');
});

test('what is typed before the script arrives stays', async ({ page, site }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(`${site.url}/en/forms/derby-self/`, { waitUntil: 'commit' });
  await page.locator('[name="preferredName"]').fill('Sam before the script');
  release();
  await expect(page.locator('button[data-at="page"]')).toBeVisible();
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Sam before the script');
});

test('a draft on the disk is not readable', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.locator('[name="preferredName"]').fill('Readable Name');
  await draftRests(page, 'derby-self');
  expect(await everythingStored(page)).not.toContain('Readable Name');
});

test('a form that waits is not readable on the device', async ({ page, context, site }) => {
  await readyToSend(page, site.url, 'derby-self', { ...derbyAnswers, preferredName: 'Readable Name' });
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  const stored = await everythingStored(page);
  expect(stored).not.toContain('Readable Name');
  expect(stored).not.toContain('01632 960123');
});

test('[G18] clearing the device asks first, then leaves no draft and no form behind', async ({
  page,
  context,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  // Before the signal is back: the page would send at once.
  await context.route('**/intake/**', (route) => route.abort());
  await context.setOffline(false);
  await fresh.kill();
  await fresh.restart();
  await openForm(page, fresh.url, 'swk-self');
  await page.locator('[name="preferredName"]').fill('Alex');
  await draftRests(page, 'swk-self');

  await page.goto(`${fresh.url}/en/your-forms/`);
  await page.getByRole('button', { name: 'Clear this device' }).click();
  await page.getByRole('button', { name: 'No, keep everything' }).click();
  await expectState(page, 'saved');
  await page.getByRole('button', { name: 'Clear this device' }).click();
  await expect(page.locator('main')).toContainText(/1 form was not sent yet/);
  await page.getByRole('button', { name: 'Yes, clear this device' }).click();
  await expect(page.locator('main')).toContainText('This device is cleared');
  await expect(page.locator('[data-submission-state]')).toHaveCount(0);

  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name ?? ''));
  expect(kept.filter((name) => /submission|monitoring|pouch/i.test(name))).toEqual([]);
  await context.unroute('**/intake/**');
  await page.goto(`${fresh.url}/en/forms/swk-self/`);
  await expect(page.locator('[name="preferredName"]')).toHaveValue('');
  expect(await heldIds(fresh)).toEqual([]);
});

test('[G13] Your forms lists what waits, and saves it to a file that only the service can read', async ({
  page,
  context,
  site,
}) => {
  await readyToSend(page, site.url, 'derby-self', { ...derbyAnswers, preferredName: 'Readable Name' });
  // Asked to wait, the page does not send by itself before the button is pressed.
  await context.route('**/intake/**', (route) => route.fulfill({ status: 429, headers: { 'retry-after': '600' } }));
  await send(page, 'saved');
  await expect(page.locator('[data-status]')).toContainText(/We will try again/);
  await page.goto(`${site.url}/en/your-forms/`);
  await expectState(page, 'saved');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: /Save to a file/ }).click();
  const file = await (await download).createReadStream();
  let text = '';
  for await (const part of file) text += part;
  expect(JSON.parse(text)).toMatchObject({ form: 'derby-self', recipient: 'derby-team' });
  expect(text).not.toContain('Readable Name');
  await context.unroute('**/intake/**');
  await page.getByRole('button', { name: /Send now/ }).click();
  await expectState(page, 'sent');
});

test('[G22] residents get no cookie, on any page and by any post', async ({ page, context, fresh }) => {
  await page.goto(`${fresh.url}/en/`);
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  await page.goto(`${fresh.url}/en/your-forms/`);
  expect(await context.cookies()).toEqual([]);
});

test('[G21] from the home page to "Sent" every request goes to the site itself', async ({ page, context, fresh }) => {
  const hosts = new Set<string>();
  context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
  });
  await page.goto(`${fresh.url}/en/`);
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  expect([...hosts]).toEqual([new URL(fresh.url).host]);
});

test('[G23] no address ever holds an answer', async ({ page, context, fresh }) => {
  const addresses: string[] = [];
  context.on('request', (request) => addresses.push(request.url()));
  page.on('framenavigated', (frame) => addresses.push(frame.url()));
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  addresses.push(page.url());
  await send(page);
  addresses.push(page.url());
  const told = addresses.filter((address) => /\?|Sam|01632|25-34|peer-group/.test(address));
  expect(told).toEqual([]);
});

/** All text that the browser keeps for this site: IndexedDB, storage and caches. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    const decode = (value: unknown): string => {
      if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
        return new TextDecoder().decode(value as ArrayBuffer);
      }
      if (typeof value !== 'object' || value === null) return String(value);
      return Object.values(value).map(decode).join('\n');
    };
    for (const { name = '' } of await indexedDB.databases()) {
      const opened = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of opened.objectStoreNames) {
        const values = await new Promise<unknown[]>((resolve, reject) => {
          const request = opened.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
        found.push(...values.map(decode));
      }
      opened.close();
    }
    return found.join('\n');
  });
}
