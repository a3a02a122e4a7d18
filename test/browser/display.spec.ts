import { derbyAnswers } from '../support/answers.ts';
import { tooWide } from '../support/look-at-page.ts';
import { continueButton, errorSummary, fetchingRests, fillForm, openForm, status } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test('[G5] the form with problems and the check of all answers fit 320 pixels', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 256 });
  await openForm(page, site.url, 'derby-self', 'pl');
  await continueButton(page).click();
  await expect(errorSummary(page)).toBeFocused();
  expect(await tooWide(page)).toEqual([]);
  await fillForm(page, { ...derbyAnswers, preferredName: 'W'.repeat(100) });
  expect(await tooWide(page)).toEqual([]);
});

test('[G5] text spaced as WCAG 1.4.12 asks is not cut off', async ({ page, site }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${site.url}/en/forms/derby-self/`);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-block-end:2em!important}',
    );
    document.adoptedStyleSheets.push(sheet);
  });
  expect(await tooWide(page)).toEqual([]);
  const cut = await page.evaluate(() =>
    [...document.querySelectorAll('a, button, p, li, label, h1, h2, legend')]
      .filter(
        (element) => !element.closest('.visually-hidden, .skip') && !element.classList.contains('visually-hidden'),
      )
      .filter(
        (element) =>
          getComputedStyle(element).overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1,
      )
      .map((element) => element.outerHTML.slice(0, 90)),
  );
  expect(cut).toEqual([]);
});

test('[G7] with reduced motion nothing moves', async ({ page, site }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of ['/', '/forms/derby-self/', '/your-forms/']) {
    await page.goto(`${site.url}/en${path}`);
    const moving = await page.evaluate(
      () =>
        [...document.querySelectorAll('body *')].filter((element) => {
          const { animationName, animationDuration, transitionDuration } = getComputedStyle(element);
          const seconds = (text: string) => Math.max(...text.split(',').map(Number.parseFloat));
          return (animationName !== 'none' && seconds(animationDuration) > 0.01) || seconds(transitionDuration) > 0.01;
        }).length,
    );
    expect(moving, path).toBe(0);
  }
});

test('[G7] dark mode is dark', async ({ page, site }) => {
  const brightness = () =>
    page.evaluate(() => {
      const [red = 0, green = 0, blue = 0] =
        getComputedStyle(document.body)
          .backgroundColor.match(/[\d.]+/g)
          ?.map(Number) ?? [];
      return (red + green + blue) / 3;
    });
  await page.goto(`${site.url}/en/`);
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await brightness();
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await brightness()).toBeLessThan(90);
  expect(light).toBeGreaterThan(180);
});

test('[G7] in high contrast the controls, the button and the current page stay visible', async ({ page, site }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openForm(page, site.url, 'derby-self');
  for (const css of ['input[name="preferredName"]', 'button[data-at="page"]']) {
    const border = await page.locator(css).evaluate((element) => {
      const { borderTopStyle, borderTopWidth, outlineStyle } = getComputedStyle(element);
      return borderTopStyle !== 'none' && borderTopWidth !== '0px' ? 'border' : outlineStyle;
    });
    expect(border, css).not.toBe('none');
  }
});

test('[G6] a problem is told in words and by a line, not by colour alone', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await continueButton(page).click();
  await expect(page.locator('#preferredName-problem')).toContainText('To fix: Enter the name we should call you');
});

test('[G6] the state of a form stands in words', async ({ page, context, site }) => {
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, derbyAnswers);
  await fetchingRests(page);
  await context.setOffline(true);
  await page.locator('button[data-action="send"]').click();
  await expect(status(page).first()).toContainText('Saved on this device. Not sent yet.');
  await context.setOffline(false);
});

for (const path of ['/forms/derby-self/', '/services/lot3/', '/help-now/']) {
  test(`[G28] ${path} prints without navigation, on A4`, async ({ page, site }) => {
    await page.emulateMedia({ media: 'print' });
    await page.goto(`${site.url}/en${path}`);
    await expect(page.locator('nav').first()).toBeHidden();
    await expect(page.locator('a.skip')).toBeHidden();
    await expect(page.locator('main h1').first()).toBeVisible();
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.byteLength).toBeGreaterThan(1_000);
  });
}

test('[G28] [G29] a form printed with script on shows every question, not one page of them', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('section[data-page="name"]')).toBeVisible();
  await expect(page.locator('section[data-page="consent"]')).toBeVisible();
  await expect(page.locator('[name="derbyResidence"]').first()).toBeVisible();
});

test('[G28] what was sent prints with its reference and dates', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, derbyAnswers);
  await page.locator('button[data-action="send"]').click();
  await expect(status(page).first()).toHaveAttribute('data-submission-state', 'sent');
  await page.emulateMedia({ media: 'print' });
  await expect(status(page).first()).toBeVisible();
  await expect(page.locator('nav').first()).toBeHidden();
});
