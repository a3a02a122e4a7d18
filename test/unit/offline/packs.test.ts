import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { packsOf, typeOf } from '#islands/offline/packs.ts';
import { listFiles } from '#publish/precache/list-files.ts';
import { packFiles } from '#publish/precache/pack-files.ts';

test('[G11] every file of the list lies in just one pack, as text, and the worker finds it there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-packs-'));
  const large = 'x'.repeat(300_000);
  const site = {
    'en/help-now/index.html': '<p>help',
    'pl/help-now/index.html': '<p>pomoc',
    'ar/groups/a/index.html': '<p>مجموعة',
    'ar/groups/b/index.html': large,
    'ar/groups/c/index.html': large,
    'ar/groups/d/index.html': large,
    'icon.svg': '<svg/>',
  };
  for (const [file, text] of Object.entries(site)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  const list = await listFiles(folder);
  const { files, packs } = await packFiles(folder, list);
  const read = packs.map(([path]) => JSON.parse(readFileSync(join(folder, path), 'utf8')) as Record<string, string>);
  rmSync(folder, { recursive: true });

  expect([...files].sort()).toEqual([...list].sort());
  expect(packsOf(files, packs).map((pack) => pack.files.map(([path]) => path))).toEqual(read.map(Object.keys));
  expect(read.find((pack) => '/ar/groups/a/' in pack)?.['/ar/groups/a/']).toBe('<p>مجموعة');
  expect(read.filter((pack) => Object.keys(pack).some((path) => path.startsWith('/ar/')))).toHaveLength(2);
});

test.each([
  ['/en/', 'text/html; charset=utf-8'],
  ['/_astro/a.B1.js', 'text/javascript; charset=utf-8'],
  ['/_astro/a.B1.css', 'text/css; charset=utf-8'],
  ['/wayin/search/en.json', 'application/json; charset=utf-8'],
  ['/icon.svg', 'image/svg+xml'],
])('%s is %s', (path, type) => {
  expect(typeOf(path)).toBe(type);
});
