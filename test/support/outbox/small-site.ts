import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeWorker } from '#publish/precache/integration.ts';
import type { Files } from './bundle-store.ts';

/** A site of a few pages with the real service worker. `edition` is in every page and in the name of a hashed file. */
export async function smallSite(edition: string, scripts: Files): Promise<Files> {
  const html = (lang: string, title: string) =>
    `<!doctype html><html lang="${lang}"><title>${title}</title><body><h1>${title}</h1><p data-edition>${edition}</p>` +
    `<p data-works-offline hidden>This site now works without a signal on this device.</p><script type="module" src="/scripts/offline-page.js"></script>`;
  const files: Files = new Map(
    [...scripts].filter(([path]) => path.startsWith('/scripts/') || path.startsWith('/wayin/')),
  );
  for (const lang of ['en', 'pl']) {
    for (const path of ['', 'services/', 'help-now/', 'offline/', 'forms/derby-self/']) {
      files.set(`/${lang}/${path}`, { type: 'text/html', body: html(lang, `${lang} ${path || 'home'}`) });
    }
  }
  files.set(`/_astro/late.${edition}.js`, { type: 'text/javascript', body: `export const edition = '${edition}';` });

  const list = [...files].map(([path, { body }]) => [path, hashOf(body)] as const);
  files.set('/service-worker.js', { type: 'text/javascript', body: await worker(list) });
  return files;
}

function hashOf(body: string): string {
  return createHash('sha256').update(body).digest('hex').slice(0, 16);
}

async function worker(list: readonly (readonly [string, string])[]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-worker-'));
  const file = join(folder, 'service-worker.js');
  await writeWorker(file, list, []);
  const text = readFileSync(file, 'utf8');
  rmSync(folder, { recursive: true });
  return text;
}
