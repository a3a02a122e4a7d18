import type { Page } from '@playwright/test';
import type { RunningIntake } from '../intake/running-intake.ts';
import { violations } from '../support/axe.ts';
import {
  answerAndContinue,
  answerQuestion,
  backButton,
  continueButton,
  errorSummary,
  expectState,
  openForm,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { test as base, expect } from '../support/site.ts';
import { startWithForms } from '../support/site-with-forms.ts';

/** One server a worker, with the test forms on it. */
const test = base.extend<object, { engine: RunningIntake }>({
  engine: [
    async ({}, use) => {
      const engine = await startWithForms({ ended: 'ended' });
      await use(engine);
      await engine.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

async function typeDate(page: Page, id: string, parts: { readonly [part: string]: string }): Promise<void> {
  for (const [part, value] of Object.entries(parts)) await page.locator(`[name="${id}-${part}"]`).fill(value);
}

const summaryLinks = (page: Page) => errorSummary(page).getByRole('link');

test('[E34] an exit page by keyboard: no way on, the answer can be changed, nothing is lost', async ({
  page,
  engine,
}) => {
  await openForm(page, engine.url, 'steps');
  await page.locator('[name="personAgrees"][value="no"]').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect.poll(() => stepOnScreen(page)).toBe('not-agreed');
  await expect(page.getByRole('heading', { name: 'Ask them first' })).toBeFocused();
  await expect(continueButton(page)).toBeHidden();
  await expect(sendButton(page)).toBeHidden();
  await expect(page.locator('[data-page="not-agreed"] a')).toHaveCount(2);
  expect(await violations(page)).toEqual([]);

  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(backButton(page)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect.poll(() => stepOnScreen(page)).toBe('agreement');
  await expect(page.locator('[name="personAgrees"][value="no"]')).toBeChecked();
  await answerAndContinue(page, { personAgrees: 'yes' });
  expect(await stepOnScreen(page)).toBe('when');
});

test('[E34] an exit that comes of a later change takes the check of all answers away', async ({ page, engine }) => {
  await openForm(page, engine.url, 'steps');
  await answerAndContinue(page, { personAgrees: 'yes' });
  await typeDate(page, 'seenOn', { day: '2', month: '4', year: '2026' });
  for (const step of ['when', 'statements', 'home']) {
    await expect.poll(() => stepOnScreen(page)).toBe(step);
    await continueButton(page).click();
  }
  await expect.poll(() => stepOnScreen(page)).toBe('check');
  await page.getByRole('button', { name: 'Change: Do they know and agree?' }).click();
  await answerAndContinue(page, { personAgrees: 'no' });
  expect(await stepOnScreen(page)).toBe('not-agreed');
  // The browser's own Back and Forward lead past no exit either.
  await page.goBack();
  await page.goBack();
  await page.goForward();
  await expect.poll(() => stepOnScreen(page)).not.toBe('check');
});

test('[G3] a date in parts says what is wrong, and is read back in words', async ({ page, engine }) => {
  await openForm(page, engine.url, 'steps');
  await answerAndContinue(page, { personAgrees: 'yes' });
  await continueButton(page).click();
  await expect(summaryLinks(page)).toHaveText(['Enter when you saw them']);

  await typeDate(page, 'seenOn', { day: '31', month: '2', year: '2026' });
  await typeDate(page, 'turning18', { month: '13', year: '2027' });
  await continueButton(page).click();
  await expect(summaryLinks(page)).toHaveText([
    'Enter a real date for when you saw them',
    'Enter a real date, in numbers',
  ]);
  await expect(page.locator('[name="seenOn-day"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.getByRole('group', { name: 'When did you see them?' })).toHaveAccessibleDescription(
    /For example 2 4 2026\. To fix: Enter a real date for when you saw them/,
  );
  expect(await violations(page)).toEqual([]);
  await summaryLinks(page).first().click();
  await expect(page.locator('[name="seenOn-day"]')).toBeFocused();

  await typeDate(page, 'seenOn', { day: '1', month: '1', year: '2027' });
  await typeDate(page, 'turning18', { month: '4', year: '2027' });
  await continueButton(page).click();
  await expect(summaryLinks(page)).toHaveText(['Enter a date before 2027']);
  await typeDate(page, 'seenOn', { day: '2', month: '4', year: '2026' });
  for (const step of ['when', 'statements', 'home']) {
    await expect.poll(() => stepOnScreen(page)).toBe(step);
    await continueButton(page).click();
  }
  await expect(page.locator('[data-answers]')).toContainText('2 April 2026');
  await expect(page.locator('[data-answers]')).toContainText('April 2027');
});

test('a half-typed date is in its boxes again when the page is opened again', async ({ page, engine }) => {
  await openForm(page, engine.url, 'steps');
  await answerAndContinue(page, { personAgrees: 'yes' });
  await typeDate(page, 'seenOn', { day: '2', month: '4' });
  await typeDate(page, 'turning18', { month: '4', year: '2027' });
  const again = await page.context().newPage();
  // Kept soon after the last letter, encrypted: nothing on the page says when.
  await expect(async () => {
    await openForm(again, engine.url, 'steps');
    await expect(again.locator('[name="turning18-year"]')).toHaveValue('2027', { timeout: 1_000 });
  }).toPass();
  await expect(again.locator('[name="seenOn-day"]')).toHaveValue('2');
  await expect(again.locator('[name="seenOn-year"]')).toHaveValue('');
});

test('[E55] statements are radios with their legend, whole at 320 pixels and in forced colours', async ({
  page,
  engine,
}) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.emulateMedia({ forcedColors: 'active' });
  await openForm(page, engine.url, 'steps');
  await answerAndContinue(page, { personAgrees: 'yes' });
  await typeDate(page, 'seenOn', { day: '2', month: '4', year: '2026' });
  await continueButton(page).click();

  const statement = page.getByRole('group', { name: /I feel safe in the group/ });
  await expect(statement.getByRole('radio')).toHaveCount(4);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  const heights = await statement.locator('label').evaluateAll((all) => all.map((one) => one.clientHeight));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(40);
  const edge = await statement
    .locator('label')
    .first()
    .evaluate((one) => getComputedStyle(one).borderTopStyle);
  expect(edge).toBe('solid');
  await statement.getByRole('radio', { name: 'I agree', exact: true }).check();
  await page.keyboard.press('ArrowDown');
  await expect(statement.getByRole('radio', { name: 'Neither' })).toBeChecked();
  expect(await violations(page)).toEqual([]);
});

test('another person is asked about when there is one', async ({ page, engine }) => {
  await openForm(page, engine.url, 'steps');
  await answerAndContinue(page, { personAgrees: 'yes' });
  await typeDate(page, 'seenOn', { day: '2', month: '4', year: '2026' });
  await answerAndContinue(page, {});
  await answerAndContinue(page, {});
  await answerAndContinue(page, { homeAge: '40', 'more-home': 'yes' });
  await expect(page.getByRole('heading', { name: 'Person 2 at home' })).toBeFocused();
  await answerAndContinue(page, { 'homeAge-2': '7' });
  await expect(page.locator('[data-answers]')).toContainText('How old is person 2?');
});

test('[E34] a professional fills in one page: checked, stopped and sent where it stands', async ({ page, engine }) => {
  await page.goto(`${engine.url}/en/forms/whole/`);
  await expect(page.locator('html')).toHaveAttribute('data-script', 'on');
  await expect(continueButton(page)).toBeHidden();
  await expect(sendButton(page)).toBeVisible();
  await expect(page.locator('[data-goes-to]')).toHaveText('This goes to the test team.');
  await expect(page.locator('[data-page="not-agreed"], [data-question="urgencyWhy"]')).toHaveCount(2);
  await expect(page.locator('[data-page="not-agreed"]')).toBeHidden();
  await expect(page.locator('[data-question="urgencyWhy"]')).toBeHidden();

  await sendButton(page).click();
  await expect(summaryLinks(page)).toHaveText(['Choose if they agree', 'Enter their name']);
  await expect(errorSummary(page)).toBeFocused();
  await answerQuestion(page, 'preferredName', 'Ala');
  await answerQuestion(page, 'urgency', 'soon');
  await expect(page.locator('[data-question="urgencyWhy"]')).toBeVisible();

  await answerQuestion(page, 'personAgrees', 'no');
  await expect(page.getByRole('heading', { name: 'Ask them first' })).toBeVisible();
  await expect(page.getByRole('status').filter({ hasText: 'Ask them first' })).toHaveCount(1);
  await expect(sendButton(page)).toBeHidden();
  await expect(page.locator('[data-page="person"]')).toBeHidden();
  expect(await violations(page)).toEqual([]);

  await answerQuestion(page, 'personAgrees', 'yes');
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Ala');
  await sendButton(page).click();
  await expectState(page, 'sent');
});

test('a survey says that nobody can reply, has no reference, and offers the equality questions', async ({
  page,
  engine,
}) => {
  await openForm(page, engine.url, 'survey');
  await answerAndContinue(page, { comment: 'More evenings.' });
  await sendButton(page).click();
  await expectState(page, 'saved');
  await expect(page.locator('.status-reference')).toHaveCount(0);
  await page.goto(`${engine.url}/en/your-forms/`);
  await expect(page.locator('[data-parcel^="monitoring:"]')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('[E34] [G1] an exit comes back on top, with its links and every answer, and can be left again', async ({
    page,
    engine,
  }) => {
    await page.goto(`${engine.url}/en/forms/whole/`);
    await answerQuestion(page, 'personAgrees', 'no');
    await answerQuestion(page, 'preferredName', 'Ala');
    const posted = page.waitForResponse(/\/submit\/whole/);
    await sendButton(page).click();
    expect((await posted).status()).toBe(422);

    const exit = page.getByRole('region', { name: 'Ask them first' });
    await expect(exit).toContainText('You cannot send this form until they agree.');
    await expect(exit.getByRole('link')).toHaveText([/^Help now/, /^All services/]);
    await expect(page).toHaveTitle(/^Ask them first/);
    await expect(page.locator('[name="preferredName"]')).toHaveValue('Ala');
    await answerQuestion(page, 'personAgrees', 'yes');
    await sendButton(page).click();
    await expectState(page, 'sent');
  });

  test('[G1] a date comes back in its boxes with what is wrong', async ({ page, engine }) => {
    await page.goto(`${engine.url}/en/forms/steps/`);
    await answerQuestion(page, 'personAgrees', 'yes');
    await typeDate(page, 'seenOn', { day: '31', month: '2', year: '2026' });
    await sendButton(page).click();
    await expect(page.locator('.error-summary a')).toHaveText(['Enter a real date for when you saw them']);
    await expect(page.locator('[name="seenOn-day"]')).toHaveValue('31');
    await typeDate(page, 'seenOn', { day: '28' });
    await sendButton(page).click();
    await expectState(page, 'sent');
  });

  test('a form that has ended takes nothing, and gives back what was written', async ({ page, engine }) => {
    await page.goto(`${engine.url}/en/forms/ended/`);
    await answerQuestion(page, 'preferredName', 'Ala <b>');
    await typeDate(page, 'day', { day: '2', month: '4', year: '2026' });
    await answerQuestion(page, 'help', ['housing', 'money']);
    const posted = page.waitForResponse(/\/submit\/ended/);
    await sendButton(page).click();
    expect((await posted).status()).toBe(410);
    await expect(page.locator('main')).toContainText('This form is closed, so nothing was sent.');
    for (const said of ['Ala <b>', '2 April 2026', 'Housing', 'Money']) {
      await expect(page.locator('main .summary-list')).toContainText(said);
    }
    await expect(page.locator('form[data-form]')).toHaveCount(0);
  });

  test('an anonymous form is thanked for, with no reference', async ({ page, engine }) => {
    await page.goto(`${engine.url}/en/forms/survey/`);
    await answerQuestion(page, 'comment', 'More evenings.');
    await sendButton(page).click();
    await expect(page.locator('[data-submission-state="sent"]')).toContainText(
      'Thank you. You did not give your name, so we cannot reply.',
    );
    await expect(page.locator('.status-reference')).toHaveCount(0);
    await expect(page.getByRole('link', { name: 'Answer questions about you' })).toBeVisible();
  });
});
