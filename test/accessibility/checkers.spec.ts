import { checkerIds, readChecker } from '#publish/checkers/read-checkers.ts';
import { violations } from '../support/axe.ts';
import { answerOne, check, continueButton, openCheck, outcome, questionOnScreen } from '../support/check.ts';
import { languages, showsColours } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';

const narrow = { width: 320, height: 640 };
const kinds = new Map(readChecker('southwark-works').definition.questions.map(({ id, kind }) => [id, kind]));

for (const [place, { code, direction }] of languages.entries()) {
  const colours = showsColours(code);
  // English has them all; of the other languages each has a part, so that every check is seen in two.
  const ids = checkerIds().filter(
    (_, at) => code === 'en' || at % (languages.length - 1) === place % (languages.length - 1),
  );

  test(`[G2] [G5] [G9] [G10] the checks in ${code} pass axe with their rules in words, in their language, at 320 pixels`, async ({
    page,
    site,
  }) => {
    test.slow();
    await page.setViewportSize(narrow);
    // Without its questions the page stands as it does without script.
    await page.route('**/checker.json', (route) => route.abort());
    const found: string[] = [];
    for (const id of ids) {
      await page.goto(`${site.url}/${code}/check/${id}/`);
      await expect(page.locator('html')).toHaveAttribute('dir', direction);
      await expect(page.locator('h1')).toHaveCount(1);
      const language = await page.locator('main h1').evaluate((h1) => h1.closest('[lang]')?.getAttribute('lang'));
      if (language !== code) await expect(page.locator('main .notice').first()).toBeVisible();
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      if (!fits) found.push(`${id}: scrolls sideways`);
      for (const one of await violations(page, { colours })) found.push(`${id}: ${one}`);
    }
    expect(found).toEqual([]);
  });

  test(`[G2] [G3] [G5] [G6] questions of each kind and the result of a check in ${code} pass axe and fit 320 pixels`, async ({
    page,
    site,
  }) => {
    test.slow();
    const found: string[] = [];
    const look = async (where: string) => {
      for (const one of await violations(page, { colours })) found.push(`${where}: ${one}`);
    };
    const fitsNarrow = async (where: string) => {
      const wide = page.viewportSize();
      await page.setViewportSize(narrow);
      const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      if (!fits) found.push(`${where}: scrolls sideways`);
      if (wide) await page.setViewportSize(wide);
    };
    const seen = new Set<string>();
    await openCheck(page, site.url, 'southwark-works', code);
    while (!(await page.locator('[data-check-result]').isVisible())) {
      const question = (await questionOnScreen(page)) ?? '';
      const kind = kinds.get(question) ?? question;
      await fitsNarrow(question);
      if (!seen.has(kind)) {
        seen.add(kind);
        await look(question);
        await continueButton(page).click();
        await expect(page.locator('.error-summary')).toBeFocused();
        await look(`${question} with a problem`);
      }
      await answerOne(page, {
        hasFixedAddress: 'yes',
        circumstances: ['homeless', 'unpaidCarer', 'autism'],
        workStatus: 'employed',
      });
    }
    expect([...seen].sort()).toEqual(['one-of', 'postcode', 'some-of', 'whole-number']);
    await look('result');
    for (const details of await page.locator('[data-check-result] summary').all()) {
      if (await details.isVisible()) await details.click();
    }
    await fitsNarrow('result');
    await look('result, opened');
    expect(found).toEqual([]);
  });
}

test('[G6] each outcome says in words how it stands, and a result that is "not this one" passes axe', async ({
  page,
  site,
}) => {
  await check(page, site.url, 'derby', { age: '34', residence: 'derby', mentalHealthNeed: 'yes' });
  for (const card of await page.locator('[data-check-result] [data-result]').all()) {
    await expect(card.locator('.outcome__result')).toHaveText(/Yes, likely|Maybe\. Ask us|Not this one/);
  }
  await check(page, site.url, 'derby', { age: '34', residence: 'elsewhere' });
  await expect(outcome(page, 'derby-self').locator('.outcome__result')).toHaveText('Not this one');
  expect(await violations(page)).toEqual([]);
});
