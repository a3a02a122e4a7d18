import { isOpen } from '#publish/forms/form-programme.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { derbyAnswers, southwarkAnswers } from '../support/answers.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { paths } from '../support/pages.ts';
import { answerQuestion } from '../support/person.ts';
import { expect, test } from '../support/site.ts';

test.use({ javaScriptEnabled: false });

const forms = readForms().filter(({ definition }) => isOpen(definition));

test('[G1] every page reads without scripts: a heading, text, and nothing left empty', async ({ page, site }) => {
  test.slow();
  const thin: string[] = [];
  for (const path of paths) {
    await page.goto(`${site.url}/en${path}`);
    const text = await page.locator('main').innerText();
    if (text.length < 150 || (await page.locator('main h1').count()) === 0) thin.push(path);
  }
  expect(thin).toEqual([]);
});

for (const id of ['derby-self', 'swk-self']) {
  test(`[G1] ${id} without scripts states the ways by phone and on paper`, async ({ page, site }) => {
    await page.goto(`${site.url}/en/forms/${id}/`);
    await expect(page.locator('main')).toContainText(/phone or on paper/);
    // Playwright's own text matching leaves <noscript> out.
    const said = await page.locator('noscript').evaluateAll((all) => all.map((one) => one.textContent).join(' '));
    expect(said).toContain('When you press Send it goes to the service at once');
  });
}

test('[G29] the paper version of each form asks the same questions', async ({ page, site }) => {
  await page.emulateMedia({ media: 'print' });
  const missing: string[] = [];
  for (const { definition, text } of forms) {
    await page.goto(`${site.url}/en/forms/${definition.id}/`);
    const printed = (await page.locator('main').innerText()).replace(/\s+/g, ' ').toLowerCase();
    const labels = Object.values(text['en']?.questions ?? {}).map(({ label }) => label);
    const lost = labels.filter((label) => !printed.includes(label.toLowerCase()));
    missing.push(...lost.map((label) => `${definition.id}: ${label}`));
  }
  expect(missing).toEqual([]);
});

test('[G1] [E10] the whole Derby form goes by one post, and both dates come back', async ({ page, fresh }) => {
  await page.goto(`${fresh.url}/en/forms/derby-self/`);
  for (const [name, answer] of Object.entries(derbyAnswers)) await answerQuestion(page, name, answer);
  await page.locator('button[data-action="send"]').click();
  await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
  await expect(page.locator('main')).toContainText(/working days .* by (Mon|Tues|Wednes|Thurs|Fri)day/);
  await expect(page.locator('main')).toContainText(/[0-9A-Z]{4}-[0-9A-Z]{4}/);
  expect(await expectOneHeld(fresh)).toMatchObject({ form: 'derby-self', answers: derbyAnswers });
});

test('[G1] [D8] the Southwark form goes by one post, to Lot 9 for someone who wants better work', async ({
  page,
  fresh,
}) => {
  await page.goto(`${fresh.url}/pl/forms/swk-self/`);
  const answers = { ...southwarkAnswers, workStatus: 'employed', wantsBetterWork: 'yes' };
  for (const [name, answer] of Object.entries(answers)) await answerQuestion(page, name, answer);
  await page.locator('button[data-action="send"]').click();
  await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'pl');
  expect(await expectOneHeld(fresh)).toMatchObject({ recipient: 'swk-lot9', language: 'pl', answers });
});

test('[G1] [G3] a post with gaps comes back with a summary on top and everything still filled in', async ({
  page,
  fresh,
}) => {
  await page.goto(`${fresh.url}/en/forms/derby-self/`);
  const { consentPrivacy: _, preferredName: __, ...given } = derbyAnswers;
  for (const [name, answer] of Object.entries({ ...given, phone: 'seven' })) await answerQuestion(page, name, answer);
  await page.locator('button[data-action="send"]').click();

  await expect(page).toHaveTitle(/^Error: /);
  const summary = page.locator('main a[href^="#"]');
  await expect(summary.filter({ hasText: 'Enter the name we should call you' })).toHaveAttribute(
    'href',
    '#preferredName',
  );
  await expect(summary.filter({ hasText: 'Tick to say that you have read' })).toBeVisible();
  await expect(summary.filter({ hasText: 'Enter a phone number with its area code' })).toBeVisible();
  await expect(page.locator('[name="phone"]')).toHaveValue('seven');
  await expect(page.locator('[name="inOwnWords"]')).toHaveValue(String(derbyAnswers['inOwnWords']));
  await expect(page.locator('[name="contactMethod"][value="phone"]')).toBeChecked();
  for (const value of derbyAnswers['whatHelp'] ?? []) {
    await expect(page.locator(`[name="whatHelp"][value="${value}"]`)).toBeChecked();
  }
  await expect(page.locator('[name="preferredName"]')).toHaveAttribute('aria-invalid', 'true');
  expect(new URL(page.url()).search).toBe('');

  await answerQuestion(page, 'preferredName', 'Sam');
  await answerQuestion(page, 'phone', '01632 960123');
  await answerQuestion(page, 'consentPrivacy', 'yes');
  await page.locator('button[data-action="send"]').click();
  await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
  await expectOneHeld(fresh);
});

test('[G16] the same post twice, from the back button, is one submission', async ({ page, fresh }) => {
  await page.goto(`${fresh.url}/en/forms/derby-self/`);
  for (const [name, answer] of Object.entries(derbyAnswers)) await answerQuestion(page, name, answer);
  await page.locator('button[data-action="send"]').click();
  await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
  await page.goBack();
  for (const [name, answer] of Object.entries(derbyAnswers)) await answerQuestion(page, name, answer);
  await page.locator('button[data-action="send"]').click();
  await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
  expect(await heldIds(fresh)).toHaveLength(1);
});

test('[E19] the panel for emergencies is plain HTML with numbers that ring', async ({ page, site }) => {
  await page.goto(`${site.url}/en/forms/derby-self/`);
  await expect(page.locator('aside.crisis a[href="tel:999"]')).toBeVisible();
});
