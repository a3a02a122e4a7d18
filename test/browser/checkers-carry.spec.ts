import type { Page } from '@playwright/test';
import { check, continueButton, openCheck, outcome, putAnswer, questionOnScreen } from '../support/check.ts';
import { draftKept } from '../support/person.ts';
import { expect, keptForOffline, test } from '../support/site.ts';

const derby = { age: '34', residence: 'derby', mentalHealthNeed: 'yes', carerOrFamily: 'no', personalCare: 'yes' };
const whole = { ...derby, carerMeetsCare: 'yes' };

/** Names of built files have letters and digits by chance. */
const HASHED = /\/_astro\/[\w.-]+/g;

const startForm = (page: Page) => page.locator('[data-start-form="/forms/derby-self/"]').click();
const brought = (page: Page) => page.locator('[data-notice="brought"]');
const checked = (page: Page, name: string, value: string) =>
  expect(page.locator(`form[data-form] [name="${name}"][value="${value}"]`)).toBeChecked();

test('[G23] no request carries an answer, and neither do address, history, storage or cookies', async ({
  page,
  site,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`));
  const postcode = 'SE17 1RW';
  const answers = { hasFixedAddress: 'yes', postcode, age: '47', workStatus: 'not-in-work' };
  await check(page, site.url, 'southwark-works', { ...answers, circumstances: ['conviction'] });
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  expect(
    asked.filter((one) => /SE17|1RW|conviction|\?|47/i.test(one.replace(site.url, '').replace(HASHED, ''))),
  ).toEqual([]);
  const left = await page.evaluate(() =>
    JSON.stringify([location.href, history.state, { ...localStorage }, { ...sessionStorage }, document.cookie]),
  );
  expect(left).not.toMatch(/SE17|conviction|not-in-work/);
  expect(JSON.parse(left)[0]).toBe(`${site.url}/en/check/southwark-works/`);
});

test('answers go into the form if the person wishes, never by the address; they are kept locked, and can be taken out', async ({
  page,
  site,
}) => {
  const loaded: string[] = [];
  page.on('request', (request) => {
    if (request.isNavigationRequest()) loaded.push(request.url());
  });
  await check(page, site.url, 'derby', whole);
  await startForm(page);
  await expect(brought(page)).toBeVisible();
  expect(page.url()).toBe(`${site.url}/en/forms/derby-self/`);
  expect(loaded).toEqual([`${site.url}/en/check/derby/`]);
  await expect(page.locator('main h1').first()).toBeFocused();
  await checked(page, 'derbyResidence', 'derby');
  await checked(page, 'ageBand', '25-34');
  await checked(page, 'carerMeetsCare', 'yes');
  await expect(brought(page).locator('li')).toHaveCount(4);

  await draftKept(page, 'derby-self');
  await page.reload();
  await expect(brought(page)).toBeVisible();
  await checked(page, 'ageBand', '25-34');

  await page.getByRole('button', { name: 'Take them out' }).click();
  await expect(brought(page)).toBeHidden();
  await expect(page.locator('form[data-form] [name="derbyResidence"]:checked')).toHaveCount(0);
  await expect(page.locator('form[data-form] [name="ageBand"]:checked')).toHaveCount(0);
});

test('Back from the form brings the check back as it stood', async ({ page, site }) => {
  await check(page, site.url, 'derby', whole);
  await startForm(page);
  await expect(brought(page)).toBeVisible();
  await page.goBack();
  await expect(page.locator('[data-check-result]')).toBeVisible();
  expect(page.url()).toBe(`${site.url}/en/check/derby/`);
  await expect(outcome(page, 'derby-self')).toBeVisible();
  await page.goForward();
  // Forward loads the form anew.
  await expect(page.locator('section[data-page="name"]')).toBeVisible();
  await expect(page.locator('section[data-page="contact"]')).toBeHidden();
});

test('[G8] the language can change amid the questions, and no answer is lost', async ({ page, site }) => {
  await openCheck(page, site.url, 'derby');
  await putAnswer(page, 'age', '34');
  await continueButton(page).click();
  await expect.poll(() => questionOnScreen(page)).toBe('residence');
  for (const code of ['pl', 'ar']) {
    await page.locator(`a[data-language-switch="${code}"]`).click();
    await expect(page.locator('html')).toHaveAttribute('lang', code);
    await expect.poll(() => questionOnScreen(page)).toBe('residence');
    expect(new URL(page.url()).pathname).toBe(`/${code}/check/derby/`);
  }
  await page.goBack();
  await expect(page.locator('#age')).toHaveValue('34');
});

test('[G4] the whole check works by keyboard, with focus on each question', async ({ page, site }) => {
  await openCheck(page, site.url, 'derby');
  await page.locator('#age').focus();
  await page.keyboard.type('34');
  await page.keyboard.press('Enter');
  for (const value of ['derby', 'yes', 'no', 'no']) {
    await expect(page.locator('[data-check] h2').first()).toBeFocused();
    await page.keyboard.press('Tab');
    if ((await page.locator('summary:focus').count()) > 0) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    const chosen = page.locator(`.check-step [value="${value}"]:focus:checked`);
    for (let tries = 0; tries < 4 && (await chosen.count()) === 0; tries += 1) await page.keyboard.press('ArrowDown');
    await expect(chosen).toHaveCount(1);
    await page.keyboard.press('Enter');
  }
  await expect(page.locator('[data-check-result] h2')).toBeFocused();
});

test('[G2] what was answered is said to those who cannot see it', async ({ page, site }) => {
  await openCheck(page, site.url, 'derby');
  await putAnswer(page, 'age', '34');
  await continueButton(page).click();
  await expect(page.locator('[role="status"]').filter({ hasText: 'Your answer: 34' })).toHaveCount(1);
});

test('[G28] the result prints without navigation, with its reasons, rule version and date', async ({ page, site }) => {
  await check(page, site.url, 'derby', whole);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  for (const gone of ['.site-header', '.site-footer', '.buttons >> nth=0']) {
    await expect(page.locator(gone).first()).toBeHidden();
  }
  const printed = await page.locator('main').innerText();
  expect(printed).toContain('You are 18 or over.');
  expect(printed).toContain('Rules: derby-2026-1');
  expect(printed).toContain('Last compared with it:');
  expect(printed).not.toContain('What counts, in words');
});

test('the result can be copied as text, with next steps and without the answers', async ({ page, site, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await check(page, site.url, 'derby', whole);
  await page.getByRole('button', { name: 'Copy this' }).click();
  await expect(page.locator('[data-said]')).toContainText('Copied');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain('Yes, likely');
  expect(copied).toContain(`${site.url}/en/forms/derby-self/`);
  expect(copied).toContain('derby-2026-1');
  // The address may hold any number.
  expect(copied.replaceAll(site.url, '')).not.toContain('34');
});

test('[C5] a question about abuse has a way to leave at once, and Derby a panel for emergencies that Southwark has not', async ({
  page,
  site,
}) => {
  await openCheck(page, site.url, 'leicestershire');
  await expect(page.locator('[data-quick-exit]')).toBeVisible();
  for (const [id, panels] of [
    ['derby', 1],
    ['southwark-works', 0],
  ] as const) {
    await page.goto(`${site.url}/en/check/${id}/`);
    await expect(page.locator('aside.crisis')).toHaveCount(panels);
  }
});

test('the checks are one step from home, from a service and from the navigation', async ({ page, site }) => {
  await page.goto(`${site.url}/en/`);
  await expect(page.locator('.site-nav a[href="/en/check/"]')).toBeVisible();
  await expect(page.locator('main a[href="/en/check/derby/"]')).toBeVisible();
  await page.goto(`${site.url}/en/services/lot3/`);
  await expect(page.locator('main a[href="/en/check/southwark-works/"]')).toBeVisible();
});

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a check works from the first question to the form, postcode and all', async ({ page, site }) => {
    await page.goto(`${site.url}/en/`);
    await keptForOffline(page);
    await page.context().setOffline(true);
    const answers = { hasFixedAddress: 'yes', postcode: 'SE17 1RW', age: '34', workStatus: 'not-in-work' };
    const { yes } = await check(page, site.url, 'southwark-works', { ...answers, circumstances: ['mentalHealth'] });
    expect(yes).toEqual(expect.arrayContaining(['residence', 'lot3']));
    await page.locator('[data-start-form]').first().click();
    await expect(brought(page)).toBeVisible();
    await expect(page.locator('form[data-form] [name="postcode"]')).toHaveValue('SE17 1RW');
  });
});
