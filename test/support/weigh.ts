import { brotliCompressSync } from 'node:zlib';
import type { Page, Response } from '@playwright/test';

/** Bytes of a page once it is at rest, by kind, as Brotli. */
export interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  /** JSON that the script fetches. */
  readonly data: number;
  /** Fonts and pictures, by address: none is wanted. The icon in the address bar is not the page's. */
  readonly others: readonly string[];
}

/** Loads a page in an empty browser and weighs what it fetched. */
export async function weigh(page: Page, url: string): Promise<Weight> {
  const weight = { html: 0, css: 0, js: 0, data: 0, others: [] as string[] };
  const weighed: Promise<void>[] = [];
  const seen = new Set<string>();
  const onResponse = (response: Response) => {
    if (seen.has(response.url())) return;
    seen.add(response.url());
    weighed.push(
      response.body().then(
        (body) => {
          const type = response.headers()['content-type'] ?? '';
          const bytes = brotliCompressSync(body).length;
          if (type.includes('html')) weight.html += bytes;
          else if (type.includes('css')) weight.css += bytes;
          else if (type.includes('javascript')) weight.js += bytes;
          else if (type.includes('json') && !response.url().endsWith('.webmanifest')) weight.data += bytes;
          else if (/font|image/.test(type) && !response.url().includes('icon')) weight.others.push(response.url());
        },
        () => undefined,
      ),
    );
  };
  page.on('response', onResponse);
  await page.goto(url, { waitUntil: 'networkidle' });
  page.off('response', onResponse);
  await Promise.all(weighed);
  return weight;
}
