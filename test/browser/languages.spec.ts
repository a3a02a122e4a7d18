import { derbyAnswers } from '../support/answers.ts';
import { heldIds, openHeld } from '../support/held.ts';
import { fillForm, openForm, send, status, stepOnScreen } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test('[G10] a translation that nobody has checked says so', async ({ page, site }) => {
  await page.goto(`${site.url}/pl/`);
  await expect(page.locator('main .unchecked')).toBeVisible();
});

test('[G9] the Arabic page is mirrored: the name of the site stands at the right', async ({ page, site }) => {
  await page.setViewportSize({ width: 1000, height: 800 });
  await page.goto(`${site.url}/ar/`);
  const arabic = await page.locator('.site-name').boundingBox();
  await page.goto(`${site.url}/en/`);
  const english = await page.locator('.site-name').boundingBox();
  expect(english?.x ?? 0).toBeLessThan(300);
  expect((arabic?.x ?? 0) + (arabic?.width ?? 0)).toBeGreaterThan(700);
});

test('[G9] numbers of telephones keep their direction on an Arabic page', async ({ page, site }) => {
  await page.goto(`${site.url}/ar/forms/derby-self/`);
  await expect(page.locator('input[name="phone"]')).toHaveAttribute('dir', 'ltr');
});

for (const [header, code] of [
  ['pl,en;q=0.5', 'pl'],
  ['ar-EG, ar;q=0.9', 'ar'],
  ['fr-FR, en-GB;q=0.8', 'en'],
  ['en;q=0.1, pl;q=0.9', 'pl'],
] as const) {
  test(`[G8] the door sends a reader of "${header}" to /${code}/`, async ({ request, site }) => {
    const answer = await request.get(`${site.url}/`, { headers: { 'accept-language': header }, maxRedirects: 0 });
    expect(answer.status()).toBeGreaterThanOrEqual(300);
    expect(answer.status()).toBeLessThan(400);
    expect(answer.headers()['location']).toMatch(new RegExp(`/${code}/$`));
  });
}

test('[G8] a language that is not offered gets English or the choice', async ({ request, site }) => {
  const answer = await request.get(`${site.url}/`, { headers: { 'accept-language': 'cy' } });
  expect(answer.status()).toBe(200);
});

test('[G8] switching from English to Polish to Arabic keeps the page of the form and every answer', async ({
  page,
  fresh,
}) => {
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, derbyAnswers, 'help');
  await page.locator('[name="whatHelp"][value="course"]').check();
  await page.locator('[name="inOwnWords"]').fill('Zażółć gęślą jaźń');

  for (const code of ['pl', 'ar']) {
    await page.locator(`a[data-language-switch="${code}"]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect.poll(() => stepOnScreen(page)).toBe('help');
    await expect(page.locator('[name="whatHelp"][value="course"]')).toBeChecked();
    await expect(page.locator('[name="inOwnWords"]')).toHaveValue('Zażółć gęślą jaźń');
    await expect(page).toHaveURL(`${fresh.url}/${code}/forms/derby-self/`);
  }

  await fillForm(page, { ...derbyAnswers, inOwnWords: 'Zażółć gęślą jaźń' });
  await send(page);
  const [id = ''] = await heldIds(fresh);
  const opened = await openHeld(fresh, id);
  expect(opened.language).toBe('ar');
  expect(opened.answers).toMatchObject({ preferredName: 'Sam Żółć', inOwnWords: 'Zażółć gęślą jaźń' });
});

test('[G8] switching language on the check of all answers stays there, in the words of the language', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, derbyAnswers);
  const english = await page.locator('[data-check]').innerText();
  await page.locator('a[data-language-switch="pl"]').click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  await expect.poll(() => stepOnScreen(page)).toBe('check');
  await expect(page.locator('[data-check]')).toContainText('Sam Żółć');
  expect(await page.locator('[data-check]').innerText()).not.toBe(english);
});

test('[G8] switching language after sending keeps the state in sight', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, derbyAnswers);
  await send(page);
  await page.locator('a[data-language-switch="ar"]').click();
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(status(page).first()).toHaveAttribute('data-submission-state', 'sent');
  expect(await heldIds(fresh)).toHaveLength(1);
});
