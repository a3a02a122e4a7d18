import { addQuestion, beginForm, findingsOf, goTo, goToQuestions } from '../support/builder.ts';
import { continueButton } from '../support/person.ts';
import { joinAs } from '../support/signed-in.ts';
import { expect, test } from '../support/site.ts';

test.describe.configure({ timeout: 240_000 });

test('[F-1] a form is sent from the builder, refused with a reason, sent again and published: residents fill it in', async ({
  page,
  context,
  browser,
  fresh,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  await beginForm(page, fresh.url, 'Join the walk', 'en');
  await addQuestion(page, { label: 'What should we call you?' });
  await page.locator('.outline__row').first().click();
  await page.getByLabel('What people should know first').fill('This takes a minute.');
  await page.getByLabel('Team that receives the form').selectOption('site-team');
  await page.getByLabel('Privacy notice').selectOption('way-in-2026-1');
  await goTo(page, 'languages');
  for (const language of ['ar', 'pl']) {
    await page.locator(`[data-add-language="${language}"]`).click();
    await expect(page.locator(`[data-add-language="${language}"]`)).toHaveCount(0);
    const boxes = page.locator('[data-state="new"] :is(input, textarea)');
    await expect(boxes).not.toHaveCount(0);
    while ((await boxes.count()) > 0) {
      const before = await boxes.count();
      await boxes.first().fill(`Words in ${language} ${before}`);
      await expect(boxes).toHaveCount(before - 1);
    }
  }
  expect(await findingsOf(page)).toEqual([]);

  await goTo(page, 'publish');
  const send = page.locator('[data-action="send-for-review"]');
  await send.click();
  await expect(page.locator('[data-send-problem="signIn"]')).toBeVisible();
  await joinAs(fresh, context, 'Organiser', 'organiser', []);
  await send.click();
  await expect(page.locator('[data-form-state="waiting"]')).toBeVisible();

  const editors = await browser.newContext();
  const editor = await joinAs(fresh, editors, 'Editor', 'editor');
  const newest = async () => {
    const { body } = await editor.get('forms');
    const [form] = body['forms'] as { readonly drafts: readonly { readonly draft: string }[] }[];
    return form?.drafts[0]?.draft;
  };
  await editor.post('forms/decide', { draft: await newest(), verdict: 'refused', why: 'Say where you meet.' });
  await page.getByRole('button', { name: 'Ask how it stands' }).click();
  await expect(page.locator('[data-form-state="refused"]')).toContainText('Say where you meet.');

  await goToQuestions(page);
  await page.locator('.outline__row').first().click();
  await page.getByLabel('What people should know first').fill('This takes a minute. We meet at the library.');
  await goTo(page, 'publish');
  await expect(page.getByText('You have changed it since you sent it.')).toBeVisible();
  await expect(send).not.toHaveAttribute('aria-disabled', 'true');
  await send.click();
  await expect(page.locator('[data-form-state="waiting"]')).toBeVisible();
  const decided = await editor.post('forms/decide', { draft: await newest(), verdict: 'published' });
  expect(decided.status).toBe(200);
  await page.getByRole('button', { name: 'Ask how it stands' }).click();
  await expect(page.locator('[data-form-state="published"]')).toBeVisible();
  await page.getByRole('link', { name: 'Open the published form' }).click();
  await expect(page.locator('form[data-form="join-the-walk"] [name="whatShouldWeCall"]')).toBeVisible();
  // Its script has come: a server that stops before would leave it asking.
  await expect(continueButton(page)).toBeVisible();
  await editors.close();
});
