import type { Browser } from '@playwright/test';
import { kinds } from '../support/pages.ts';
import { weigh } from '../support/weigh.ts';

const kB = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

/** Each kind of page in English, and the forms in every language. */
export async function pageWeights(browser: Browser, url: string): Promise<readonly (readonly string[])[]> {
  const paths = [
    ...Object.values(kinds).map((path) => `/en${path}`),
    '/pl/forms/derby-self/',
    '/ar/forms/derby-self/',
    '/en/forms/swk-self/',
  ];
  const rows: string[][] = [];
  for (const path of paths) {
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const { html, css, js, data } = await weigh(await context.newPage(), `${url}${path}`);
    rows.push([path, kB(html), kB(css), kB(js), kB(data), kB(html + css + js + data)]);
    await context.close();
  }
  return rows;
}
