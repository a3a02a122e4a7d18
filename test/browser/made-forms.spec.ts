import type { Browser } from '@playwright/test';
import { NO_CONTENT } from '#core/forms/from-content.ts';
import { putTogether } from '#core/forms/made/put-together.ts';
import { violations } from '../support/axe.ts';
import { expectOneHeld, heldIds } from '../support/held.ts';
import { aMadeForm } from '../support/made-form.ts';
import { expectState, fetchingRests, openForm, readyToSend, send, sendButton } from '../support/person.ts';
import { fieldsOf, postFields } from '../support/post-form.ts';
import { joinAs, type SignedIn } from '../support/signed-in.ts';
import { expect, test } from '../support/site.ts';
import type { WayIn } from '../support/way-in.ts';

const ANSWERS = { walk: 'bad', better: 'A bench half way' };

async function anEditor(browser: Browser, wayIn: WayIn): Promise<SignedIn> {
  return joinAs(wayIn, await browser.newContext(), 'Ed Example', 'editor');
}

async function publish(editor: SignedIn, files: object): Promise<string> {
  const { body } = await editor.post('forms', { files });
  const decided = await editor.post('forms/decide', { draft: body['draft'], verdict: 'published' });
  expect(decided.status, JSON.stringify(decided.body)).toBe(200);
  return String(decided.body['formVersion']);
}

test('[F-1] [F-2] a form that was published a moment ago is asked, sealed, sent and opened like any other', async ({
  browser,
  page,
  fresh,
}) => {
  test.slow();
  const editor = await anEditor(browser, fresh);
  await publish(editor, aMadeForm());
  await page.goto(`${fresh.url}/en/forms/walk-survey/`);
  await expect(page).toHaveTitle(/Tell us about the walk/);
  await expect(page.locator('.form-intro')).toHaveText('Two questions & no more.');
  expect(await violations(page)).toEqual([]);

  await readyToSend(page, fresh.url, 'walk-survey', ANSWERS);
  // It is published anew meanwhile: what was begun on the old version is still taken, and opened as it was.
  const second = await publish(editor, aMadeForm({ label: 'How did you like the walk?' }));
  await send(page);
  const opened = await expectOneHeld(fresh);
  expect(opened).toMatchObject({ form: 'walk-survey', recipient: 'derby-team', answers: ANSWERS });

  await openForm(page, fresh.url, 'walk-survey');
  await expect(page.locator('form[data-form] legend').first()).toContainText('How did you like the walk?');
  expect(second).toMatch(/^[0-9a-f]{16}$/);
});

test('[G8] [G9] [G10] it is there in each of its languages, and in English with a note where it has no words', async ({
  browser,
  page,
  fresh,
}) => {
  await publish(await anEditor(browser, fresh), aMadeForm());
  await openForm(page, fresh.url, 'walk-survey', 'pl');
  await expect(page.locator('h1').first()).toHaveText('Opowiedz o spacerze');
  await page.goto(`${fresh.url}/ar/forms/walk-survey/`);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  const part = page.locator('[data-form-part]');
  await expect(part).toHaveAttribute('lang', 'en');
  await expect(part).toHaveAttribute('dir', 'ltr');
  expect(await violations(page)).toEqual([]);
});

test('[F-1] it waits on a device without a signal, and is sent when that is back', async ({ browser, page, fresh }) => {
  await publish(await anEditor(browser, fresh), aMadeForm());
  await readyToSend(page, fresh.url, 'walk-survey', ANSWERS);
  await fetchingRests(page);
  await page.context().setOffline(true);
  await sendButton(page).click();
  await expectState(page, 'saved');
  await page.context().setOffline(false);
  await expectState(page, 'sent', 60_000);
  expect(await heldIds(fresh)).toHaveLength(1);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('[G1] it is one page that posts; what is wrong comes back with everything filled in', async ({
    browser,
    page,
    fresh,
  }) => {
    const files = aMadeForm();
    await publish(await anEditor(browser, fresh), files);
    const whole = putTogether(files, { groups: {}, content: NO_CONTENT });
    if (!whole.ok) throw new Error(whole.problem.what);
    const tooLong = fieldsOf(whole.value.definition, { walk: 'bad', better: 'long '.repeat(200) });
    const back = await postFields(fresh.url, 'walk-survey', [['_language', 'pl'], ...tooLong]);
    const html = await back.text();
    expect(back.status).toBe(422);
    expect(html).toContain('Opowiedz o spacerze');
    expect(html).toContain('long long long');

    await page.goto(`${fresh.url}/en/forms/walk-survey/`);
    await page.locator('[name="walk"][value="good"]').check();
    await page.locator('button[data-action="send"]').click();
    await expect(page.locator('[data-submission-state="sent"]')).toBeVisible();
    expect((await expectOneHeld(fresh)).answers).toEqual({ walk: 'good' });
  });

  test('a withdrawn form says so kindly, keeps what somebody wrote in sight, and can come back', async ({
    browser,
    page,
    fresh,
  }) => {
    const editor = await anEditor(browser, fresh);
    await publish(editor, aMadeForm());
    await page.goto(`${fresh.url}/en/forms/walk-survey/`);
    await page.locator('[name="walk"][value="bad"]').check();
    await editor.post('forms/withdraw', { form: 'walk-survey', why: 'The walk has ended.' });

    await page.locator('button[data-action="send"]').click();
    await expect(page.locator('main')).toContainText('Bad');
    await expect(page.locator('[data-submission-state]')).toHaveCount(0);

    const gone = await page.goto(`${fresh.url}/en/forms/walk-survey/`);
    expect(gone?.status()).toBe(410);
    await expect(page.locator('main')).toContainText('This form is not used any more.');
    await expect(page.locator('main')).toContainText('The walk has ended.');
    await expect(page.locator('main form')).toHaveCount(0);
    expect(await heldIds(fresh)).toEqual([]);
    await publish(editor, aMadeForm());
    expect((await page.goto(`${fresh.url}/en/forms/walk-survey/`))?.status()).toBe(200);
  });
});
