import type { Page } from '@playwright/test';
import type { Answers } from '#core/criteria/criterion.ts';
import { violations } from '../support/axe.ts';
import { expectOneHeld, heldIds, openHeld } from '../support/held.ts';
import {
  answerPage,
  answerQuestion,
  expectState,
  fetchingRests,
  fillForm,
  openForm,
  readyToSend,
  send,
  sendButton,
  stepOnScreen,
} from '../support/person.ts';
import { expect, test } from '../support/site.ts';
import type { WayIn } from '../support/way-in.ts';

const me: Answers = { preferredName: 'Jo', contactMethod: 'text', mobile: '07700 900123', consentPrivacy: 'yes' };

const carer: Answers = {
  ...me,
  derbyResidence: 'derby',
  ageBand: '50-64',
  carerFor: 'child',
  whatHelp: ['carer-peer-support', 'own-wellbeing'],
};

const referral: Answers = {
  personAgrees: 'yes',
  referrerName: 'Dr Example',
  referrerType: 'gp',
  referrerContact: 'surgery@example.com',
  preferredName: 'Sam',
  contactMethod: 'phone',
  phone: '01632 960123',
  derbyResidence: 'derby',
  ageBand: '35-49',
  reason: 'Would like to meet others.',
  consentPrivacy: 'yes',
};

const group: Answers = { ...me, whoFor: ['everyone'], whereArea: 'derby', when: ['evening'], needs: ['venue'] };

const course: Answers = { ...me, courseId: 'understanding-recovery', attendHow: 'classroom', newToService: 'yes' };

/** What `wayin intake export` says about a form, as one text. */
async function exported(wayIn: WayIn, form: string): Promise<string> {
  const { status, stdout, stderr } = await wayIn.wayin('intake', 'export', '--format', 'json', '--form', form);
  expect(`${status} ${stderr}`).toBe('0 ');
  return stdout;
}

/** Opens a form that stands on one page, and waits until its script is there. */
async function openWhole(page: Page, url: string, form: string): Promise<void> {
  await page.goto(`${url}/en/forms/${form}/`);
  await expect(page.locator('html')).toHaveAttribute('data-script', 'on');
  await expect(sendButton(page)).toBeVisible();
}

test('[E7] a carer asks for help for themselves, and the service reads it', async ({ page, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-carer', carer);
  await send(page);
  await expect(page.locator('[data-status]')).toContainText(/3 working days .* by .* 7 working days/);
  const opened = await expectOneHeld(fresh);
  expect(opened).toMatchObject({ form: 'derby-carer', recipient: 'derby-team', answers: carer });
});

test('[E8] [E10] [G2] a GP refers on one page: a wide screen shows all of it, Send included', async ({
  page,
  fresh,
}) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await openWhole(page, fresh.url, 'derby-pro');
  // Question by question: a page of the form may go on in the next column.
  const asked = page.locator('[data-question]:visible');
  expect(await asked.count()).toBeGreaterThan(15);
  const below = await asked.evaluateAll((questions) =>
    questions.flatMap((one) => (one.getBoundingClientRect().bottom > innerHeight ? (one.id ?? '') : [])),
  );
  expect(below).toEqual([]);
  await expect(sendButton(page)).toBeInViewport({ ratio: 1 });
  expect(await violations(page)).toEqual([]);
  await answerPage(page, referral);
  await send(page);
  await expect(page.locator('[data-status]')).toContainText(/3 working days .* by .* 7 working days/);
  expect(await expectOneHeld(fresh)).toMatchObject({ form: 'derby-pro', recipient: 'derby-team', answers: referral });
});

test('[E9] a person who has not agreed stops the referral; once they agree it goes', async ({ page, fresh }) => {
  await openForm(page, fresh.url, 'derby-family-refer');
  await answerQuestion(page, 'personAgrees', 'no');
  await page.locator('form[data-form] button[data-at="page"]').click();
  await expect.poll(() => stepOnScreen(page)).toBe('not-agreed');
  await expect(page.locator('section[data-page="not-agreed"]')).toContainText('Ask them first');
  await expect(page.locator('section[data-page="not-agreed"] a[href$="/safeguarding/"]')).toBeVisible();
  await expect(page.locator('form[data-form] button[data-at="page"]')).toBeHidden();
  await expect(sendButton(page)).toBeHidden();
  expect(await heldIds(fresh)).toEqual([]);

  await page.locator('form[data-form] button[data-back]').click();
  const { referrerType: _, ...family } = referral;
  await fillForm(page, family);
  await send(page);
  expect(await expectOneHeld(fresh)).toMatchObject({ form: 'derby-family-refer', answers: family });
});

test('[E28] [E29] who would start a group on an evening sees the group that meets then, and goes on', async ({
  page,
  fresh,
}) => {
  await openForm(page, fresh.url, 'group-start');
  await fillForm(page, group, 'similar');
  const similar = page.locator('section[data-page="similar"]');
  await expect(similar.getByRole('link', { name: /Monday talking group/ })).toBeVisible();
  await expect(similar.getByRole('link', { name: /Tuesday art table/ })).toBeHidden();
  await fillForm(page, group);
  await send(page);
  const opened = await expectOneHeld(fresh);
  expect(opened).toMatchObject({ form: 'group-start', recipient: 'derby-peer-support', answers: group });
});

test('[E38] a course is joined without a signal: kept, then sent by itself', async ({ page, context, fresh }) => {
  await readyToSend(page, fresh.url, 'derby-course', course);
  await fetchingRests(page);
  await context.setOffline(true);
  await send(page, 'saved');
  expect(await heldIds(fresh)).toEqual([]);

  await context.setOffline(false);
  await expectState(page, 'sent');
  expect(await expectOneHeld(fresh)).toMatchObject({ form: 'derby-course', recipient: 'derby-team', answers: course });
});

test('[E46] [E49] the 19 statements go without a name, and d16 asks a or b', async ({ page, fresh }) => {
  const answers = { role: 'person', d01: 'agree', d16: 'agree', d16how: 'stabilised', d19: 'neither' };
  await openForm(page, fresh.url, 'derby-outcomes');
  await fillForm(page, answers, 'statements-life');
  await expect(page.locator('[name="d16how"]').first()).toBeHidden();
  await answerQuestion(page, 'd16', 'agree');
  await expect(page.locator('[name="d16how"][value="improved"]')).toBeVisible();
  await fillForm(page, answers);
  await send(page);
  await expect(page.locator('[data-status]')).toContainText(/did not give your name/);

  expect(await heldIds(fresh)).toEqual([]);
  const [id = ''] = await heldIds(fresh, 'monitoring');
  const opened = await openHeld(fresh, id);
  expect(opened).toMatchObject({ form: 'derby-outcomes', recipient: 'derby-team', answers });
  expect(opened.receivedAt).toMatch(/^\d{4}-\d{2}$/);
  expect(await exported(fresh, 'derby-outcomes')).toContain('stabilised');
});

test('[E32] feedback on a group begins on its page and asks for no name', async ({ page, fresh }) => {
  await page.goto(`${fresh.url}/en/groups/monday-talking-group/`);
  await page.getByRole('link', { name: 'Give feedback on this group' }).click();
  await expect(page).toHaveURL(/\/en\/forms\/group-feedback\//);
  await expect(page.locator('form[data-form] button[data-at="page"]')).toBeVisible();
  await fillForm(page, { groupId: 'monday-talking-group', feltSafe: 'agree' });
  await send(page);
  const [id = ''] = await heldIds(fresh, 'monitoring');
  const { answers } = await openHeld(fresh, id);
  expect(answers).toEqual({ groupId: 'monday-talking-group', feltSafe: 'agree' });
});
