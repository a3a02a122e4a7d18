import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import type { Answers } from '#core/criteria/criterion.ts';
import { type LyingProxy, startLyingProxy } from './lying-proxy.ts';
import { readyToSend } from './person.ts';
import { startWayIn, type WayIn } from './way-in.ts';

/** What a fault test works with: a real server, a proxy before it that can lie, and a page behind the proxy. */
export const test = base.extend<{ wayIn: WayIn; liar: LyingProxy }>({
  // Keeping the whole site costs every test seconds; here the queue is meant.
  serviceWorkers: 'block',
  wayIn: async ({}, use) => {
    const wayIn = await startWayIn();
    await use(wayIn);
    await wayIn.stop();
  },
  liar: async ({ wayIn }, use) => {
    const liar = await startLyingProxy(wayIn.url);
    await use(liar);
    await liar.close();
  },
  context: async ({ context }, use) => {
    await noteStates(context);
    await use(context);
  },
});

export { expect };

/** The drop box's three calls, by path. */
export const PUSH = /\/intake\/submissions\/_bulk_docs$/;
export const QUESTION = /\/intake\/submissions\/_revs_diff$/;
export const RECEIPT = /\/intake\/receipts\//;
export const INTAKE = /^\/intake/;

/** Writes down every state that any page shows, for `statesSeen`. */
export async function noteStates(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { statesSeen: seen });
    const note = () => {
      for (const element of document.querySelectorAll('[data-submission-state]')) {
        const state = element.getAttribute('data-submission-state') ?? '';
        if (seen.at(-1) !== state) seen.push(state);
      }
    };
    new MutationObserver(note).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

/** Every state that the page has shown since it was loaded, in order. */
export function statesSeen(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => (globalThis as unknown as { statesSeen: string[] }).statesSeen);
}

/** The shortest form of all: to the queue a form is sealed bytes, and each test fills one in. */
export const SHORT_FORM = 'report-problem';
export const shortAnswers = {
  problem: 'The menu does not open. Żółć.',
  wantReply: 'no',
  consentPrivacy: 'yes',
} satisfies Answers;

/** Fills a form, all but the last press of Send. */
export async function aFormReadyToSend(
  page: Page,
  url: string,
  form = SHORT_FORM,
  answers: Answers = shortAnswers,
): Promise<void> {
  await readyToSend(page, url, form, answers);
}

/** Waits until a try has come to its end, and the page says that it was not enough. */
export async function expectTriedInVain(page: Page): Promise<void> {
  await expect(page.locator('[data-status]')).toContainText(/We will try again/);
}
