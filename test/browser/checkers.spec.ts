import {
  answerAll,
  answerOne,
  check,
  continueButton,
  notSureButton,
  openCheck,
  outcome,
  putAnswer,
  questionOnScreen,
  resultOnScreen,
} from '../support/check.ts';
import { expect, test } from '../support/site.ts';

/**
 * What only a browser shows of the checks: that questions, results and ways on stand on the page. Which answers give
 * which result is proved for every row in test/content/checkers-*.test.ts.
 */

const derby = { age: '34', residence: 'derby', mentalHealthNeed: 'yes', carerOrFamily: 'no', personalCare: 'no' };
const southwark = { hasFixedAddress: 'yes', postcode: 'SE17 1RW', age: '34', workStatus: 'not-in-work' };
const nextSteps = '[data-check-result] .next-steps a:visible';

test('[A3] You First was possible while it ran; now it has ended, and another borough hears no refusal', async ({
  page,
  site,
}) => {
  await page.clock.setFixedTime('2021-06-01T12:00:00Z');
  const lambeth = { borough: 'lambeth', severalNeeds: 'yes', servicesNotWorking: 'yes' };
  expect((await check(page, site.url, 'you-first', lambeth)).yes).toEqual(['youfirst']);

  await page.clock.setFixedTime('2026-11-25T12:00:00Z');
  expect((await check(page, site.url, 'you-first', lambeth)).no).toEqual(['youfirst']);
  await expect(page.locator('[data-check-result]')).toContainText(/ended/);
  expect(await page.locator(nextSteps).count()).toBeGreaterThanOrEqual(2);

  await check(page, site.url, 'you-first', { borough: 'other' });
  await expect(page.locator('[data-check-result]')).not.toContainText(/refus|reject|eligib/i);
  expect(await page.locator(nextSteps).count()).toBeGreaterThanOrEqual(2);
});

test('[B2] two challenges, homelessness among them, lead to the Single Point of Access; drugs alone to Aspire', async ({
  page,
  site,
}) => {
  const here = { sleepingRoughTonight: 'no', inDoncaster: 'yes', careLeaver: 'no', hasCaseWorker: 'no' };
  const { yes } = await check(page, site.url, 'doncaster', { ...here, challenges: ['homelessness', 'drugAlcohol'] });
  expect(yes[0]).toBe('don-spa');
  const alone = await check(page, site.url, 'doncaster', { ...here, challenges: ['drugAlcohol'] });
  expect(alone.yes).toEqual(['don-drugalcohol']);
  await expect(outcome(page, 'don-drugalcohol')).toContainText('Aspire');
});

test('[B3] [B7] [B10] no bed tonight comes first; then a care leaver hears of the Trust, a small cost of the fund', async ({
  page,
  site,
}) => {
  await openCheck(page, site.url, 'doncaster');
  await putAnswer(page, 'sleepingRoughTonight', 'yes');
  await continueButton(page).click();
  await expect(page.locator('[data-at-once="urgent-housing"]')).toBeVisible();
  await expect(page.locator('[data-at-once] h2')).toBeFocused();
  await expect(page.locator('[data-at-once] a[href="/en/help-now/"]')).toBeVisible();
  await expect(page.locator('.check-step')).toHaveCount(0);
  await page.getByRole('button', { name: 'Go on with the questions' }).click();
  await expect.poll(() => questionOnScreen(page)).toBe('inDoncaster');

  const cost = { hasCaseWorker: 'yes', smallCostInTheWay: 'yes' };
  await answerAll(page, { inDoncaster: 'yes', challenges: [], careLeaver: 'yes', ...cost });
  await expect(outcome(page, 'dcst').locator('a[href="/en/organisations/dcst/"]')).toBeVisible();
  await expect(outcome(page, 'don-fund').locator('a[href="/en/changing-lives-fund/"]')).toBeVisible();
});

test('[C1] [C5] a district shows its own team, elsewhere shows where else to go, and nobody is judged', async ({
  page,
  site,
}) => {
  const { yes } = await check(page, site.url, 'leicestershire', { district: 'blaby', supportAreas: ['money'] });
  expect(yes).toEqual(['blaby']);
  await expect(page.locator('main')).not.toContainText(/eligible/i);
  for (const district of ['leicester-city', 'elsewhere']) {
    expect((await check(page, site.url, 'leicestershire', { district })).yes).toEqual([]);
    expect(await page.locator(nextSteps).count()).toBeGreaterThanOrEqual(2);
    await expect(page.locator('main')).not.toContainText(/eligible/i);
  }
});

test('[D2] [D11] [D15] [D16] [D19] all that fits is listed, with a word about the assessment, and the hub always', async ({
  page,
  site,
}) => {
  const circumstances = ['mentalHealth', 'substance', 'conviction', 'supportingFamilies'];
  const sick = { ...southwark, workStatus: 'statutory-sick-pay', wantsBetterWork: 'no', circumstances };
  const first = await check(page, site.url, 'southwark-works', sick);
  expect(first.yes).toContain('lot3');

  const { yes } = await check(page, site.url, 'southwark-works', { ...southwark, circumstances });
  expect(yes).toEqual(expect.arrayContaining(['lot3', 'lot5', 'lot6', 'lot7', 'swk-hub']));
  await expect(outcome(page, 'lot5')).toContainText(/assessment and an action plan/);

  const nothing = await check(page, site.url, 'southwark-works', { ...southwark, circumstances: [] });
  expect([...nothing.yes, ...nothing.maybe]).toContain('swk-hub');
});

test('[D3] [D4] [D33] at 16 a care leaver hears of all three parts of Lot 1, and of education and training; at 26 of none', async ({
  page,
  site,
}) => {
  const careLeaver = { ...southwark, circumstances: ['careLeaver'] };
  const { yes } = await check(page, site.url, 'southwark-works', { ...careLeaver, age: '16' });
  expect(yes).toEqual(expect.arrayContaining(['lot1a', 'lot1b', 'lot1c']));
  await expect(page.locator('[data-check-result]')).toContainText(/education and training/);
  const { no } = await check(page, site.url, 'southwark-works', { ...careLeaver, age: '26' });
  expect(no).toEqual(expect.arrayContaining(['lot1a', 'lot1b', 'lot1c']));
});

test('[D5] [G3] a postcode of the wrong shape gets a clear message and stays; typed small, without a space, it is taken', async ({
  page,
  site,
}) => {
  await openCheck(page, site.url, 'southwark-works');
  await answerOne(page, southwark);
  await putAnswer(page, 'postcode', 'SE17');
  await continueButton(page).click();
  const summary = page.locator('.error-summary');
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('Enter a full postcode');
  await expect(page).toHaveTitle(/^Error: /);
  await expect(page.locator('#postcode')).toHaveValue('SE17');
  await expect(page.locator('#postcode')).toHaveAttribute('aria-invalid', 'true');
  await summary.locator('a').click();
  await expect(page.locator('#postcode')).toBeFocused();
  expect(new URL(page.url()).hash).toBe('');

  await putAnswer(page, 'postcode', 'se171rw');
  await continueButton(page).click();
  await expect.poll(() => questionOnScreen(page)).toBe('age');
  await answerAll(page, { ...southwark, circumstances: [] });
  expect((await resultOnScreen(page)).yes).toContain('residence');
});

test('[D5] a postcode elsewhere does not end it; without the list of postcodes none is known, which is never a no', async ({
  page,
  site,
}) => {
  const circumstances = ['mentalHealth'];
  const away = await check(page, site.url, 'southwark-works', { ...southwark, postcode: 'DE1 2FS', circumstances });
  expect(away.maybe).toContain('lot3');
  expect(away.no).not.toContain('lot3');

  await page.route('**/wayin/postcodes/**', (route) => route.abort());
  const unknown = await check(page, site.url, 'southwark-works', { ...southwark, circumstances });
  expect(unknown.maybe).toEqual(expect.arrayContaining(['residence', 'lot3']));
  expect(unknown.no).not.toContain('residence');
});

test('[D6] [D7] 36 of 60 months belong; 5 and 35 cannot tell, and lead to the commissioners and Housing Solutions', async ({
  page,
  site,
}) => {
  const months = { hasFixedAddress: 'no', monthsInLast12: '5', age: '34', workStatus: 'not-in-work' };
  const { yes } = await check(page, site.url, 'southwark-works', { ...months, monthsInLast60: '36' });
  expect(yes).toContain('residence');
  const { maybe } = await check(page, site.url, 'southwark-works', { ...months, monthsInLast60: '35' });
  expect(maybe).toContain('residence');
  const links = outcome(page, 'residence').locator('.next-steps');
  await expect(links).toContainText(/commissioning team/);
  await expect(links).toContainText(/Housing Solutions/);
});

test('[D20] a plan or a number is ready; neither asks Housing Solutions first', async ({ page, site }) => {
  const homeless = { ...southwark, circumstances: ['homeless'], engagedHousingSolutions: 'yes' };
  const held = { housingPlan: 'no', councilReferralNumber: 'yes' };
  expect((await check(page, site.url, 'southwark-works', { ...homeless, ...held })).yes).toContain('lot8');
  const none = { housingPlan: 'no', councilReferralNumber: 'no' };
  expect((await check(page, site.url, 'southwark-works', { ...homeless, ...none })).maybe).toContain('lot8');
  await expect(outcome(page, 'lot8')).toContainText('Ask Housing Solutions first');
});

test('[D34] [D35] [D36] the pay check shows its target, the rule, the figures and their date', async ({
  page,
  site,
}) => {
  const rates = { livingWage: '13.15', inflation: '4.0', ratesOn: '2026-04-02' };
  const contract = { contractBefore: 'zero-hours', contractAfter: 'guaranteed-permanent', hoursBefore: '20' };
  const { yes } = await check(page, site.url, 'pay-progression', {
    ...{ apprenticeship: 'no', previousPay: '13.15', newPay: '14.99', ...rates },
    ...{ ...contract, guaranteedHoursAfter: '20.5' },
  });
  expect(yes).toEqual(['contract']);
  await page.locator('.others > summary').click();
  const wage = outcome(page, 'wage');
  await expect(wage).toContainText('Hourly pay to aim for: £15.00');
  await expect(wage).toContainText('London Living Wage of £13.15');
  await expect(wage).toContainText('inflation of 4.0 percent');
  await expect(wage).toContainText('2 April 2026');
  await wage.locator('.outcome__why summary').click();
  await expect(wage).toContainText('Rule A');
});

test('[D37] [D38] [D39] [D40] the smaller work checks give a reason, a day, a kind and a yes', async ({
  page,
  site,
}) => {
  const apprentice = await check(page, site.url, 'pay-progression', { apprenticeship: 'yes' });
  expect([...apprentice.yes, ...apprentice.maybe]).toEqual([]);
  await expect(
    page
      .locator('[data-check-result]')
      .getByText(/counts as a start/)
      .first(),
  ).toBeAttached();

  const startedOn = new Date(Date.now() - 28 * 7 * 86_400_000).toISOString().slice(0, 10);
  const weeks = await check(page, site.url, 'twenty-six-weeks', { startedOn, weeksWorked: '25' });
  expect(weeks.maybe).toEqual(['sustained']);
  await expect(outcome(page, 'sustained')).toContainText(/26 weeks on: \w+day \d/);

  const placement = { type: 'with-employer', days: '14', paid: 'no' };
  expect((await check(page, site.url, 'placements', placement)).yes).toContain('work-experience');
  expect((await check(page, site.url, 're-registration', { monthsSinceContact: '13' })).yes).toEqual(['re-register']);
});

test('[E2] [E4] 18 is an adult in Derby; whoever does not fit is led on, never turned away', async ({ page, site }) => {
  expect((await check(page, site.url, 'derby', { ...derby, age: '18' })).yes).toContain('derby-self');
  for (const other of [{ age: '12' }, { residence: 'elsewhere' }, { mentalHealthNeed: 'no' }]) {
    const { yes, maybe } = await check(page, site.url, 'derby', { ...derby, ...other });
    expect([...yes, ...maybe]).toEqual([]);
    const result = page.locator('[data-check-result]');
    await expect(result.locator('h2')).toHaveText('Not this one. Here is what else');
    expect(await page.locator(nextSteps).count()).toBeGreaterThanOrEqual(2);
    await expect(result).toContainText('Ask us anyway');
    await expect(result).not.toContainText(/eligib|reject|refus/i);
  }
  await check(page, site.url, 'derby', { ...derby, residence: 'elsewhere' });
  const why = page.locator('[data-why]');
  await expect(why).toContainText('You live outside Derby.');
  await expect(why).toContainText('in Derby for now because of hospital or care');
});

test('[E4] [E43] at 17 there is a way to adult services', async ({ page, site }) => {
  const { yes } = await check(page, site.url, 'derby', { ...derby, age: '17' });
  expect(yes).toContain('derby-transition');
  await expect(outcome(page, 'derby-transition').locator('a[href="/en/transition/"]')).toBeVisible();
});

test('[F-10] one short set of questions lists what may fit in all programmes, best first', async ({ page, site }) => {
  const answers = { place: 'southwark', age: '52', needs: ['mentalHealth', 'findWork'] };
  const { asked, yes, maybe } = await check(page, site.url, 'everything', answers);
  expect(asked.length).toBeLessThanOrEqual(4);
  expect([...yes, ...maybe]).toEqual(expect.arrayContaining(['lot2', 'lot3', 'swk-hub']));
});

test('"not sure" to everything never says that something is not for somebody', async ({ page, site }) => {
  for (const checker of ['derby', 'southwark-works']) {
    expect((await check(page, site.url, checker, {})).no, checker).toEqual([]);
  }
});

test('K14 which group fits me leads to groups, to ways from home, to starting one, and to say what is missing', async ({
  page,
  site,
}) => {
  const { yes, no } = await check(page, site.url, 'which-group', { how: 'online', what: ['learn', 'start'] });
  expect(yes).toEqual(expect.arrayContaining(['from-home', 'courses', 'start-a-group']));
  expect(no).toEqual([]);
  await expect(page.locator(`${nextSteps}[href="/en/groups/"]`).first()).toBeVisible();
});

test('K15 each reason leads to help by phone, and a volunteer’s calls are said to be no line for a crisis', async ({
  page,
  site,
}) => {
  const answers = { cannotAttendReason: 'childcare', wantsPlannedCalls: 'yes' };
  const { yes } = await check(page, site.url, 'phone-instead', answers);
  expect(yes).toEqual(expect.arrayContaining(['derby-phone', 'derby-phone-peer']));
  await expect(outcome(page, 'derby-phone-peer')).toContainText('not a line for a crisis');
});

test('K16 what to do if things get worse asks nothing, and tells danger from urgent and later', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/check/if-things-get-worse/`);
  await expect(page.locator('.check-step, [data-check]')).toHaveCount(0);
  await expect(page.locator('[data-rule]')).toHaveCount(3);
  await expect(page.locator('main a[href="/en/help-now/"]').first()).toBeVisible();
  await expect(page.locator('aside.crisis')).toBeVisible();
});

test('only what is still open is asked: an age of 12 ends the Derby questions', async ({ page, site }) => {
  const { asked } = await check(page, site.url, 'derby', { age: '12' });
  expect(asked).toEqual(['age']);
});

test('Back shows the answer given, and another answer gives another result', async ({ page, site }) => {
  await openCheck(page, site.url, 'derby');
  await answerOne(page, derby);
  await answerOne(page, derby);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.locator('[name="residence"][value="derby"]')).toBeChecked();
  await page.goBack();
  await expect(page.locator('#age')).toHaveValue('34');
  await putAnswer(page, 'age', '17');
  await continueButton(page).click();
  await answerAll(page, derby);
  expect((await resultOnScreen(page)).yes).toContain('derby-transition');
});

test('each answer can be changed from the result, and starting again forgets them all', async ({ page, site }) => {
  await check(page, site.url, 'derby', derby);
  await page.getByRole('button', { name: 'Change: Where do you live?' }).click();
  await expect.poll(() => questionOnScreen(page)).toBe('residence');
  await putAnswer(page, 'residence', 'elsewhere');
  await continueButton(page).click();
  await expect(page.locator('[data-check-result]')).toHaveAttribute('data-check-result', 'no');

  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.locator('#age')).toHaveValue('');
  await page.goBack();
  await expect(page.locator('#age')).toHaveValue('');
});

test('[G3] what has to be put right says how: a number out of range, a day that no calendar has, two ticks that disagree', async ({
  page,
  site,
}) => {
  const summary = page.locator('.error-summary');
  await openCheck(page, site.url, 'derby');
  await putAnswer(page, 'age', '300');
  await continueButton(page).click();
  await expect(summary).toContainText('Enter 120 or less');
  await expect(page.locator('#age')).toHaveValue('300');

  await openCheck(page, site.url, 'twenty-six-weeks');
  await putAnswer(page, 'startedOn', '2026-02-31');
  await continueButton(page).click();
  await expect(summary).toContainText('Enter a date');
  await expect(page.locator('#startedOn')).toHaveValue('31');

  await openCheck(page, site.url, 'everything');
  await answerOne(page, { place: 'derby' });
  await answerOne(page, { age: '34' });
  await putAnswer(page, 'needs', ['mentalHealth', 'none-of-these']);
  await continueButton(page).click();
  await expect(summary).toContainText('Keep one of the two');
  await expect(page.locator('[name="needs"][value="mentalHealth"]')).toBeChecked();
});

test('each question takes "not sure", by a button where one types and by a choice where one chooses', async ({
  page,
  site,
}) => {
  await openCheck(page, site.url, 'derby');
  await expect(notSureButton(page)).toBeVisible();
  await notSureButton(page).click();
  await expect(page.locator('[value="not-sure"]')).toBeVisible();
});
