import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

// Run in the page itself: the wrapper for Playwright opens a second page each time, for frames, and ours have none.
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Looking {
  /** Contrast too: more than half of the time that axe takes. */
  readonly colours?: boolean;
}

/** What axe finds wrong (WCAG 2.2 A and AA, best practices), one line each. None is excepted. */
export async function violations(page: Page, { colours = true }: Looking = {}): Promise<readonly string[]> {
  // Sizes and colours are measured once the page's styles are there, and at rest.
  await page.waitForLoadState('load');
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(axe);
  const how = {
    runOnly: RULES,
    resultTypes: ['violations'],
    rules: { 'color-contrast': { enabled: colours } },
  };
  const found = await page.evaluate(async (options) => {
    const { axe } = window as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } };
    return (await axe.run(document, options)).violations;
  }, how);
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary?.replace(/\s+/g, ' ')}`),
  );
}
