import { type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { startWayIn, type WayIn } from './way-in.ts';

/** What pages asked for and complained of during one test. */
export interface Watched {
  /** Addresses outside the site itself. */
  readonly strangers: readonly string[];
  /** Script errors and broken policies. */
  readonly complaints: readonly string[];
}

/**
 * The tests' own `test`: `site` is one server a worker, for reading; `fresh` is a server of its own for a test
 * that counts what is held. Every page of every test is watched: no other origin, no script error, no broken policy.
 */
export const test = base.extend<{ fresh: WayIn; watched: Watched }, { site: WayIn }>({
  // Keeping the whole site costs every test seconds; the tests about it switch it on.
  serviceWorkers: 'block',
  site: [
    async ({}, use) => {
      const site = await startWayIn();
      await use(site);
      await site.stop();
    },
    { scope: 'worker', timeout: 240_000 },
  ],
  fresh: async ({ context }, use) => {
    const fresh = await startWayIn();
    await use(fresh);
    // A page that still loads must not find its server gone.
    await Promise.all(context.pages().map((page) => page.close()));
    await fresh.stop();
  },
  watched: [
    async ({ context }, use) => {
      const watched = watch(context);
      await use(watched);
      expect(watched.strangers, 'requests to other origins').toEqual([]);
      expect(watched.complaints, 'script errors and broken policies').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Notes every request to another origin, and every error, of a browser context. */
export function watch(context: BrowserContext): Watched {
  const watched = { strangers: [] as string[], complaints: [] as string[] };
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== 'localhost') watched.strangers.push(request.url());
  });
  context.on('weberror', (error) => watched.complaints.push(String(error.error())));
  context.on('console', (message) => {
    if (/content security policy|refused to/i.test(message.text())) watched.complaints.push(message.text());
  });
  return watched;
}

/** Waits until the service worker holds what it keeps for offline use. */
export async function keptForOffline(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    if (active?.state === 'activated') return;
    await new Promise((resolve) => active?.addEventListener('statechange', resolve));
  });
}
