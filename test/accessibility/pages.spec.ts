import type { Page } from '@playwright/test';
import { violations } from '../support/axe.ts';
import { lookAtPage, tooWide } from '../support/look-at-page.ts';
import { kinds, languages, paths, showsColours } from '../support/pages.ts';
import { expect, test } from '../support/site.ts';

/** Pages one test looks at, one after the other in the same window: opening a window for each takes longer than axe. */
const PAGES_A_TEST = 20;

const oneOfEach: readonly string[] = Object.values(kinds);
const [WIDE, NARROW] = [
  { width: 1280, height: 720 },
  { width: 320, height: 256 },
];

/** What the site answers, by address: asked once a worker, since most pages lead to the same ones. */
const answers = new Map<string, number>();

async function brokenLinks(page: Page, links: readonly string[]): Promise<readonly string[]> {
  for (const link of links) if (!answers.has(link)) answers.set(link, (await page.request.get(link)).status());
  return links.filter((link) => answers.get(link) !== 200).map((link) => `a link to ${link}: ${answers.get(link)}`);
}

// Every page is opened once, and all that must be true of every page is looked at there.
for (const language of languages) {
  const { code } = language;
  for (let from = 0; from < paths.length; from += PAGES_A_TEST) {
    const some = paths.slice(from, from + PAGES_A_TEST);
    test(`[G2] [G5] [G8] [G9] [G10] [G33] pages in ${code} pass axe, fit 320 pixels, say their language and what is not in it, and no link is broken: ${some[0]} to ${some.at(-1)}`, async ({
      page,
      site,
    }) => {
      test.slow();
      const found: string[] = [];
      for (const path of some) {
        await page.setViewportSize(WIDE);
        await page.goto(`${site.url}/${code}${path}`);
        const { faults, links } = await lookAtPage(page, { path, language, languages });
        const colours = code === 'en' || (showsColours(code) && oneOfEach.includes(path));
        faults.push(...(await brokenLinks(page, links)), ...(await violations(page, { colours })));
        await page.setViewportSize(NARROW);
        faults.push(...(await tooWide(page)).map((what) => `scrolls sideways: ${what}`));
        found.push(...faults.map((fault) => `${path}: ${fault}`));
      }
      expect(found).toEqual([]);
    });
  }

  test(`/${code}/ not found passes axe`, async ({ page, site }) => {
    const answer = await page.goto(`${site.url}/${code}/no-such-page/`);
    expect(answer?.status()).toBe(404);
    expect(await violations(page)).toEqual([]);
  });
}

for (const scheme of ['dark', 'light'] as const) {
  for (const path of ['/', '/services/lot3/', '/forms/derby-self/', '/your-forms/']) {
    test(`[G6] [G7] ${path} has enough contrast in ${scheme} mode`, async ({ page, site }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${site.url}/en${path}`);
      expect(await violations(page)).toEqual([]);
    });
  }
}
