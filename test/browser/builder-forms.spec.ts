import {
  aBundle,
  addQuestion,
  aFormFile,
  beginForm,
  beginFrom,
  findingsOf,
  goTo,
  openBuilder,
  openBuilderFile,
  outline,
  preview,
  workOnOpened,
} from '../support/builder.ts';
import { expect, test } from '../support/site.ts';

test.describe.configure({ timeout: 240_000 });
test.use({ viewport: { width: 1280, height: 900 } });

const TEMPLATES = ['self-referral', 'feedback', 'sign-up', 'complaint', 'course-booking', 'group-survey'];

test('every template begins a form that lacks only who receives it, and its privacy notice', async ({ page, site }) => {
  test.slow();
  for (const template of TEMPLATES) {
    await beginFrom(page, site.url, template);
    const left = (await findingsOf(page)).filter((code) => !['noRecipient', 'noNotice', 'noWords'].includes(code));
    expect(left, template).toEqual([]);
  }
});

test('[A11] a survey among peers is built from a template, and asks nobody who they are', async ({ page, site }) => {
  await beginFrom(page, site.url, 'group-survey');
  await expect(page.getByLabel('Anonymous: nobody can tell who answered')).toBeChecked();
  // A name in it stops the form: anonymous is a promise.
  await outline(page).getByRole('button', { name: 'Add a page' }).click();
  await page.getByLabel('What is on it').selectOption('shared');
  await page.getByLabel('Shared questions', { exact: true }).selectOption('name');
  await page.locator('.builder-form button[type="submit"]').click();
  await expect(outline(page)).toContainText('shared');
  expect(await findingsOf(page)).toContain('tellsWho');
  await page.keyboard.press('Control+z');
  expect(await findingsOf(page)).not.toContain('tellsWho');

  await goTo(page, 'preview');
  const form = preview(page);
  await expect(form.locator('[data-at="page"]')).toBeVisible();
  await expect(form.locator('[name="preferredName"], [name="fullName"], [name="email"]')).toHaveCount(0);
});

const STATEMENTS = {
  'text.en.json': {
    title: 'How was our group?',
    intro: ['This takes two minutes.'],
    scale: { agree: 'I agree', disagree: 'I do not agree' },
    recipients: { 'site-team': 'the team that runs this site' },
    pages: { 'page-1': { title: 'What you think' } },
    questions: { welcome: { label: 'I felt welcome' }, again: { label: 'I would come again' } },
  },
};
const SURVEY = aFormFile(
  ['welcome', 'again'].map((id) => ({ id, kind: 'scale', options: ['agree', 'disagree'] })),
  { kind: 'monitoring', promise: 'anonymous' },
);

test('[E48] other statements in the file make another survey, without code', async ({ page, site }) => {
  await openBuilder(page, site.url);
  await openBuilderFile(page, 'survey.json', aBundle(SURVEY, { en: STATEMENTS['text.en.json'] }));
  await workOnOpened(page);
  await expect(preview(page).getByText('I felt welcome')).toBeVisible();

  const other = {
    ...STATEMENTS['text.en.json'],
    questions: { welcome: { label: 'People listened to me' }, again: { label: 'I learned something' } },
  };
  await openBuilder(page, site.url);
  await openBuilderFile(page, 'survey.json', aBundle(SURVEY, { en: other }));
  await workOnOpened(page);
  await expect(preview(page).getByText('People listened to me')).toBeVisible();
  await expect(preview(page).getByText('I felt welcome')).toHaveCount(0);
});

test('[G3] a form made here says what to put right, with links to each question', async ({ page, site }) => {
  await beginForm(page, site.url);
  await addQuestion(page, {
    label: 'What should we call you?',
    required: true,
    why: 'So that we know how to greet you.',
  });
  const form = preview(page);
  await form.locator('[data-at="page"]').click();
  const summary = form.locator('[data-error-summary]');
  await expect(summary).toBeVisible();
  await expect(summary.getByRole('link')).toHaveAttribute('href', '#whatShouldWeCall');
  await expect(form.locator('#whatShouldWeCall')).toHaveAttribute('aria-invalid', 'true');
});

test('[G8] [G9] a form made here is seen in Arabic from right to left, with the answers that were tried', async ({
  page,
  site,
}) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'What should we call you?' });
  await goTo(page, 'languages');
  await page.locator('[data-add-language="ar"]').click();
  const words = page.locator('[data-sentence="questions.whatShouldWeCall.label"] input');
  await expect(words).toHaveAttribute('dir', 'rtl');
  await expect(words).toHaveAttribute('lang', 'ar');
  await words.fill('ما اسمك؟');
  await goTo(page, 'preview');
  await preview(page).locator('#whatShouldWeCall').fill('Sam');
  await page.getByLabel('Language', { exact: true }).selectOption('ar');
  await expect(preview(page).locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(preview(page).locator('html')).toHaveAttribute('lang', 'ar');
  await expect(preview(page).getByText('ما اسمك؟')).toBeVisible();
  await expect(preview(page).locator('#whatShouldWeCall')).toHaveValue('Sam');
});

test('[G10] a sentence that is not translated stops the form, and shows in the language it was written in', async ({
  page,
  site,
}) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'What should we call you?' });
  await goTo(page, 'languages');
  await page.locator('[data-add-language="pl"]').click();
  expect(await findingsOf(page)).toContain('notTranslated');
  await goTo(page, 'preview');
  await page.getByLabel('Language', { exact: true }).selectOption('pl');
  await expect(preview(page).locator('html')).toHaveAttribute('lang', 'pl');
  await expect(preview(page).getByText('What should we call you?')).toBeVisible();
});

test('[G28] [G29] on paper a form made here has the same questions, and with scripts off as well', async ({
  page,
  site,
}) => {
  await beginForm(page, site.url);
  await addQuestion(page, { label: 'Where do you live?', kind: 'one-of', options: ['Here', 'There'] });
  await addQuestion(page, { label: 'Anything else?', kind: 'long-text' });
  await goTo(page, 'preview');
  for (const way of ['paper', 'plain'] as const) {
    await page.getByLabel('How', { exact: true }).selectOption(way);
    const sheet = page.frameLocator(`iframe[data-preview="${way}"]`);
    for (const text of ['Where do you live?', 'Here', 'There', 'Anything else?']) {
      await expect(sheet.getByText(text).first()).toBeVisible();
    }
    const looks = await sheet.locator('body').evaluate(() => document.styleSheets.length);
    expect(looks).toBeGreaterThan(0);
  }
});

test('a form saved to a file is the same form when the file is opened', async ({ page, site }) => {
  await beginForm(page, site.url, 'Join our group');
  await addQuestion(page, {
    label: 'Where do you live?',
    kind: 'one-of',
    options: ['Here', 'There'],
    required: true,
    why: 'To plan.',
  });
  await goTo(page, 'files');
  const saving = page.waitForEvent('download');
  await page.locator('[data-save="bundle"]').click();
  const file = await (await saving).path();
  const { readFileSync } = await import('node:fs');
  const content = readFileSync(file, 'utf8');
  await openBuilder(page, site.url);
  await openBuilderFile(page, 'form.json', content);
  await expect(page.locator('[data-opened]')).toContainText('Everything in it could be kept.');
  await workOnOpened(page);
  await goTo(page, 'files');
  const again = page.waitForEvent('download');
  await page.locator('[data-save="bundle"]').click();
  expect(readFileSync(await (await again).path(), 'utf8')).toBe(content);
});

test('a form of SurveyJS is opened, with a report of what could not be kept', async ({ page, site }) => {
  await openBuilder(page, site.url);
  const survey = {
    title: 'A survey',
    pages: [
      {
        name: 'p1',
        elements: [
          { type: 'radiogroup', name: 'where', title: 'Where do you live?', choices: ['Here', 'There'] },
          { type: 'file', name: 'upload', title: 'Your file' },
        ],
      },
    ],
  };
  await openBuilderFile(page, 'survey.json', JSON.stringify(survey));
  await expect(page.locator('[data-kept="upload"]')).toContainText('Our forms take no files.');
  await workOnOpened(page);
  await expect(outline(page).getByRole('button', { name: 'Where do you live?' }).last()).toBeVisible();
});

test('sentences go to a translator as XLIFF and as a table, and what comes back is taken as one step', async ({
  page,
  site,
}) => {
  const { readFileSync } = await import('node:fs');
  await beginForm(page, site.url, 'Join our group');
  await goTo(page, 'languages');
  await page.locator('[data-add-language="pl"]').click();
  for (const [kind, name] of [
    ['xliff', 'back.xlf'],
    ['csv', 'back.csv'],
  ] as const) {
    const saving = page.waitForEvent('download');
    await page.locator(`[data-save="${kind}"]`).click();
    const text = readFileSync(await (await saving).path(), 'utf8');
    const back =
      kind === 'xliff'
        ? text.replace(/(<trans-unit id="title"[\s\S]*?<target[^>]*>)[^<]*/, '$1Tytuł z pliku xliff')
        : text.replace(/^(title,[^,]*,[^,]*,)[^\r\n]*/m, '$1Tytuł z pliku csv');
    await page
      .locator('[data-open-translation]')
      .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(back) });
    await expect(page.locator('[data-sentence="title"] input')).toHaveValue(`Tytuł z pliku ${kind}`);
  }
  await page.keyboard.press('Control+z');
  await expect(page.locator('[data-sentence="title"] input')).toHaveValue('Tytuł z pliku xliff');
});
