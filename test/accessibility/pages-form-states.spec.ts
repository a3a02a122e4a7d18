import { derbyAnswers, southwarkAnswers } from '../support/answers.ts';
import { violations } from '../support/axe.ts';
import { languages, showsColours } from '../support/pages.ts';
import {
  answerPage,
  continueButton,
  errorSummary,
  expectState,
  fetchingRests,
  openForm,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { expect, test } from '../support/site.ts';

const forms = [
  ['derby-self', { ...derbyAnswers, cannotAttendReason: 'transport', personalCare: 'yes', carerMeetsCare: 'no' }],
  ['swk-self', { ...southwarkAnswers, needs: ['mentalHealth', 'homeless', 'autism', 'conviction'] }],
] as const;

for (const { code } of languages) {
  const colours = showsColours(code);
  for (const [form, answers] of forms) {
    test(`[G2] [G3] ${form} in ${code} passes axe on each page, with problems and without, to the end`, async ({
      page,
      fresh,
    }) => {
      test.slow();
      const found: string[] = [];
      const look = async (where: string) => {
        for (const one of await violations(page, { colours })) found.push(`${where}: ${one}`);
      };
      await openForm(page, fresh.url, form, code);
      for (let step = await stepOnScreen(page); step !== 'check'; ) {
        await continueButton(page).click();
        await expect
          .poll(async () => (await errorSummary(page).isVisible()) || (await stepOnScreen(page)) !== step)
          .toBe(true);
        if (await errorSummary(page).isVisible()) {
          await look(`${step} with problems`);
          await answerPage(page, answers);
          await look(`${step} answered`);
          await continueButton(page).click();
          await expect.poll(() => stepOnScreen(page)).not.toBe(step);
        }
        step = await stepOnScreen(page);
        await look(step);
        await answerPage(page, answers);
      }
      await fetchingRests(page);
      await page.context().setOffline(true);
      await sendButton(page).click();
      await expectState(page, 'saved');
      await look('saved');
      await page.context().setOffline(false);
      await page.goto(`${fresh.url}/${code}/your-forms/`);
      await expectState(page, 'sent');
      await look('your forms, sent');
      expect(found).toEqual([]);
    });
  }

  test(`[G2] the equality form in ${code} passes axe`, async ({ page, site }) => {
    await openForm(page, site.url, 'derby-equality', code);
    expect(await violations(page)).toEqual([]);
  });

  test(`[G1] [G3] the plain form with problems in ${code} passes axe`, async ({ page, site }) => {
    // The page's own scripts are kept away; axe needs a browser that runs its own.
    await page.route('**/*.js', (route) => route.abort());
    await page.goto(`${site.url}/${code}/forms/derby-self/`);
    await page.locator('button[data-action="send"]').click();
    await expect(page.locator('[name="preferredName"]')).toHaveAttribute('aria-invalid', 'true');
    expect(await violations(page)).toEqual([]);
  });
}
