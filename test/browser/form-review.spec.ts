import type { Browser, BrowserContext, Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { outline } from '../support/builder.ts';
import { aMadeForm } from '../support/made-form.ts';
import { joinAs, type SignedIn } from '../support/signed-in.ts';
import { expect, test } from '../support/site.ts';
import type { WayIn } from '../support/way-in.ts';

test.describe.configure({ timeout: 240_000 });

const FORM = 'walk-survey';

/** An organiser who sends forms from a device of their own. */
async function anAuthor(browser: Browser, site: WayIn) {
  const context = await browser.newContext();
  const author = await joinAs(site, context, 'Olu Organiser', 'organiser');
  return { author, context, send: (files: object) => sent(author, files) };
}

async function sent(person: SignedIn, files: object): Promise<string> {
  const { status, body } = await person.post('forms', { files });
  expect(status, JSON.stringify(body)).toBe(201);
  return String(body['draft']);
}

/** The same form with another question, one answer less and another condition. */
function changed() {
  const files = aMadeForm({ label: 'How did you like the walk?' });
  const [walk, why] = files.source.pages;
  return {
    ...files,
    source: { ...files.source, pages: [walk, { ...why, when: { not: { question: 'walk', is: 'good' } } }] },
  };
}

async function openForms(page: Page, site: WayIn, language = 'en'): Promise<void> {
  await page.goto(`${site.url}/${language}/organise/forms/`);
  await expect(page.locator('[data-forms-waiting]')).toBeVisible();
}

async function anEditor(context: BrowserContext, site: WayIn): Promise<SignedIn> {
  return joinAs(site, context, 'Ed Editor', 'editor');
}

const waiting = (page: Page, draft: string) => page.locator(`[data-waiting="${draft}"]`);
const made = (page: Page) => page.locator(`[data-made-form="${FORM}"]`);
const rows = (page: Page) => page.locator('.review-sides tbody tr');

async function whatPeopleAreAsked(page: Page, site: WayIn): Promise<string> {
  await page.goto(`${site.url}/en/forms/${FORM}/`);
  return (await page.locator('form[data-form] legend').first().textContent()) ?? '';
}

test('[F-1] [F-2] an editor reads a new form as people will see it, and publishes it', async ({
  page,
  context,
  browser,
  fresh,
}) => {
  const { send, context: other } = await anAuthor(browser, fresh);
  const draft = await send(aMadeForm());
  await anEditor(context, fresh);
  await openForms(page, fresh);
  await expect(page.locator('[data-forms-waiting]')).toHaveText('1 form waits for an editor');
  await expect(waiting(page, draft)).toContainText('Sent by Olu Organiser');

  await waiting(page, draft).getByRole('button', { name: 'Read it: Tell us about the walk' }).click();
  await expect(waiting(page, draft)).toContainText('People do not have this form yet');
  const frame = waiting(page, draft).frameLocator('[data-preview="phone"]');
  await expect(frame.locator('legend').first()).toContainText('How was the walk?');
  await waiting(page, draft).getByLabel('Language').selectOption('pl');
  await expect(frame.locator('legend').first()).toContainText('Jaki był spacer?');
  await waiting(page, draft).getByLabel('How it is shown').selectOption('paper');
  await expect(waiting(page, draft).frameLocator('[data-preview="paper"]').locator('body')).toContainText(
    'Jaki był spacer?',
  );

  await waiting(page, draft).getByRole('button', { name: 'Publish it: Tell us about the walk', exact: true }).click();
  await expect(page.locator('[data-forms-waiting="0"]')).toBeFocused();
  await expect(made(page).locator('[data-standing="published"]')).toBeVisible();
  expect(await whatPeopleAreAsked(page, fresh)).toContain('How was the walk?');
  await other.close();
});

test('[F-2] a new version is compared in words, sent back with a reason, published after all, and the old one comes back', async ({
  page,
  context,
  browser,
  fresh,
}) => {
  const { author, send, context: other } = await anAuthor(browser, fresh);
  const editor = await anEditor(context, fresh);
  const first = await send(aMadeForm());
  await editor.post('forms/decide', { draft: first, verdict: 'published' });
  const second = await send(changed());
  await openForms(page, fresh);

  await waiting(page, second)
    .getByRole('button', { name: /^Read it/ })
    .click();
  await expect(waiting(page, second).locator('[data-differences="2"]')).toHaveText('2 things are different.');
  const condition = rows(page).filter({ hasText: 'Who sees the page “What was bad”' });
  await expect(condition.locator('[data-side="before"]')).toHaveText(/^If you ticked “Bad” in question 1/);
  await expect(condition.locator('[data-side="after"]')).toContainText('“Good”');
  const words = rows(page).filter({ hasText: 'Words of “How did you like the walk?”' });
  await expect(words.locator('[data-side="before"]')).toHaveText('How was the walk?');
  await expect(words.locator('[data-side="after"]')).toHaveText('How did you like the walk?');

  await waiting(page, second)
    .getByRole('button', { name: /^Do not publish it/ })
    .click();
  const back = waiting(page, second).getByRole('button', { name: 'Send back with this reason' });
  await back.click();
  await waiting(page, second)
    .getByRole('link', { name: /^Write why/ })
    .click();
  await expect(waiting(page, second).getByLabel('Why not?')).toBeFocused();
  await waiting(page, second).getByLabel('Why not?').fill('Say where the walk begins.');
  await back.click();
  await expect(page.locator('[data-forms-waiting="0"]')).toBeFocused();
  const { body } = await author.get('forms');
  expect(JSON.stringify(body)).toContain('Say where the walk begins.');

  await made(page).getByText('2 versions').click();
  const version = (draft: string) => page.locator(`[data-version="${draft}"]`);
  await version(second)
    .getByRole('button', { name: /^Look at this version/ })
    .click();
  await version(second)
    .getByRole('button', { name: /^Go back to this version/ })
    .click();
  await expect(version(second)).toHaveAttribute('data-state', 'published');
  await expect(version(first)).toHaveAttribute('data-state', 'replaced');

  await version(first)
    .getByRole('button', { name: /^Look at this version/ })
    .click();
  await expect(version(first).locator('[data-differences="2"]')).toBeVisible();
  await version(first)
    .getByRole('button', { name: /^Go back to this version/ })
    .click();
  await expect(version(first)).toHaveAttribute('data-state', 'published');
  expect(await whatPeopleAreAsked(page, fresh)).toContain('How was the walk?');
  await other.close();
});

test('[F-2] a form that is taken away leaves a friendly page, and can come back', async ({ page, context, fresh }) => {
  const editor = await anEditor(context, fresh);
  const draft = await sent(editor, aMadeForm());
  await editor.post('forms/decide', { draft, verdict: 'published' });
  await openForms(page, fresh);
  await made(page).getByRole('button', { name: 'Take it away: Tell us about the walk' }).click();
  await made(page).getByLabel('What should people know?').fill('The walk is over for this year.');
  await made(page).getByRole('button', { name: 'Take it away now' }).click();
  await expect(made(page).locator('[data-standing="withdrawn"]')).toBeVisible();
  await expect(made(page)).toContainText('The walk is over for this year.');
  const gone = await page.request.get(`${fresh.url}/en/forms/${FORM}/`);
  expect(gone.status()).toBe(410);
  expect(await gone.text()).toContain('The walk is over for this year.');

  await made(page).getByText('1 version').click();
  await made(page)
    .getByRole('button', { name: /^Look at this version/ })
    .click();
  await made(page)
    .getByRole('button', { name: /^Go back to this version/ })
    .click();
  await expect(made(page).locator('[data-standing="published"]')).toBeVisible();
  expect(await whatPeopleAreAsked(page, fresh)).toContain('How was the walk?');
});

test('nobody decides over the head of somebody who was quicker', async ({ page, context, browser, fresh }) => {
  await anEditor(context, fresh);
  const others = await browser.newContext();
  const other = await joinAs(fresh, others, 'Eva Editor', 'editor');
  const draft = await sent(other, aMadeForm());
  await openForms(page, fresh);
  await waiting(page, draft)
    .getByRole('button', { name: /^Read it/ })
    .click();
  const publish = waiting(page, draft).getByRole('button', { name: /^Publish it/ });
  await expect(publish).toBeVisible();
  await other.post('forms/decide', { draft, verdict: 'refused', why: 'Not yet.' });
  await publish.click();
  await expect(page.locator('[data-forms-problem="decidedMeanwhile"]')).toBeVisible();
  await expect(made(page).locator('[data-standing="refused"]')).toBeVisible();
  await others.close();
});

test('[F-1] whoever made a form sees how it stands and takes it away; to publish it is not offered', async ({
  page,
  context,
  browser,
  fresh,
}) => {
  const author = await joinAs(fresh, context, 'Olu Organiser', 'organiser');
  const others = await browser.newContext();
  const editor = await anEditor(others, fresh);
  await sent(editor, aMadeForm({ id: 'not-theirs' }));
  const draft = await sent(author, aMadeForm());
  await openForms(page, fresh);
  await expect(page.locator('[data-made-form]')).toHaveCount(1);
  await waiting(page, draft)
    .getByRole('button', { name: /^Read it/ })
    .click();
  await expect(waiting(page, draft).locator('[data-preview="phone"]')).toBeVisible();
  await expect(page.locator('[data-action="publish"], [data-action="refuse"]')).toHaveCount(0);

  await editor.post('forms/decide', { draft, verdict: 'published' });
  await page.reload();
  await made(page)
    .getByRole('button', { name: /^Take it away:/ })
    .click();
  await made(page).getByRole('button', { name: 'Take it away now' }).click();
  await expect(made(page).locator('[data-standing="withdrawn"]')).toBeVisible();
  await others.close();
});

test('[F-1] a copy goes on in the form builder, and the form that was sent stays as it is', async ({
  page,
  context,
  fresh,
}) => {
  const editor = await anEditor(context, fresh);
  const draft = await sent(editor, aMadeForm());
  await openForms(page, fresh);
  await waiting(page, draft)
    .getByRole('button', { name: /^Read it/ })
    .click();
  await waiting(page, draft).getByRole('button', { name: 'Open a copy in the form builder' }).click();
  await expect(outline(page)).toContainText('How was the walk?');
  const { body } = await editor.get(`forms/${draft}`);
  expect(body['files']).toEqual(aMadeForm());
});

test('[G12] without a signal the page says so, and shows the forms when there is one', async ({
  page,
  context,
  fresh,
}) => {
  const editor = await anEditor(context, fresh);
  await sent(editor, aMadeForm());
  await page.route('**/organise/api/forms', (route) => route.abort());
  await page.goto(`${fresh.url}/en/organise/forms/`);
  await expect(page.locator('[data-forms-problem="noSignal"]')).toContainText('You need a signal to see the forms.');
  await page.unroute('**/organise/api/forms');
  await page.getByRole('button', { name: 'Look again' }).click();
  await expect(page.locator('[data-forms-waiting="1"]')).toBeVisible();
  await expect(page.locator('[data-forms-problem]')).toHaveCount(0);
});

for (const language of ['en', 'ar']) {
  test(`[G2] [G4] [G10] in ${language} the page passes axe and fits a small screen, with a version open`, async ({
    page,
    context,
    fresh,
  }) => {
    const editor = await anEditor(context, fresh);
    const first = await sent(editor, aMadeForm());
    await editor.post('forms/decide', { draft: first, verdict: 'published' });
    const second = await sent(editor, changed());
    await openForms(page, fresh, language);
    await waiting(page, second).locator('[data-action="read"]').click();
    await expect(waiting(page, second).locator('[data-differences="2"]')).toBeVisible();
    await waiting(page, second).locator('[data-action="refuse"]').click();
    await made(page).locator('summary').click();
    expect(await violations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test('[G5] a form is read and published by keyboard alone', async ({ page, context, fresh }) => {
  const editor = await anEditor(context, fresh);
  const draft = await sent(editor, aMadeForm());
  await openForms(page, fresh);
  const tabTo = async (selector: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.locator(selector).evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`${selector} is not reached`);
  };
  await tabTo('[data-action="read"]');
  await page.keyboard.press('Enter');
  await expect(waiting(page, draft).locator('[data-preview="phone"]')).toBeVisible();
  await tabTo('[data-action="publish"]');
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-forms-waiting="0"]')).toBeFocused();
});
