import type { Page } from '@playwright/test';
import { derbyAnswers } from '../support/answers.ts';
import { draftRests } from '../support/draft.ts';
import { expectOneHeld } from '../support/held.ts';
import { continueButton, errorSummary, fillForm, openForm, send, sendButton, stepOnScreen } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

const TEN_MB = 10_000_000;

const longBox = (page: Page) => page.locator('[name="inOwnWords"]');

/** Puts text into a box as a paste does: all at once, with one `input`. */
async function paste(page: Page, name: string, text: string, times = 1): Promise<void> {
  await page.locator(`[name="${name}"]`).evaluate(
    (box: HTMLTextAreaElement, [piece, many]) => {
      box.value = piece.repeat(many);
      box.dispatchEvent(new Event('input', { bubbles: true }));
    },
    [text, times] as const,
  );
}

test('ten megabytes pasted into an answer are kept out, the page says so and goes on, and nothing is lost', async ({
  page,
  context,
  site,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, derbyAnswers, 'help');
  await page.locator('[name="whatHelp"][value="course"]').check();
  await longBox(page).fill('What stood there.');
  await page.evaluate((size) => navigator.clipboard.writeText('ten letter'.repeat(size / 10)), TEN_MB);
  await longBox(page).press('Control+v');
  await expect(longBox(page)).toHaveAccessibleDescription(/far too long for this box, so nothing was put in/);
  await expect(page.getByRole('status').filter({ hasText: 'far too long' })).toHaveCount(1);
  await expect(longBox(page)).toHaveValue('What stood there.');
  expect(await page.evaluate(async () => (await navigator.clipboard.readText()).length)).toBe(TEN_MB);

  await continueButton(page).click();
  await expect.poll(() => stepOnScreen(page)).toBe('coming-in');
});

test('a text of many pages is a clear problem, and all of it is still there after a reload', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, derbyAnswers, 'help');
  await page.locator('[name="whatHelp"][value="course"]').check();
  await paste(page, 'inOwnWords', 'ten letter', 9_000);
  await expect(page.locator('.count--over')).toContainText('characters too many');
  await continueButton(page).click();
  await expect(errorSummary(page)).toContainText('500 characters or fewer');
  const written = () => longBox(page).evaluate((box: HTMLTextAreaElement) => box.value.length);
  expect(await written()).toBe(90_000);
  await draftRests(page, 'derby-self');
  await page.goto(`${site.url}/en/your-forms/`);
  await page.goBack();
  await expect.poll(written).toBe(90_000);
});

test('whatever is typed shows as typed, and the service reads it so, without what no one can see', async ({
  page,
  fresh,
}) => {
  const odd = '<img src=x onerror="document.title=1"> 👩‍👩‍👧 \u2067مرحبا\u2069 =1+1';
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, { ...derbyAnswers, preferredName: odd, phone: '\u202a٠١٦٣٢ 960123\u202c' }, 'help');
  await page.locator('[name="whatHelp"][value="course"]').check();
  await paste(page, 'inOwnWords', 'A\u0000\u001b[31mB\ud83d C');
  await continueButton(page).click();
  await expect.poll(() => stepOnScreen(page)).not.toBe('help');
  await fillForm(page, derbyAnswers);
  await expect(page.locator('[data-answers]')).toContainText(odd);
  await expect(page.locator('[data-answers] img')).toHaveCount(0);
  await expect(sendButton(page)).toBeVisible();
  await send(page);

  const { answers } = await expectOneHeld(fresh);
  expect(answers).toMatchObject({ preferredName: odd, phone: '01632 960123', inOwnWords: 'A[31mB\ufffd C' });
});
