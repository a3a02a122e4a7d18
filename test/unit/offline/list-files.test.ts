import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { listFiles } from '#publish/precache/list-files.ts';

test('[G12] pages, assets, words and keys are kept; frames, lost pages and what is for partners are not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-list-'));
  const wanted = [
    'en/index.html',
    'en/services/lot1a/index.html',
    '_astro/a.B1.js',
    'icon.svg',
    'wayin/keys.json',
    'wayin/words/en.json',
  ];
  const unwanted = [
    'index.html',
    '404.html',
    'en/404/index.html',
    'en/sent/index.html',
    'service-worker.js',
    'wayin/forms/x.json',
    'en/index.html.br',
    'gallery/index.html',
    'en/forms/a/call/index.html',
  ];
  for (const file of [...wanted, ...unwanted]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), file);
  }
  const files = await listFiles(folder);
  rmSync(folder, { recursive: true });
  expect(files.map(([path]) => path)).toEqual([
    '/_astro/a.B1.js',
    '/en/',
    '/en/services/lot1a/',
    '/icon.svg',
    '/wayin/keys.json',
    '/wayin/words/en.json',
  ]);
  expect(files.every(([, hash]) => /^[0-9a-f]{10}$/.test(hash))).toBe(true);
});
