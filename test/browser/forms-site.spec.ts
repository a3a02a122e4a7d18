import type { Answers } from '#core/criteria/criterion.ts';
import { draftRests } from '../support/draft.ts';
import { expectOneHeld, heldIds, openHeld } from '../support/held.ts';
import {
  answerAndContinue,
  answerQuestion,
  errorSummary,
  expectState,
  fetchingRests,
  openForm,
  readyToSend,
  send,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { expect, keptForOffline, test } from '../support/site.ts';

const complaint = {
  feedbackKind: 'complaint',
  service: 'slf',
  locality: 'melton',
  theme: 'help',
  what: 'Our worker changed three times.',
  wantReply: 'no',
  consentPrivacy: 'yes',
} satisfies Answers;

const referral = {
  personAgrees: 'yes',
  referrerName: 'Jo Brown',
  referrerType: 'voluntary-organisation',
  referrerContact: '01632 960456',
  preferredName: 'Alex',
  contactMethod: 'text',
  mobile: '07700 900123',
  hasFixedAddress: 'yes',
  postcode: 'SE17 1JL',
  ageBand: '26-49',
  lotSuggested: 'lot8',
  housingPlanOrNumber: 'no',
} satisfies Answers;

test('[D32] a referral to Lot 8 without a plan shows advice, stays a draft, and goes when there is a plan', async ({
  page,
  fresh,
}) => {
  await page.goto(`${fresh.url}/en/forms/swk-pro/`);
  await expect(page.locator('[data-notice="kept"]')).toBeVisible();
  for (const [name, answer] of Object.entries(referral)) await answerQuestion(page, name, answer);
  const advice = page.locator('section[data-page="lot8-first"]');
  await expect(advice).toBeVisible();
  await expect(advice).toContainText('Ask Housing Solutions first');
  await expect(sendButton(page)).toBeHidden();

  await draftRests(page, 'swk-pro');
  await page.reload();
  await expect(page.locator('[data-notice="restored"]')).toBeVisible();
  await expect(page.locator('[name="referrerName"]')).toHaveValue('Jo Brown');
  await expect(advice).toBeVisible();

  await answerQuestion(page, 'housingPlanOrNumber', 'plan');
  await expect(advice).toBeHidden();
  await answerQuestion(page, 'reason', 'Alex would like a job in a kitchen.');
  await answerQuestion(page, 'consentPrivacy', 'yes');
  await send(page);
  expect(await expectOneHeld(fresh)).toMatchObject({
    form: 'swk-pro',
    recipient: 'swk-hub',
    answers: { ...referral, housingPlanOrNumber: 'plan' },
  });
});

test.describe('without a signal', () => {
  test.use({ serviceWorkers: 'allow' });

  test('[D41] the survey is filled in offline with no name, waits, and arrives as an answer of nobody', async ({
    page,
    context,
    fresh,
  }) => {
    const answers = { helpedGoal: 'agree', wouldRecommend: 'does-not-apply', lot: 'lot5', bestThing: 'They listened.' };
    await page.goto(`${fresh.url}/en/`);
    await keptForOffline(page);
    await context.setOffline(true);
    await readyToSend(page, fresh.url, 'swk-satisfaction', answers);
    await send(page, 'saved');
    expect(await heldIds(fresh, 'monitoring')).toEqual([]);

    await page.goto(`${fresh.url}/en/your-forms/`);
    await context.setOffline(false);
    await expectState(page, 'sent', 90_000);
    const [id = ''] = await heldIds(fresh, 'monitoring');
    const opened = await openHeld(fresh, id);
    expect(opened).toMatchObject({ form: 'swk-satisfaction', recipient: 'swk-hub', answers });
    expect(opened.receivedAt).toMatch(/^\d{4}-\d{2}$/);
    expect(await heldIds(fresh)).toEqual([]);
  });
});

test('[C12] [E50] a complaint about one of the seven localities of an ended programme reaches its team', async ({
  page,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'complaint', complaint);
  await expect(page.locator('[data-goes-to]')).toContainText('Melton');
  await send(page);
  await expect(page.locator('[data-status]')).not.toContainText(/working days/);
  await expect(page.locator('[data-status]')).toContainText('we cannot reply');
  await expect(page.locator('[data-status] a')).toHaveCount(0);
  expect(await expectOneHeld(fresh)).toMatchObject({ form: 'complaint', recipient: 'slf-melton', answers: complaint });

  const { stdout } = await fresh.wayin('intake', 'export', '--format', 'csv');
  const [names = '', row = ''] = stdout.split('\r\n').map((line) => line.split(','));
  expect(row[names.indexOf('answer.theme')]).toBe('help');
  expect(row[names.indexOf('answer.feedbackKind')]).toBe('complaint');
});

test('[E50] a complaint without a name waits offline, and "Your forms" says once it is sent that nobody can reply', async ({
  page,
  context,
  site,
}) => {
  await readyToSend(page, site.url, 'complaint', complaint);
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  await expect(page.locator('[data-status]')).not.toContainText(/reply/);
  await context.setOffline(false);
  await page.goto(`${site.url}/en/your-forms/`);
  await expectState(page, 'sent');
  await expect(page.locator('[data-submission-state]')).toContainText('we cannot reply');
  await expect(page.locator('[data-submission-state]')).not.toContainText('reply time');
});

test('[E70] someone asks for a copy of what they sent, by the reference number that they were given', async ({
  page,
  fresh,
}) => {
  await readyToSend(page, fresh.url, 'report-problem', {
    problem: 'The menu does not open.',
    wantReply: 'no',
    consentPrivacy: 'yes',
  });
  await send(page);
  const [reference = ''] = (await page.locator('main').innerText()).match(/[0-9A-Z]{4}-[0-9A-Z]{4}/) ?? [];
  await readyToSend(page, fresh.url, 'access-data', {
    requestType: 'copy',
    reference,
    preferredName: 'Sam',
    contactMethod: 'email',
    email: 'sam@example.com',
    consentPrivacy: 'yes',
  });
  await send(page);

  const opened = await Promise.all((await heldIds(fresh)).map((id) => openHeld(fresh, id)));
  const request = opened.find(({ form }) => form === 'access-data');
  expect(request).toMatchObject({ recipient: 'data-protection', answers: { requestType: 'copy', reference } });
  const { stdout } = await fresh.wayin('intake', 'open', String(request?.answers['reference']));
  expect(JSON.parse(stdout)).toMatchObject({ form: 'report-problem', answers: { problem: 'The menu does not open.' } });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('[G1] [E50] a complaint goes by one post; one with a gap comes back with everything in it', async ({
    page,
    fresh,
  }) => {
    const { what: _, locality: __, ...given } = { ...complaint, service: 'derby' };
    await page.goto(`${fresh.url}/en/forms/complaint/`);
    for (const [name, answer] of Object.entries(given)) await answerQuestion(page, name, answer);
    await sendButton(page).click();
    await expect(page.locator('main a[href="#what"]')).toContainText('Write what happened');
    await expect(page.locator('[name="service"][value="derby"]')).toBeChecked();

    await answerQuestion(page, 'what', 'Nobody rang back.');
    await sendButton(page).click();
    await expect(page.locator('[data-submission-state="sent"]')).toContainText('we cannot reply');
    expect(await expectOneHeld(fresh)).toMatchObject({
      recipient: 'complaints-derby',
      answers: { ...given, what: 'Nobody rang back.' },
    });
  });
});

test('the footer of every page leads to the form about this site, and the form names what is missing', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/help-now/`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Report a problem with this site' }).click();
  await expect.poll(() => stepOnScreen(page)).toBe('problem');
  await page.locator('form[data-form] button[data-at="page"]').click();
  await expect(errorSummary(page)).toContainText('Write what went wrong');
});

test('[F-17] no page asks anyone for an account, and none sets a cookie', async ({ site }) => {
  const sitemap = await (await fetch(`${site.url}/sitemap.xml`)).text();
  const paths = [...sitemap.matchAll(/<loc>(?:https?:\/\/[^/]+)?(\/en\/[^<]*)<\/loc>/g)].map(([, path = '']) => path);
  expect(paths.length).toBeGreaterThan(100);
  const asking: string[] = [];
  for (const path of paths) {
    const answer = await fetch(site.url + path);
    // These two tell of signing in, for people who run a group: a cookie, and how accessible it is.
    const tells = /\/(privacy|accessibility\/report)\/$/.test(path);
    const html = tells ? '' : await answer.text();
    if (answer.headers.get('set-cookie') !== null) asking.push(`${path}: a cookie`);
    if (/(sign|log)[ -]?in\b|autocomplete="(current|new)-password"|name="(password|username)"/i.test(html)) {
      asking.push(path);
    }
  }
  expect(asking).toEqual([]);
});

test.describe('with no signal at all', () => {
  test.use({ serviceWorkers: 'allow', viewport: { width: 360, height: 640 } });

  test('[E25] an organiser cancels one session on a telephone, in a few short pages', async ({
    page,
    context,
    fresh,
  }) => {
    await page.goto(`${fresh.url}/en/`);
    await keptForOffline(page);
    await context.setOffline(true);
    await openForm(page, fresh.url, 'group-update');
    const answers: Answers = {
      ...{ groupPlace: 'derby', groupId: 'tuesday-art-table', changeType: 'cancelled-once', wantReply: 'no' },
      ...{ publicReason: 'The room is closed.', consentPrivacy: 'yes' },
    };
    const date = { 'from-day': '1', 'from-month': '12', 'from-year': '2026' };
    let pages = 0;
    for (; (await stepOnScreen(page)) !== 'check'; pages += 1) {
      for (const [part, value] of Object.entries(date)) {
        const box = page.locator(`[name="${part}"]`);
        if (await box.isVisible()) await box.fill(value);
      }
      await answerAndContinue(page, answers);
    }
    expect(pages).toBeLessThanOrEqual(6);
    await send(page, 'saved');
    await context.setOffline(false);
    await expectState(page, 'sent');
    expect(await expectOneHeld(fresh)).toMatchObject({ form: 'group-update', recipient: 'derby-content' });
  });
});
