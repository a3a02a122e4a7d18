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

test('[G11] what only those load who make forms or run groups is marked, however late it is loaded', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-list-'));
  const site = {
    'en/index.html': '<script src="/_astro/page.B1.js">',
    'en/build/index.html': '<script src="/_astro/page.B1.js"><script src="/_astro/app.C2.js">',
    'en/build/builder.json': '{}',
    'wayin/form-groups.json': '{}',
    '_astro/page.B1.js': 'import"./both.A1.js"',
    '_astro/app.C2.js': 'import"./both.A1.js";import("./late.D3.js");new Worker("/_astro/worker-E_4.js")',
    '_astro/both.A1.js': '',
    '_astro/late.D3.js': '',
    '_astro/worker-E_4.js': '',
  };
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const files = await listFiles(folder);
  rmSync(folder, { recursive: true });
  expect(files.filter(([, , forWork]) => forWork).map(([path]) => path)).toEqual([
    '/_astro/app.C2.js',
    '/_astro/late.D3.js',
    '/_astro/worker-E_4.js',
    '/en/build/',
    '/en/build/builder.json',
    '/wayin/form-groups.json',
  ]);
});
