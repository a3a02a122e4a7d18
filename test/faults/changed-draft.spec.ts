import type { Answers } from '#core/criteria/criterion.ts';
import { derbyAnswers } from '../support/answers.ts';
import { violations } from '../support/axe.ts';
import { copyProject } from '../support/copy-project.ts';
import { filePart, openFromFile, saveToFile } from '../support/draft-file.ts';
import { expectOneHeld } from '../support/held.ts';
import { answerAndContinue, expectState, fillForm, openForm, sendButton, stepOnScreen } from '../support/person.ts';
import { expect, test } from '../support/queue.ts';

interface Form {
  pages: { id?: string; use?: string; questions?: { id: string; options?: string[] }[] }[];
}

const answers: Answers = {
  ...derbyAnswers,
  whatHelp: ['one-to-one', 'course'],
  cannotAttendReason: 'none',
  personalCare: 'no',
  goals: 'To sing again.\nTo meet others.',
};

/** Takes an option and a question away, and moves another to a page of its own. */
function change(text: string): string {
  const form = JSON.parse(text) as Form;
  const question = (id: string) => form.pages.flatMap(({ questions = [] }) => questions).find((one) => one.id === id);
  const help = question('whatHelp');
  const words = question('inOwnWords');
  if (!help?.options || !words) throw new Error('derby-self asks something else now');
  help.options = help.options.filter((option) => option !== 'one-to-one');
  for (const page of form.pages) {
    if (page.questions) page.questions = page.questions.filter(({ id }) => id !== 'inOwnWords');
  }
  form.pages = form.pages.filter(({ id }) => id !== 'goals');
  const page = form.pages.find(({ id }) => id === 'personal-care');
  if (!page?.questions) throw new Error('derby-self has no such page of its own now');
  page.questions.push(words);
  return JSON.stringify(form);
}

test('a draft, and a file, of a form that has changed: kept, moved, asked again, not asked any more, in words', async ({
  page,
  browser,
  wayIn,
}) => {
  test.setTimeout(600_000);
  await openForm(page, wayIn.url, 'derby-self');
  await fillForm(page, answers, 'carer');
  const file = await saveToFile(page);

  const copy = copyProject();
  copy.edit('forms/derby-self/form.json', change);
  await wayIn.restart(copy.folder);
  await page.reload();

  const notice = page.locator('[data-notice="new-version"]');
  await expect(notice).toContainText('This form has changed since you began');
  await expect(notice).toContainText(/\d+ answers are where you left them/);
  await expect(notice.locator('[data-moved="inOwnWords"]')).toBeVisible();
  await expect(notice.locator('[data-again="whatHelp"]')).toContainText('You said: ');
  await expect(notice.locator('[data-dropped]')).toContainText('You said: To sing again.');
  await expect(page.getByRole('status').filter({ hasText: 'This form has changed' })).toHaveCount(1);
  expect(await violations(page)).toEqual([]);

  await notice.locator('[data-moved="inOwnWords"] button').click();
  await expect.poll(() => stepOnScreen(page)).toBe('personal-care');
  await expect(page.locator('[name="inOwnWords"]')).toBeFocused();
  await expect(page.locator('[name="inOwnWords"]')).toHaveValue(String(answers['inOwnWords']));
  await notice.locator('[data-again="whatHelp"] button').click();
  await expect(page.locator('[name="whatHelp"][value="course"]')).toBeChecked();
  await answerAndContinue(page, {});

  // What was set aside is told as long as the draft lives.
  await page.goto(`${wayIn.url}/en/your-forms/`);
  await page.getByText('What you wrote').click();
  await expect(page.locator('[data-draft="derby-self"]')).toContainText('To sing again.');
  await page.getByRole('link', { name: /Go on with/ }).click();
  await expect(notice.locator('[data-dropped]').filter({ hasText: 'To sing again.' })).toBeVisible();

  const context = await browser.newContext({ serviceWorkers: 'block' });
  const elsewhere = await context.newPage();
  await openForm(elsewhere, wayIn.url, 'derby-self', 'pl');
  await openFromFile(elsewhere, file.text);
  await expect(filePart(elsewhere, 'open').locator('[data-file-opened]')).toBeVisible();
  await expect(elsewhere.locator('[data-dropped]')).toContainText('To sing again.');
  await expect(elsewhere.locator('[data-dropped] [lang="en"]').first()).toBeVisible();
  await fillForm(elsewhere, derbyAnswers);
  await sendButton(elsewhere).click();
  await expectState(elsewhere, 'sent', 60_000);
  const { answers: sent } = await expectOneHeld(wayIn);
  expect(sent).toMatchObject({ inOwnWords: derbyAnswers['inOwnWords'] });
  expect(sent).not.toHaveProperty('goals');
  await context.close();
  copy.remove();
});
