import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import type { QuestionKind } from '#core/forms/definition.ts';

/** Opens the form builder and waits for its list of forms. */
export async function openBuilder(page: Page, url: string, language = 'en'): Promise<void> {
  await page.goto(`${url}/${language}/build/`);
  await expect(page.locator('[data-focus="new-form"]')).toBeVisible();
}

/** Begins an empty form, and waits until it can be worked on. */
export async function beginForm(page: Page, url: string, title = 'Join our group', language = 'en'): Promise<void> {
  await openBuilder(page, url, language);
  await page.locator('[data-focus="new-form"]').fill(title);
  await page.keyboard.press('Enter');
  await expect(outline(page)).toBeVisible();
  await expect(page.locator('[data-focus="panel"]')).toBeFocused();
}

/** Begins with a template. */
export async function beginFrom(page: Page, url: string, template: string, language = 'en'): Promise<void> {
  await openBuilder(page, url, language);
  await page.locator(`[data-template="${template}"] button`).click();
  await expect(outline(page)).toBeVisible();
}

/** Opens a file with this content in the builder, as far as its report or its problem. */
export async function openBuilderFile(page: Page, name: string, content: string | Buffer): Promise<void> {
  // From the disk, as a person does: a large one sent along with the command takes a slow machine too long.
  const file = join(await mkdtemp(join(tmpdir(), 'way-in-form-')), name);
  await writeFile(file, content);
  await page.locator('[data-open-file]').setInputFiles(file);
}

/** Goes on with the form that was just opened from a file. */
export async function workOnOpened(page: Page): Promise<void> {
  await page.locator('[data-opened] button').click();
  await expect(outline(page)).toBeVisible();
}

export const outline = (page: Page): Locator => page.locator('.outline');
export const panelTitle = (page: Page): Locator => page.locator('[data-focus="panel"]');

/** Notes everything that is announced from now on: each text stands for a moment only. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const all: string[] = [];
    (window as unknown as { heard: string[] }).heard = all;
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target as Element).closest?.('[role="status"]');
        if (region?.textContent) all.push(region.textContent);
      }
    }).observe(document, { subtree: true, childList: true });
  });
}

/** Waits until a text was announced. */
export async function heard(page: Page, text: string): Promise<void> {
  const all = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard.join('\n'));
  await expect.poll(all).toContain(text);
}

/** Chooses a line of the outline. */
export async function chooseLine(page: Page, name: string): Promise<void> {
  await outline(page).getByRole('button', { name, exact: true }).first().click();
  await expect(panelTitle(page)).toBeFocused();
}

export interface NewQuestion {
  readonly label: string;
  readonly kind?: QuestionKind;
  readonly options?: readonly string[];
  readonly required?: boolean;
  readonly why?: string;
}

/** Adds a question after what is chosen, with the mouse and the controls of the page. */
export async function addQuestion(page: Page, question: NewQuestion): Promise<void> {
  await page.locator('[data-focus="add-after"]').click();
  const form = page.locator('.builder-form');
  await form.locator('[data-focus="new-label"]').fill(question.label);
  await form.locator('select').selectOption(question.kind ?? 'text');
  if (question.options) await form.locator('textarea').fill(question.options.join('\n'));
  if (question.required) await form.locator('input[type="checkbox"]').check();
  if (question.why) await form.locator('input[type="text"]').last().fill(question.why);
  await form.locator('button[type="submit"]').click();
  await expect(panelTitle(page)).toHaveText(question.label);
}

export type View = 'preview' | 'check' | 'paths' | 'languages' | 'files' | 'publish';

/** Goes to a part of the editor. */
export async function goTo(page: Page, view: View): Promise<void> {
  await page.locator(`.editor-parts a[href$="/${view}"]`).click();
  await expect(page.locator('[data-focus="view"]')).toBeFocused();
}

export async function goToQuestions(page: Page): Promise<void> {
  await page.locator('.editor-parts a').first().click();
  await expect(outline(page)).toBeVisible();
}

/** The form as it is shown in the runtime of all forms. */
export const preview = (page: Page): FrameLocator => page.frameLocator('iframe[data-preview="phone"]');

/** Waits until the device keeps the form as it is. */
export async function formKept(page: Page): Promise<void> {
  await expect(page.locator('[data-keeping="kept"]')).toBeVisible();
}

/** The codes of what is found, once the form as it is has been looked at. */
export async function findingsOf(page: Page): Promise<readonly string[]> {
  if (!page.url().endsWith('/check')) await goTo(page, 'check');
  // What a larger form lacked before the last step stands there until it was looked at again.
  await expect(page.locator('[data-looked-at="newest"]')).toBeVisible();
  return page.locator('[data-finding]').evaluateAll((all) => all.map((one) => one.getAttribute('data-finding') ?? ''));
}

/** A form as the builder saves it. */
export function aBundle(form: object, texts: { readonly [language: string]: object }): string {
  const files = Object.entries(texts).map(([language, text]) => [`text.${language}.json`, text]);
  return JSON.stringify({
    kind: 'form-files',
    version: 1,
    files: { 'form.json': form, ...Object.fromEntries(files) },
  });
}

/** The structure of a small form of one page. */
export function aFormFile(questions: readonly object[], more: object = {}): object {
  return {
    id: 'from-a-file',
    system: 'all',
    kind: 'submission',
    audience: 'resident',
    promise: 'none',
    privacyNotice: 'way-in-2026-1',
    crisisPanel: false,
    routes: [{ recipient: 'site-team' }],
    pages: [{ id: 'page-1', questions }],
    ...more,
  };
}

/** Its words. */
export function aTextFile(labels: { readonly [question: string]: string }, more: object = {}): object {
  return {
    title: 'From a file',
    intro: ['This form takes two minutes.'],
    recipients: { 'site-team': 'the Way In team' },
    pages: { 'page-1': { title: 'Questions' } },
    questions: Object.fromEntries(Object.entries(labels).map(([id, label]) => [id, { label }])),
    ...more,
  };
}
