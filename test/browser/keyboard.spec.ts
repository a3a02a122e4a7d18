import type { Page } from '@playwright/test';
import { derbyAnswers } from '../support/answers.ts';
import { expectOneHeld } from '../support/held.ts';
import { expectState, openForm, sendButton, stepOnScreen } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

/** Presses Tab until the wanted control has focus. */
async function tabTo(page: Page, css: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, css)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${css}`);
}

test('[G4] the whole way from the home page to "Sent" goes by keyboard alone', async ({ page, fresh }) => {
  test.slow();
  await page.goto(`${fresh.url}/en/`);
  await page.keyboard.press('Tab');
  await expect(page.locator('a.skip')).toBeFocused();
  await page.keyboard.press('Enter');
  await tabTo(page, 'main a[href="/en/forms/derby-self/"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('button[data-at="page"]')).toBeVisible();

  for (let steps = 0; steps < 30; steps += 1) {
    const step = await stepOnScreen(page);
    if (step === 'check') break;
    for (;;) {
      const next = await nextQuestion(page);
      if (!next) break;
      await answerByKey(page, next.name, next.type);
    }
    await tabTo(page, 'button[data-at="page"]');
    await page.keyboard.press('Enter');
    await expect.poll(() => stepOnScreen(page)).not.toBe(step);
  }
  await tabTo(page, 'button[data-action="send"]');
  await page.keyboard.press('Enter');
  await expectState(page, 'sent');
  expect((await expectOneHeld(fresh)).answers).toMatchObject({ preferredName: 'Sam', derbyResidence: 'derby' });
});

/** The first question in sight that has an answer here and is not answered yet. */
async function nextQuestion(page: Page): Promise<{ name: string; type: string } | undefined> {
  const open = await page.locator('section[data-page]:visible [data-question]:visible').evaluateAll((questions) =>
    questions.flatMap((question) => {
      const controls = [...question.querySelectorAll<HTMLInputElement>('input, textarea')];
      const [first] = controls;
      const choice = first?.type === 'radio' || first?.type === 'checkbox';
      const answered = choice ? controls.some(({ checked }) => checked) : first?.value !== '';
      return first && !answered ? [{ name: first.name, type: first.type }] : [];
    }),
  );
  return open.find(({ name }) => name in derbyAnswers);
}

async function answerByKey(page: Page, name: string, type: string): Promise<void> {
  await tabTo(page, `[name="${name}"]`);
  if (type === 'checkbox' || (type === 'radio' && name !== 'ageBand')) await page.keyboard.press('Space');
  else if (type === 'radio') {
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
  } else await page.keyboard.type(name === 'preferredName' ? 'Sam' : String(derbyAnswers[name]));
}

test('[G4] focus is always in sight: every stop of Tab shows an outline and lies on the screen', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  const unseen: string[] = [];
  for (let presses = 0; presses < 30; presses += 1) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const style = getComputedStyle(focused);
      const around = focused.closest('label') ? getComputedStyle(focused.closest('label') as Element) : style;
      const marked = [style, around].some(
        (one) => (one.outlineStyle !== 'none' && one.outlineWidth !== '0px') || one.boxShadow !== 'none',
      );
      const { top, bottom } = focused.getBoundingClientRect();
      const onScreen = bottom > 0 && top < innerHeight;
      return { what: focused.outerHTML.slice(0, 70), marked, onScreen };
    });
    if (seen && !(seen.marked && seen.onScreen)) unseen.push(JSON.stringify(seen));
  }
  expect(unseen).toEqual([]);
});

test('[G4] after each Continue focus stands on the heading of the new page', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.locator('[name="preferredName"]').fill('Sam');
  await page.keyboard.press('Enter');
  await expect(page.locator('section[data-page="contact"] h2')).toBeFocused();
  await page.goBack();
  await expect(page.locator('section[data-page="name"] h2')).toBeFocused();
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Sam');
});

test('[G4] Enter in the only field of a page goes on and never sends', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.locator('[name="preferredName"]').press('Enter');
  await expect(page.locator('[name="preferredName"]')).toHaveAttribute('aria-invalid', 'true');
  await expect(sendButton(page)).toBeHidden();
});
