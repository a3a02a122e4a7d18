import { expect, type Locator, type Page } from '@playwright/test';
import type { WayIn } from './way-in.ts';

export const PASSPHRASE = 'teapot window gravel nine';

/** A coordinator's invitation: the code that lets somebody in once. */
export async function invite(
  site: WayIn,
  name: string,
  groups: readonly string[],
  role: 'organiser' | 'editor' | 'coordinator' = 'organiser',
): Promise<string> {
  const own = role === 'organiser' ? ['--groups', groups.join(',')] : [];
  const { stdout, stderr } = await site.wayin('people', 'invite', name, '--role', role, ...own);
  const [, code] = /^Code\s+(\S+)/m.exec(stdout) ?? [];
  if (code === undefined) throw new Error(`No code for ${name}: ${stderr}`);
  return code;
}

/** Takes up an invitation, and is then signed in. */
export async function join(page: Page, site: WayIn, code: string, lang = 'en'): Promise<void> {
  await page.goto(`${site.url}/${lang}/organise/`);
  await page
    .locator('details', { has: page.locator('[data-asking="join"]') })
    .locator('summary')
    .click();
  await page.locator('#join-code').fill(code);
  await page.locator('#join-passphrase').fill(PASSPHRASE);
  await page.locator('[data-asking="join"] button[type="submit"]').click();
  await expect(signedIn(page)).toBeVisible();
}

/** Signs in with the passphrase that every test's person has. */
export async function signInAs(page: Page, name: string): Promise<void> {
  await page.locator('#sign-in-name').fill(name);
  await page.locator('#sign-in-passphrase').fill(PASSPHRASE);
  await page.locator('[data-asking="sign-in"] button[type="submit"]').click();
}

/** An invitation taken up on this page. */
export async function organiserOn(page: Page, site: WayIn, name: string, groups: readonly string[]): Promise<void> {
  await join(page, site, await invite(site, name, groups));
}

export const signedIn = (page: Page): Locator => page.locator('[data-signed-in]');
export const groupCard = (page: Page, group: string): Locator => page.locator(`[data-group="${group}"]`);
export const cancelButton = (page: Page, group: string): Locator =>
  groupCard(page, group).locator('[data-action="cancel-next"]');
export const changes = (page: Page, state: string): Locator => page.locator(`[data-change-state="${state}"]`);

/** Calls off the next session of a group: the big button, and yes. Answers the day that it was. */
export async function cancelNext(page: Page, group: string, note = ''): Promise<string> {
  const starts = await groupCard(page, group).locator('[data-next]').getAttribute('data-next');
  await cancelButton(page, group).click();
  const panel = groupCard(page, group).locator('[data-confirm]');
  if (note !== '') await panel.getByRole('textbox').fill(note);
  await panel.locator('button[type="submit"]').click();
  await expect(groupCard(page, group).locator('[data-saved] [data-change-state]')).toBeVisible();
  return (starts ?? '').slice(0, 10);
}

/** Opens a group's page as its organiser does. */
export async function openGroup(page: Page, site: WayIn, group: string, lang = 'en'): Promise<void> {
  await page.goto(`${site.url}/${lang}/organise/group/#${group}`);
  await expect(page.locator('[data-history]')).toBeAttached();
}

/** Opens one of the things that can be changed; its form. */
export async function openPart(page: Page, id: string): Promise<Locator> {
  const part = page.locator(`[data-part="${id}"]`);
  await part.locator('summary').click();
  await expect(part.locator('[data-asking]')).toBeVisible();
  return part;
}
