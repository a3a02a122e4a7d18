import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compressSite } from '../../../src/cli/site/compress.ts';
import { inputsHash } from '../../../src/cli/site/inputs-hash.ts';

let project: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'wayin-inputs-'));
  for (const folder of ['content', 'forms', 'src']) mkdirSync(join(project, folder));
  writeFileSync(join(project, 'content', 'a.yaml'), 'a: 1');
});
afterEach(() => rmSync(project, { recursive: true }));

const keys = { recipients: {}, receipts: [] };
const today = { WAYIN_TODAY: '2026-04-02' };

test('the same inputs are the same build; a word, a key, a day, a setting, a change of a group or a form that was made makes another', async () => {
  const first = await inputsHash(project, keys, today);
  expect(first).toMatch(/^[0-9a-f]{12}$/);
  expect(await inputsHash(project, keys, { ...today, WAYIN_DATA: '/elsewhere' })).toBe(first);

  const others = [
    await inputsHash(project, { ...keys, receipts: [{ kid: 'x' }] }, today),
    await inputsHash(project, keys, { WAYIN_TODAY: '2026-04-03' }),
    await inputsHash(project, keys, { ...today, WAYIN_EXAMPLES: 'off' }),
    await inputsHash(project, keys, today, { changes: '{"kind":"change"}', forms: '' }),
    await inputsHash(project, keys, today, { changes: '', forms: '[{}]' }),
  ];
  writeFileSync(join(project, 'content', 'a.yaml'), 'a: 2');
  others.push(await inputsHash(project, keys, today));
  expect(new Set([first, ...others]).size).toBe(7);
});

test('text gets a Brotli file beside it, an image does not', async () => {
  const page = `<html>${'words '.repeat(500)}</html>`;
  writeFileSync(join(project, 'content', 'page.html'), page);
  writeFileSync(join(project, 'content', 'icon.png'), Buffer.alloc(2000));
  await compressSite(project);
  expect(brotliDecompressSync(readFileSync(join(project, 'content', 'page.html.br'))).toString()).toBe(page);
  expect(existsSync(join(project, 'content', 'icon.png.br'))).toBe(false);
});
