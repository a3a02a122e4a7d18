import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';

export const PASSPHRASE = 'kettle Żółć violin 7';

/** The part of a page where a form is saved to a file, or opened from one. */
export const filePart = (page: Page, part: 'save' | 'open'): Locator => page.locator(`[data-draft-file="${part}"]`);

export const saveButton = (page: Page): Locator => page.locator('[data-action="save-draft"]');
export const openButton = (page: Page): Locator => page.locator('[data-action="open-draft"]');
export const passphraseBoxes = (page: Page, part: 'save' | 'open'): Locator =>
  filePart(page, part).locator('input[autocomplete$="password"]');

/** A file as the browser would hand it in. */
export const asFile = (text: string, name = 'form.wayin.json') => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(text),
});

/** Opens the part, if it is not open already. */
export async function openPart(page: Page, part: 'save' | 'open'): Promise<void> {
  const summary = filePart(page, part).locator(':scope > summary');
  if ((await filePart(page, part).getAttribute('open')) === null) await summary.click();
}

/** Saves the form on the page to a file: its name and its text. */
export async function saveToFile(page: Page, passphrase = PASSPHRASE) {
  await openPart(page, 'save');
  for (const place of [0, 1]) await passphraseBoxes(page, 'save').nth(place).fill(passphrase);
  const [download] = await Promise.all([page.waitForEvent('download'), saveButton(page).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

/** Chooses a file, types its passphrase and opens it. */
export async function openFromFile(page: Page, text: string, passphrase = PASSPHRASE): Promise<void> {
  await openPart(page, 'open');
  await filePart(page, 'open').locator('input[type="file"]').setInputFiles(asFile(text));
  await passphraseBoxes(page, 'open').fill(passphrase);
  await openButton(page).click();
}
