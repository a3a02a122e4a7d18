import type { Page } from '@playwright/test';
import type { Answers } from '#core/criteria/criterion.ts';
import { violations } from '../support/axe.ts';
import { heldIds, type Opened, openHeld } from '../support/held.ts';
import {
  answerAndContinue,
  answerPage,
  answerQuestion,
  continueButton,
  expectState,
  fetchingRests,
  fillForm,
  openForm,
  readyToSend,
  send,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { DEMONSTRATION } from '../support/prepare-site.ts';
import { test as base, expect } from '../support/site.ts';
import { startWayIn, type WayIn } from '../support/way-in.ts';

/** Every programme open, as for a demonstration: one server for the whole file. */
const test = base.extend<object, { open: WayIn }>({
  open: [
    async ({}, use) => {
      const open = await startWayIn({ env: DEMONSTRATION });
      await use(open);
      await open.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
});

// One after the other: they share that server, and each looks at what it added.
test.describe.configure({ mode: 'default' });

const me: Answers = { preferredName: 'Jo', contactMethod: 'text', mobile: '07700 900123', consentPrivacy: 'yes' };
const family: Answers = { ...me, locality: 'melton', supportAreas: ['money', 'domestic-abuse'] };
const findMe: Answers = {
  sleepingRoughTonight: 'no',
  inDoncaster: 'no-fixed-place',
  challenges: ['homelessness', 'drugAlcohol'],
  preferredName: 'Mac',
  contactMethod: 'find-me',
  whereToFindMe: 'By the market, in the mornings',
  consentPrivacy: 'yes',
};
const sheet: Answers = {
  hasCaseWorker: 'yes',
  caseWorkerName: 'Pat Example',
  barrierType: ['travel'],
  preferredName: 'Mac',
  consentPrivacy: 'yes',
};

/** What came of `act` at the service, opened there. */
async function arrivedBy(open: WayIn, act: () => Promise<void>, kind = 'submission'): Promise<readonly Opened[]> {
  const before = await heldIds(open, kind);
  await act();
  const added = (await heldIds(open, kind)).filter((id) => !before.includes(id));
  return Promise.all(added.map((id) => openHeld(open, id)));
}

/** What `wayin intake export` says about a form, as one text. */
async function exported(open: WayIn, form: string): Promise<string> {
  const { status, stdout, stderr } = await open.wayin('intake', 'export', '--format', 'csv', '--form', form);
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout;
}

const leaveQuickly = (page: Page) => page.getByRole('link', { name: /Leave this site quickly/ });

test('[B4] [B13] [B15] someone is found by the place where they are: no phone, no email, no address, no days promised', async ({
  page,
  open,
}) => {
  const [opened] = await arrivedBy(open, async () => {
    await readyToSend(page, open.url, 'don-enquiry', findMe);
    await send(page);
  });
  expect(opened).toMatchObject({ form: 'don-enquiry', recipient: 'don-spa', answers: findMe });
  expect(Object.keys(opened?.answers ?? {})).not.toEqual(expect.arrayContaining(['phone']));
  for (const id of ['phone', 'mobile', 'email', 'address']) expect(opened?.answers).not.toHaveProperty(id);

  await expect(page.locator('[data-status]')).toContainText(/not published a reply time/);
  await expect(page.locator('[data-status]')).not.toContainText(/\d+ (working )?days/);
  await expect(page.locator('[data-monitoring] a')).toHaveAttribute('href', '/en/forms/don-equality/');
  expect(await exported(open, 'don-enquiry')).toContain('By the market, in the mornings');
});

test('[B3] whoever has nowhere to sleep tonight sees what to do first', async ({ page, open }) => {
  await openForm(page, open.url, 'don-enquiry');
  await answerAndContinue(page, { sleepingRoughTonight: 'yes' });
  expect(await stepOnScreen(page)).toBe('urgent-housing');
  await expect(page.locator('a[href="/en/organisations/st-leger-homes/"]:visible')).toBeVisible();
});

test('[B10] the sheet prints for the case worker, and nothing is sent until the person presses Send', async ({
  page,
  open,
}) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.documentElement.dataset['printed'] = 'yes';
    };
  });
  const sent: string[] = [];
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));

  const nothing = await arrivedBy(open, async () => {
    await readyToSend(page, open.url, 'don-fund-ask', sheet);
    await page.getByRole('button', { name: 'Print your answers' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  });
  expect(nothing).toEqual([]);
  expect(sent).toEqual([]);

  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('[data-answers]')).toContainText('Pat Example');
  await expect(sendButton(page)).toBeHidden();
  await expect(page.getByRole('navigation').first()).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  const [opened] = await arrivedBy(open, () => send(page));
  expect(opened).toMatchObject({ form: 'don-fund-ask', answers: sheet });
});

test('[C3] [C4] [C6] a parent ticks abuse: safety first, a way out at once, and whether a message is safe', async ({
  page,
  open,
}) => {
  const answers = { ...family, adultsInHome: '2', childrenInHome: '3', okToLeaveMessage: 'no' };
  const [opened] = await arrivedBy(open, async () => {
    await openForm(page, open.url, 'slf-family');
    await fillForm(page, answers, 'support-areas');
    await expect(leaveQuickly(page)).toBeHidden();
    await answerPage(page, answers);
    await expect(leaveQuickly(page)).toBeVisible();

    await fillForm(page, answers, 'safety');
    await expect(page.locator('section[data-page="safety"]')).toContainText(/call 999/);
    await expect(page.locator('[data-safety-note]')).toContainText(/cannot clear the list of pages/);
    expect(await violations(page)).toEqual([]);

    await fillForm(page, answers, 'contact-times');
    await expect(page.locator('[data-safety-note]')).toBeHidden();
    await expect(leaveQuickly(page)).toBeVisible();
    await expect(page.getByText('Is it safe to leave a message?')).toBeVisible();
    await fillForm(page, answers);
    await send(page);
  });
  expect(opened).toMatchObject({ form: 'slf-family', recipient: 'slf-melton', answers });
});

test('[C6] the way out of the form removes what was begun', async ({ browser, open }) => {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Weather</h1>' }),
  );
  const page = await context.newPage();
  await openForm(page, open.url, 'slf-family');
  await fillForm(page, family, 'safety');
  await leaveQuickly(page).click();
  await expect(page).toHaveURL(/bbc\.co\.uk/);
  await openForm(page, open.url, 'slf-family');
  await expect(page.locator('[data-notice="restored"]')).toBeHidden();
  await expect(page.locator('[name="supportAreas"]:checked')).toHaveCount(0);
  await context.close();
});

test('[C1] [C5] outside the seven places the form ends with where else to ask, and nobody is judged', async ({
  page,
  open,
}) => {
  await openForm(page, open.url, 'slf-family');
  await fillForm(page, { locality: 'outside' }, 'outside');
  await expect(continueButton(page)).toBeHidden();
  await expect(sendButton(page)).toBeHidden();
  expect(await page.locator('section[data-page="outside"] a').count()).toBeGreaterThanOrEqual(2);
  await expect(page.locator('main')).not.toContainText(/eligib/i);
});

test('[A8] the offer to be a peer advisor is filled in without a signal, waits, and is sent', async ({
  page,
  context,
  open,
}) => {
  const answers = { ...me, role: ['peer-advisor', 'reference-group'], borough: 'lewisham' };
  const [opened] = await arrivedBy(open, async () => {
    await readyToSend(page, open.url, 'yf-peer', answers);
    await fetchingRests(page);
    await context.setOffline(true);
    await send(page, 'saved');
    await context.setOffline(false);
    await expectState(page, 'sent', 60_000);
  });
  expect(opened).toMatchObject({ form: 'yf-peer', recipient: 'youfirst-lead', answers });
});

test('[A7] an enquiry about You First is sent with a name, one way to reply, the borough and the needs', async ({
  page,
  open,
}) => {
  const answers = { ...me, borough: 'lambeth', inOwnWords: 'A place to live, and my health' };
  const [opened] = await arrivedBy(open, async () => {
    await readyToSend(page, open.url, 'yf-enquiry', answers);
    await send(page);
  });
  expect(opened).toMatchObject({ form: 'yf-enquiry', recipient: 'youfirst-lead', answers });
});

test('[C9] [E52] a gap is told without a name: nothing in what arrives says who or when', async ({ page, open }) => {
  const answers = {
    whatIsMissing: 'A group on Sundays',
    theme: 'place',
    place: 'Melton',
    whichPlace: 'leicestershire',
  };
  const arrived = await arrivedBy(
    open,
    async () => {
      await readyToSend(page, open.url, 'unmet-need', answers);
      await send(page);
      await expect(page.locator('[data-status]')).toContainText(/did not give your name/);
    },
    'monitoring',
  );
  expect(arrived).toHaveLength(1);
  expect(arrived[0]).toMatchObject({ form: 'unmet-need', recipient: 'site-team', answers });
  expect(arrived[0]?.receivedAt).toMatch(/^\d{4}-\d{2}$/);
});

test('[A11] the evaluation is answered with one statement and no name', async ({ page, open }) => {
  await openForm(page, open.url, 'yf-evaluation');
  expect(await violations(page)).toEqual([]);
  const [opened] = await arrivedBy(
    open,
    async () => {
      await fillForm(page, { hadASay: 'agree' });
      await send(page);
    },
    'monitoring',
  );
  expect(opened).toMatchObject({ form: 'yf-evaluation', answers: { hadASay: 'agree' } });
});

test('[C10] someone under 18 is asked for a safe way before any other contact', async ({ page, site }) => {
  await openForm(page, site.url, 'involve');
  await answerAndContinue(page, { how: ['forum'], iAm: 'young-person' });
  expect(await stepOnScreen(page)).toBe('young');
  await answerQuestion(page, 'safeContact', 'adult');
  await expect(page.locator('[name="trustedAdult"]')).toBeVisible();
});

test('[A9] Get involved leads to the form with the user group ticked, and the address keeps nothing', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/en/get-involved/`);
  await page.getByRole('link', { name: /user group/i }).click();
  await expect(page.locator('[name="how"][value="reference-group"]')).toBeChecked();
  await expect(page.locator('[name="how"]:checked')).toHaveCount(1);
  await expect(page).toHaveURL(`${site.url}/en/forms/involve/`);
});

test('[A12] every You First page leads to “What should change?”, though You First has ended', async ({
  page,
  site,
}) => {
  for (const path of ['/programmes/youfirst/', '/services/yf-team/', '/individual-budgets/']) {
    await page.goto(`${site.url}/en${path}`);
    await expect(page.locator('main a[href="/en/forms/what-should-change/"]').first(), path).toBeVisible();
  }
  await page.locator('main a[href="/en/forms/what-should-change/"]').first().click();
  await expect(continueButton(page)).toBeVisible();
});

test('[A2] [A7] a programme that has ended offers no form, and its form says where else to go', async ({
  page,
  site,
}) => {
  const its = '[href*="/forms/yf-"], [href*="/forms/slf-"], [href*="/forms/don-"]';
  const pages = ['/programmes/youfirst/', '/programmes/slf/', '/programmes/doncaster/', '/services/yf-team/'];
  for (const path of [...pages, '/services/don-spa/', '/get-involved/', '/changing-lives-fund/', '/how-to-refer/']) {
    await page.goto(`${site.url}/en${path}`);
    await expect(page.locator(`main :is(${its})`), path).toHaveCount(0);
  }
  for (const form of ['yf-enquiry', 'slf-family', 'don-enquiry']) {
    await page.goto(`${site.url}/en/forms/${form}/`);
    await expect(page.locator('main form'), form).toHaveCount(0);
    await expect(page.locator('[data-standing]'), form).toBeVisible();
    expect(await page.locator('main a').count(), form).toBeGreaterThanOrEqual(2);
  }
});

test('[E52] a search that finds nothing leads to saying what is missing', async ({ page, site }) => {
  await page.goto(`${site.url}/en/find/`);
  await page.getByLabel('What do you need?').fill('qqqzzz');
  await page.getByRole('link', { name: 'Tell us what is missing' }).click();
  await expect(page).toHaveURL(`${site.url}/en/forms/unmet-need/`);
});

test('[E55] from a group’s page a change is told with the group chosen already', async ({ page, site }) => {
  await page.goto(`${site.url}/en/groups/carers-evening/`);
  await page.getByRole('link', { name: 'Tell us about a change to a group' }).click();
  await expect(page.locator('[name="groupId"][value="carers-evening"]')).toBeChecked();
});
