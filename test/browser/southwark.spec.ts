import { southwarkAnswers } from '../support/answers.ts';
import { expectOneHeld } from '../support/held.ts';
import {
  answerAndContinue,
  answerQuestion,
  continueButton,
  errorSummary,
  expectState,
  fillForm,
  openForm,
  readyToSend,
  send,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { expect, test } from '../support/site.ts';

const inWork = { ...southwarkAnswers, workStatus: 'employed', wantsBetterWork: 'yes' };

test('[D8] someone in work who wants better work asks Lot 9 directly', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'swk-self', inWork);
  await expect(page.locator('[data-goes-to]')).toContainText('Lot 9');
  await send(page);
  expect(await expectOneHeld(fresh)).toMatchObject({ recipient: 'swk-lot9' });
});

test('[D9] someone out of work with a conviction writes to the Network Coordinator, and the page says so', async ({
  page,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'swk-self', { ...southwarkAnswers, needs: ['conviction'] });
  await expect(page.locator('[data-goes-to]')).toContainText('Network Coordinator');
  await send(page);
  expect(await expectOneHeld(fresh)).toMatchObject({ recipient: 'swk-hub' });
});

test('[D8] Southwark Works has published no reply time, so none is promised', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'swk-self', southwarkAnswers);
  await send(page);
  await expect(page.locator('[data-status]')).toContainText(/not published a reply time/);
  await expect(page.locator('[data-status]')).not.toContainText(/working days/);
});

test('[D12] a learning disability leads to the question about a social worker, which blocks nobody', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, { ...southwarkAnswers, needs: ['learningDisability'] }, 'social-worker');
  await expect(page.locator('section[data-page="social-worker"]')).toContainText(/will not block you/);
  await continueButton(page).click();
  await expect.poll(() => stepOnScreen(page)).not.toBe('social-worker');
});

test('[D18] ticking a conviction asks for no detail and offers help with telling an employer', async ({
  page,
  site,
}) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, { ...southwarkAnswers, needs: ['conviction'] }, 'convictions');
  const section = page.locator('section[data-page="convictions"]');
  await expect(section).toContainText(/do not ask what happened/);
  await expect(section).toContainText(/help you decide what to tell an employer/);
  expect(await section.locator('input, textarea').count()).toBe(0);
});

test('[D19] mental health with drugs or alcohol shows Lots 3 and 7 both', async ({ page, site }) => {
  await openForm(page, site.url, 'swk-self');
  const shown = new Set<string>();
  const look = async () => {
    for (const lot of ['lot3', 'lot7']) {
      if (await page.locator(`main a[href="/en/services/${lot}/"]:visible`).count()) shown.add(lot);
    }
  };
  while ((await stepOnScreen(page)) !== 'check') {
    await look();
    await answerAndContinue(page, { ...southwarkAnswers, needs: ['mentalHealth', 'substance'] });
  }
  await look();
  expect([...shown].sort()).toEqual(['lot3', 'lot7']);
});

for (const [held, first] of [
  [{ housingPlan: 'yes', councilReferralNumber: 'no' }, false],
  [{ housingPlan: 'no', councilReferralNumber: 'yes' }, false],
  [{ housingPlan: 'no', councilReferralNumber: 'no' }, true],
] as const) {
  const said = first ? 'is told of Housing Solutions first' : 'goes straight on';
  test(`[D20] homeless with plan ${held.housingPlan}, number ${held.councilReferralNumber}: ${said}`, async ({
    page,
    site,
  }) => {
    await openForm(page, site.url, 'swk-self');
    const answers = { ...southwarkAnswers, needs: ['homeless'], engagedHousingSolutions: 'yes', ...held };
    await fillForm(page, answers, 'housing');
    await fillForm(page, answers, 'housing-first');
    expect((await stepOnScreen(page)) === 'housing-first').toBe(first);
  });
}

test('[D22] the form offers evenings, weekends, and meeting online or face to face', async ({ page, site }) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, southwarkAnswers, 'contact-times');
  await expect(page.locator('[name="bestTimes"][value="evening"]')).toBeVisible();
  await expect(page.locator('[name="bestTimes"][value="weekend"]')).toBeVisible();
  await fillForm(page, southwarkAnswers, 'meet');
  await expect(page.locator('[name="meetHow"][value="online"]')).toBeVisible();
  await expect(page.locator('[name="meetHow"][value="face-to-face"]')).toBeVisible();
});

test('[D26] without the tick for the privacy notice there is no way to Send', async ({ page, site }) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, southwarkAnswers, 'consent');
  await expect(sendButton(page)).toBeHidden();
  await continueButton(page).click();
  await expect(errorSummary(page)).toContainText('Tick to say that you have read how your information is used');
  await expect(sendButton(page)).toBeHidden();
  await answerQuestion(page, 'consentPrivacy', 'yes');
  await continueButton(page).click();
  await expect(sendButton(page)).toBeVisible();
});

test('[D26] the privacy notice opens beside the form, and no answer is lost', async ({ page, context, site }) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, southwarkAnswers, 'consent');
  const opened = context.waitForEvent('page');
  await page.locator('section[data-page="consent"] a[href="/en/privacy/"]').click();
  const notice = await opened;
  await expect(notice.locator('h1')).toBeVisible();
  await notice.close();
  expect(await stepOnScreen(page)).toBe('consent');
  await expect(page.locator('[name="preferredName"]')).toHaveValue('Alex');
});

test('[D27] sharing is off until ticked, and a form goes without it', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'swk-self');
  await fillForm(page, southwarkAnswers, 'consent');
  for (const box of await page.locator('[name="consentShare"]').all()) await expect(box).not.toBeChecked();
  await fillForm(page, southwarkAnswers);
  await send(page);
  expect(await expectOneHeld(fresh)).toMatchObject({ consent: { share: [] } });
});

test('[D28] someone out of work is not asked about a job', async ({ page, site }) => {
  await openForm(page, site.url, 'swk-self');
  await fillForm(page, southwarkAnswers, 'work');
  await fillForm(page, southwarkAnswers, 'work-details');
  expect(await stepOnScreen(page)).toBe('check');
});

test('[D28] [D29] someone in work is asked about it, and may leave pay and hours empty', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'swk-self');
  await fillForm(page, inWork, 'work-details');
  for (const name of ['weeklyHours', 'hourlyPay', 'contractType', 'employmentType', 'onSsp']) {
    await expect(page.locator(`[name="${name}"]`).first()).toBeVisible();
  }
  await fillForm(page, inWork);
  await sendButton(page).click();
  await expectState(page, 'sent');
  expect((await expectOneHeld(fresh)).answers).not.toHaveProperty('hourlyPay');
});
