import {
  addQuestion,
  beginForm,
  chooseLine,
  findingsOf,
  formKept,
  goTo,
  heard,
  listen,
  outline,
  panelTitle,
  preview,
} from '../support/builder.ts';
import { buildReferenceForm } from '../support/reference-form.ts';
import { expect, test } from '../support/site.ts';

test.describe.configure({ timeout: 300_000 });

test('[F-1] [G4] a form with branches in three languages is built by keyboard alone, checked and tried', async ({
  page,
  site,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1280, height: 900 });
  const { keys, languages } = await buildReferenceForm(page, site.url);
  expect(languages).toEqual(['ar', 'pl']);
  expect(await findingsOf(page)).toEqual([]);

  await page.locator('[data-focus="view"]').waitFor();
  await keys.backTo('See it');
  await keys.press('Enter');
  await expect(page.locator('[data-focus="view"]')).toBeFocused();
  const form = preview(page);
  await expect(form.locator('[data-form-part] h1')).toHaveText('Join our walking group');
  // A test-fill by keyboard, in the runtime of all forms: the branch opens, and Send sends nothing.
  await form.locator('[name="whereDoYouLive"]').first().focus();
  await page.keyboard.press('Space');
  await expect(form.locator('[data-question="whichPartOfDerby"]')).toBeVisible();
  await form.locator('[data-at="page"]').focus();
  await page.keyboard.press('Enter');
  await expect(form.locator('[data-action="send"]')).toBeVisible();
  await form.locator('[data-action="send"]').focus();
  await page.keyboard.press('Enter');
  await expect(form.locator('[data-sent-part]')).toBeVisible();
  await expect(form.locator('[data-sent-part] p').first()).toHaveText('Every answer is in order. Nothing was sent.');
});

const KINDS = [
  ['text', 'input[type="text"]'],
  ['long-text', 'textarea'],
  ['one-of', 'input[type="radio"]'],
  ['some-of', 'input[type="checkbox"]'],
  ['scale', '.choices--scale input[type="radio"]'],
  ['whole-number', 'input[inputmode="numeric"]'],
  ['money', 'input[inputmode="decimal"]'],
  ['date', '.date input'],
  ['postcode', 'input[type="text"]'],
  ['telephone', 'input[type="tel"]'],
  ['email', 'input[type="email"]'],
  ['tick', 'input[type="checkbox"]'],
] as const;

test('[F-4] questions of every kind are built, and are asked as every form asks them', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await beginForm(page, site.url);
  for (const [kind] of KINDS) {
    const isChoice = ['one-of', 'some-of', 'scale'].includes(kind);
    await addQuestion(page, { label: `A question of ${kind}`, kind, ...(isChoice ? { options: ['Yes', 'No'] } : {}) });
  }
  for (const [kind, control] of KINDS) {
    const question = preview(page).locator('[data-question]', { hasText: `A question of ${kind} (` });
    await expect(question.locator(control).first(), kind).toBeVisible();
  }
});

test('[F-4] a group is picked from those of the site', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Which group?', kind: 'one-of', options: ['Another group'] });
  await page.getByLabel('Also offer from this site').selectOption('groups');
  const options = preview(page).locator('[data-question="whichGroup"] input');
  await expect.poll(() => options.count()).toBeGreaterThan(5);
  await expect(preview(page).getByLabel('Another group')).toBeVisible();
});

test('[F-18] questions that other forms ask are offered, and keep their ids', async ({ page, site }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await beginForm(page, site.url);
  await outline(page).getByRole('button', { name: 'Add a page' }).click();
  await page.getByLabel('What is on it').selectOption('shared');
  await page.getByLabel('Shared questions', { exact: true }).selectOption('contact');
  await page.locator('.builder-form button[type="submit"]').click();
  await expect(panelTitle(page)).toHaveText('How to reply to you');
  await expect(outline(page).getByRole('button', { name: 'How should we get in touch with you?' })).toBeVisible();
  await preview(page).locator('[data-at="page"]').click();
  await expect(preview(page).locator('[name="contactMethod"]').first()).toBeVisible();
  // Some of its questions alone.
  const taken = page.locator('.panel fieldset input[type="checkbox"]');
  await taken.last().uncheck();
  await expect(outline(page).getByRole('button', { name: 'How should we get in touch with you?' })).toBeVisible();
  await expect(taken.last()).not.toBeChecked();
  await expect(outline(page).locator('ol ol button')).toHaveCount((await taken.count()) - 1);
});

test('what is added, moved, copied or removed is said, and Undo brings it back', async ({ page, site }) => {
  await listen(page);
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'First question' });
  await heard(page, 'Question added: First question.');
  await addQuestion(page, { label: 'Second question' });
  await page.getByRole('button', { name: 'Move up Second question' }).click();
  await heard(page, '“Second question” is now question 1 of 2');
  await page.getByRole('button', { name: 'Copy Second question' }).click();
  await heard(page, 'Question copied: Second question.');
  await expect(panelTitle(page)).toBeFocused();
  await page.getByRole('button', { name: 'Remove Second question' }).click();
  await heard(page, 'Undo brings it back.');
  await expect(panelTitle(page)).toBeFocused();

  await page.keyboard.press('Control+z');
  await heard(page, 'Undone. Question removed: Second question.');
  await expect(outline(page).getByRole('button', { name: 'Second question' })).toHaveCount(2);
  await page.keyboard.press('Control+Shift+z');
  await expect(outline(page).getByRole('button', { name: 'Second question' })).toHaveCount(1);
  for (let step = 0; step < 5; step += 1) await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(outline(page).getByRole('button', { name: /question$/ })).toHaveCount(0);
});

test('what is typed is undone as one, not letter by letter', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'What should we call you?' });
  const label = page.locator('[data-words="questions.whatShouldWeCall.label"]');
  await label.press('End');
  // Typed without a rest, however slow the machine.
  await page.clock.setFixedTime(new Date());
  await page.keyboard.type(' Any name will do.');
  await expect(panelTitle(page)).toHaveText('What should we call you? Any name will do.');
  await page.keyboard.press('Control+z');
  await expect(label).toHaveValue('What should we call you?');
});

test('a question without words stays as it was, and says what to do', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'What should we call you?' });
  const label = page.locator('[data-words="questions.whatShouldWeCall.label"]');
  await label.fill('');
  await expect(page.locator('.question__problem')).toHaveText(/Enter some words/);
  await expect(label).toHaveAttribute('aria-invalid', 'true');
  await expect(panelTitle(page)).toHaveText('What should we call you?');
});

test('a finding leads to its place; where the builder can put it right, one press does', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
  expect(await findingsOf(page)).toEqual(expect.arrayContaining(['noRecipient', 'noNotice', 'noLanguage']));
  await page.locator('[data-finding="noLanguage"] [data-repair]').first().click();
  await expect(page.locator('[data-finding="noLanguage"]')).toHaveCount(1);
  await page.locator('[data-finding="noRecipient"] button').first().click();
  await expect(panelTitle(page)).toBeFocused();
  await page.getByLabel('Team that receives the form').selectOption('site-team');
  await page.getByLabel('Privacy notice').selectOption('way-in-2026-1');
  expect(await findingsOf(page)).not.toEqual(expect.arrayContaining(['noRecipient']));
});

test('a form that the check stops cannot be sent', async ({ page, site }) => {
  await beginForm(page, site.url);
  await goTo(page, 'publish');
  await expect(page.locator('[data-blocked]')).toBeVisible();
  await expect(page.locator('[data-action="send-for-review"]')).toHaveCount(0);
});

test('the paths are there in words: which answer leads where', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
  await outline(page).getByRole('button', { name: 'Add a page' }).click();
  await page.locator('[data-focus="new-title"]').fill('People who live there');
  await page.locator('.builder-form button[type="submit"]').click();
  await addQuestion(page, { label: 'How do you come here?' });
  await chooseLine(page, 'People who live there');
  await page.getByText('Show this page to some people only').click();
  await page.getByRole('button', { name: 'Add a condition' }).click();
  await page.getByLabel('with', { exact: true }).selectOption({ label: 'There' });
  await goTo(page, 'paths');
  await expect(page.locator('[data-paths]')).toContainText(
    'To “People who live there” if you ticked “There” in “Where do you live?”',
  );
  await expect(page.locator('[data-paths]')).toContainText('otherwise');
});

test('a translation that is out of date says so, with what the sentence was', async ({ page, site }) => {
  await beginForm(page, site.url, 'Join our group');
  await formKept(page);
  await goTo(page, 'languages');
  await page.locator('[data-add-language="pl"]').click();
  const title = page.locator('[data-sentence="title"]');
  await expect(title).toHaveAttribute('data-state', 'new');
  await title.locator('input').fill('Dołącz do grupy');
  await expect(title).toHaveAttribute('data-state', 'done');
  await page.locator('.editor-parts a').first().click();
  await chooseLine(page, 'The whole form');
  await page.locator('[data-words="title"]').fill('Join our walking group');
  await goTo(page, 'languages');
  await expect(title).toHaveAttribute('data-state', 'stale');
  await expect(title).toContainText('Join our group');
  await title.getByRole('button', { name: /still right/ }).click();
  await expect(title).toHaveAttribute('data-state', 'done');
});
