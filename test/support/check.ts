import { expect, type Locator, type Page } from '@playwright/test';
import type { Answer, Answers } from '#core/criteria/criterion.ts';

/** Opens a checker and waits for its first question. */
export async function openCheck(page: Page, url: string, checker: string, language = 'en'): Promise<void> {
  await page.goto(`${url}/${language}/check/${checker}/`);
  await expect(page.locator('.check-step')).toBeVisible();
}

/** The question on the screen; nothing when it is a result or something urgent. */
export async function questionOnScreen(page: Page): Promise<string | undefined> {
  const shown = page.locator('[data-check] [data-question], [data-check-result], [data-at-once]').first();
  return (await shown.getAttribute('data-question')) ?? undefined;
}

/** Puts an answer into the question on the screen, without going on. */
export async function putAnswer(page: Page, question: string, answer: Answer): Promise<void> {
  const first = page.locator(`.check-step #${question}`);
  const type = await first.getAttribute('type');
  const values = typeof answer === 'string' ? [answer] : answer.length > 0 ? answer : ['none-of-these'];
  if (type === 'radio' || type === 'checkbox') {
    for (const value of values) await page.locator(`.check-step [name="${question}"][value="${value}"]`).check();
    return;
  }
  const [year = '', month = '', day = ''] = String(answer).split('-');
  if ((await first.getAttribute('name')) === `${question}-day`) {
    await first.fill(day);
    await page.locator(`#${question}-month`).fill(month);
    await page.locator(`#${question}-year`).fill(year);
  } else {
    await first.fill(String(answer));
  }
}

export const continueButton = (page: Page): Locator => page.locator('.check-step button[type="submit"]');
export const notSureButton = (page: Page): Locator => page.locator('.check-step .button--secondary');

/** Answers the question on the screen and goes on: "not sure" where there is no answer for it. */
export async function answerOne(page: Page, answers: Answers): Promise<void> {
  const question = await questionOnScreen(page);
  if (question === undefined) throw new Error('No question is on the screen.');
  const answer = answers[question];
  const isTyped = (await notSureButton(page).count()) > 0;
  if (answer === undefined && isTyped) {
    await notSureButton(page).click();
  } else {
    await putAnswer(page, question, answer ?? 'not-sure');
    await continueButton(page).click();
  }
  await expect.poll(() => questionOnScreen(page), { message: `after ${question}` }).not.toBe(question);
}

/** Answers all that is asked. Answers which questions those were. What is urgent is read and passed. */
export async function answerAll(page: Page, answers: Answers): Promise<readonly string[]> {
  const asked: string[] = [];
  for (;;) {
    if (await page.locator('[data-check-result]').isVisible()) return asked;
    const urgent = page.locator('[data-at-once]');
    if (await urgent.isVisible()) {
      await page.locator('.check-at-once .button--secondary').click();
      await expect(urgent).toBeHidden();
      continue;
    }
    asked.push((await questionOnScreen(page)) ?? '');
    await answerOne(page, answers);
  }
}

/** The result of a whole check: outcome ids by how they stand. */
export async function check(page: Page, url: string, checker: string, answers: Answers) {
  await openCheck(page, url, checker);
  const asked = await answerAll(page, answers);
  return { asked, ...(await resultOnScreen(page)) };
}

/** Outcome ids on the screen, those folded away too. */
export async function resultOnScreen(page: Page) {
  const ids = (result: string) =>
    page
      .locator(`[data-check-result] [data-result="${result}"]`)
      .evaluateAll((all) => all.map((one) => one.getAttribute('data-outcome') ?? ''));
  return { yes: await ids('yes'), maybe: await ids('maybe'), no: await ids('no') };
}

/** An outcome in the result. */
export const outcome = (page: Page, id: string): Locator => page.locator(`[data-check-result] [data-outcome="${id}"]`);
