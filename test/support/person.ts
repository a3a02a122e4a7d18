import { expect, type Locator, type Page } from '@playwright/test';
import type { Answers } from '#core/criteria/criterion.ts';

/** Opens a form and waits until it asks one page at a time. */
export async function openForm(page: Page, url: string, form: string, language = 'en'): Promise<void> {
  await page.goto(`${url}/${language}/forms/${form}/`);
  await expect(continueButton(page)).toBeVisible();
}

/** A step comes within milliseconds on an idle machine, and the whole form is dozens of them. */
const AT_SHORT_INTERVALS = { intervals: [10, 20, 40, 80, 160, 320, 640] };

export const continueButton = (page: Page): Locator => page.locator('form[data-form] button[data-at="page"]');
export const sendButton = (page: Page): Locator => page.locator('button[data-action="send"]');
export const backButton = (page: Page): Locator => page.locator('form[data-form] button[data-back]');
export const errorSummary = (page: Page): Locator => page.locator('[data-error-summary] > *');
export const status = (page: Page): Locator => page.locator('[data-submission-state]');

/** The id of the form page on the screen, or `check`; `all` while the form still stands there whole. */
export async function stepOnScreen(page: Page): Promise<string> {
  const steps = await page
    .locator('section[data-page]:visible, section[data-check]:visible')
    .evaluateAll((sections) => sections.map((section) => section.getAttribute('data-page') ?? 'check'));
  return steps.length > 1 ? 'all' : (steps[0] ?? 'none');
}

/** Waits until the page fetches nothing any more: what Send needs is then here, and the signal may go. */
export async function fetchingRests(page: Page): Promise<void> {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length);
  let before = -1;
  await expect
    .poll(
      async () => {
        const now = await fetched();
        const rests = now === before;
        before = now;
        return rests;
      },
      { intervals: [300], message: 'the page to rest' },
    )
    .toBe(true);
}

/** Answers the questions in sight that there is an answer for, in order, as they appear. */
export async function answerPage(page: Page, answers: Answers): Promise<void> {
  const done = new Set<string>();
  for (;;) {
    const ids = await page
      .locator('section[data-page]:visible [data-question]:visible')
      .evaluateAll((questions) => questions.map((question) => question.getAttribute('data-question') ?? ''));
    const next = ids.find((id) => id in answers && !done.has(id));
    if (next === undefined) return;
    done.add(next);
    await answerQuestion(page, next, answers[next] ?? '');
  }
}

/** Types or chooses one answer in the control with that name. */
export async function answerQuestion(page: Page, name: string, answer: string | readonly string[]): Promise<void> {
  const controls = page.locator(`form[data-form] [name="${name}"]`);
  const type = await controls.first().getAttribute('type');
  if (type !== 'radio' && type !== 'checkbox') {
    await controls.fill(String(answer));
    return;
  }
  for (const value of typeof answer === 'string' ? [answer] : answer) {
    await page.locator(`form[data-form] [name="${name}"][value="${value}"]`).check();
  }
}

/** Answers the page on the screen and goes on to the next. */
export async function answerAndContinue(page: Page, answers: Answers): Promise<void> {
  const step = await stepOnScreen(page);
  await answerPage(page, answers);
  await continueButton(page).click();
  await expect
    .poll(() => stepOnScreen(page), { ...AT_SHORT_INTERVALS, message: `the page after "${step}"` })
    .not.toBe(step);
}

/** Goes through the form page by page to the check of all answers, or as far as `until`. */
export async function fillForm(page: Page, answers: Answers, until = 'check'): Promise<void> {
  for (let steps = 0; steps < 40; steps += 1) {
    const step = await stepOnScreen(page);
    if (step === until || step === 'check') return;
    await answerAndContinue(page, answers);
  }
  throw new Error('The form did not end');
}

/** Opens, fills and checks a form; all that is left is to send it. */
export async function readyToSend(page: Page, url: string, form: string, answers: Answers, language = 'en') {
  await openForm(page, url, form, language);
  await fillForm(page, answers);
  await expect(sendButton(page)).toBeVisible();
}

/** Presses Send and waits for a state: `sent` by default. */
export async function send(page: Page, state: 'saved' | 'sent' | 'needs-attention' = 'sent'): Promise<void> {
  await sendButton(page).click();
  await expectState(page, state);
}

export async function expectState(page: Page, state: 'saved' | 'sent' | 'needs-attention', timeout = 30_000) {
  await expect(status(page).first()).toHaveAttribute('data-submission-state', state, { timeout });
}

/** Waits until the device keeps a draft of the form. */
export async function draftKept(page: Page, form: string): Promise<void> {
  const keys = () =>
    page.evaluate(async () => {
      const all: string[] = [];
      for (const { name = '' } of await indexedDB.databases()) {
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          const opening = indexedDB.open(name);
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        for (const store of database.objectStoreNames) {
          const asking = database.transaction(store).objectStore(store).getAllKeys();
          await new Promise((resolve) => {
            asking.onsuccess = resolve;
          });
          all.push(...asking.result.map(String));
        }
        database.close();
      }
      return all;
    });
  await expect.poll(keys, { message: `the draft of ${form} to be kept` }).toContain(`draft:${form}`);
}
