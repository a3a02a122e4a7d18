import { derbyAnswers } from '../support/answers.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import {
  continueButton,
  errorSummary,
  expectState,
  fetchingRests,
  fillForm,
  openForm,
  readyToSend,
  send,
  sendButton,
  status,
  stepOnScreen,
} from '../support/person.ts';
import { BEFORE_EASTER } from '../support/prepare-site.ts';
import { expect, test } from '../support/site.ts';
import { startWayIn } from '../support/way-in.ts';

test('[E6] [G14] [G27] a resident of Derby asks for help and the service reads what they wrote', async ({
  page,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  await expect(status(page).first()).toContainText(/Your reference number: [0-9A-Z]{4}-[0-9A-Z]{4}/);

  const opened = await expectOneHeld(fresh);
  expect(opened).toMatchObject({ form: 'derby-self', recipient: 'derby-team', language: 'en', answers: derbyAnswers });
  expect(opened).toMatchObject({ consent: { privacyNotice: expect.stringMatching(/^derby-/) } });
  expect(JSON.stringify(opened)).toMatch(/"agreedAt":"\d{4}-\d{2}-\d{2}T/);
});

test('[E10] [G34] after sending, both dates are shown in words', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  const day = '(Monday|Tuesday|Wednesday|Thursday|Friday),? \\d{1,2} [A-Z][a-z]+';
  await expect(page.locator('[data-status]')).toContainText(
    new RegExp(`3 working days .* by ${day} .* 7 working days – by ${day}`),
  );
});

test('[E12] sending on Thursday 2 April 2026 promises 9 and 15 April', async ({ page }) => {
  test.setTimeout(300_000);
  const april = await startWayIn({ env: BEFORE_EASTER });
  await readyToSend(page, april.url, 'derby-self', derbyAnswers);
  await send(page);
  await expect(page.locator('[data-status]')).toContainText(/Thursday,? 9 April/);
  await expect(page.locator('[data-status]')).toContainText(/Wednesday,? 15 April/);
  await april.stop();
});

test('[E11] [G13] [G40] with no signal nothing is promised; once the signal is back the dates appear', async ({
  page,
  context,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  await expect(status(page).first()).toContainText('Saved on this device. Not sent yet.');
  await expect(page.locator('[data-status]')).toContainText('The 3-day clock starts when we get it.');
  await expect(page.locator('[data-status]')).not.toContainText(/working days .* by/);
  expect(await heldIds(fresh)).toEqual([]);

  await context.setOffline(false);
  await expectState(page, 'sent');
  await expect(page.locator('[data-status]')).toContainText(/by (Mon|Tues|Wednes|Thurs|Fri)day/);
  await expectOneHeld(fresh);
});

test('[G40] saving and sending are said in a live region, and focus does not jump when the state changes', async ({
  page,
  context,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(window, { said });
    const note = () => {
      for (const region of document.querySelectorAll('[aria-live], [role="status"], [role="alert"]')) {
        const text = region.textContent?.trim() ?? '';
        if (text && said.at(-1) !== text) said.push(text);
      }
    };
    new MutationObserver(note).observe(document.documentElement, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  const focused = () => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 60));
  const before = await focused();
  await context.setOffline(false);
  await expectState(page, 'sent');
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { said: string[] }).said.join('\n')))
    .toMatch(/Not sent yet[\s\S]*Sent/);
  expect(await focused()).toBe(before);
});

test('[E5] someone in Derby for hospital or care is accepted, and marked in the export as not a resident', async ({
  page,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'derby-self', { ...derbyAnswers, derbyResidence: 'temporary' });
  await send(page);
  const { status: code, stdout, stderr } = await fresh.wayin('intake', 'export', '--format', 'json');
  expect(`${code} ${stderr}`).toBe('0 ');
  expect(stdout).toMatch(/nonResident/);
  expect(stdout).toContain('temporary');
});

test('[E3] [D50] no question of the Derby form asks for a diagnosis', async ({ page, site }) => {
  await page.goto(`${site.url}/en/forms/derby-self/`);
  await expect(page.locator('main')).toContainText(/do not need a diagnosis/i);
  expect(await page.locator('[name*="iagnos"]').count()).toBe(0);
});

test('[E41] [E42] someone who cannot come in is offered phone and video before the end, as planned calls', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, { ...derbyAnswers, cannotAttendReason: 'transport' }, 'phone-online');
  expect(await stepOnScreen(page)).toBe('phone-online');
  await expect(page.locator('section[data-page="phone-online"]')).toContainText(/We plan each call with you first/);
  await expect(page.locator('[name="phoneOrOnline"][value="video"]')).toBeVisible();
});

test('[E58] [E59] people say what would make this easier, an interpreter included', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await fillForm(page, derbyAnswers, 'communication');
  await expect(page.locator('section[data-page="communication"]')).toContainText(
    'What would make this easier for you?',
  );
  await expect(page.locator('[name="interpreter"][value="bsl"]')).toBeVisible();
});

test('[E57] [D30] [G26] equality answers come after sending, can be skipped, and share nothing with the form', async ({
  page,
  fresh,
}) => {
  test.slow();
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  await page.locator('[data-monitoring] a').click();
  await expect(continueButton(page)).toBeVisible();
  await fillForm(page, { eqReligion: 'none' });
  await sendButton(page).click();
  await expectState(page, 'sent', 60_000);

  const named = await expectOneHeld(fresh);
  const [id = ''] = await heldIds(fresh, 'monitoring');
  const { stdout } = await fresh.wayin('intake', 'open', id);
  const equality = JSON.parse(stdout) as Record<string, unknown>;
  expect(equality['answers']).toEqual({ eqReligion: 'none' });
  expect(String(equality['receivedAt'])).toMatch(/^\d{4}-\d{2}$/);
  const shared = Object.values(named as unknown as Record<string, unknown>).filter(
    (value) => typeof value === 'string' && value.length > 12 && JSON.stringify(equality).includes(value),
  );
  expect(shared).toEqual([]);
  expect(JSON.stringify(equality)).not.toContain(derbyAnswers['preferredName']);
});

test('[E57] equality questions can be left without a word', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await send(page);
  await page.goto(`${fresh.url}/en/`);
  expect(await heldIds(fresh, 'monitoring')).toEqual([]);
});

test('answers to questions that stopped applying are not sent', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'derby-self');
  await fillForm(page, { ...derbyAnswers, contactMethod: 'email', email: 'sam@example.org' });
  await page.locator('[data-answers] button, [data-answers] a').nth(1).click();
  await expect.poll(() => stepOnScreen(page)).toBe('contact');
  await fillForm(page, derbyAnswers);
  await send(page);
  const { answers } = await expectOneHeld(fresh);
  expect(answers).not.toHaveProperty('email');
  expect(answers).toHaveProperty('phone', derbyAnswers['phone']);
});

test('[G3] Continue with a gap moves focus to a summary that leads to the question', async ({ page, site }) => {
  await openForm(page, site.url, 'derby-self');
  await continueButton(page).click();
  await expect(errorSummary(page)).toBeFocused();
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator('[name="preferredName"]')).toHaveAttribute('aria-invalid', 'true');
  await errorSummary(page).getByRole('link', { name: 'Enter the name we should call you' }).click();
  await expect(page.locator('[name="preferredName"]')).toBeFocused();

  await page.locator('[name="preferredName"]').fill('Sam');
  await continueButton(page).click();
  await expect.poll(() => stepOnScreen(page)).toBe('contact');
  await expect(page).not.toHaveTitle(/^Error: /);
});

test('[G16] two clicks on Send give one submission', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-self', derbyAnswers);
  await sendButton(page).dblclick();
  await expectState(page, 'sent');
  await expectOneHeld(fresh);
});
