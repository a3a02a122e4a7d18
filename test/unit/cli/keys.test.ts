import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readPrivateKeys } from '../../../src/cli/keys/key-files.ts';
import { newKeys } from '../../../src/cli/keys/new-keys.ts';
import { readyKeys } from '../../../src/cli/keys/published-keys.ts';

let project: string;
let keys: string;
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'wayin-project-'));
  keys = join(project, 'keys');
  mkdirSync(join(project, 'forms', 'derby-self'), { recursive: true });
  const form = { routes: [{ recipient: 'lot9', when: {} }, { recipient: 'derby-team' }] };
  writeFileSync(join(project, 'forms', 'derby-self', 'form.json'), JSON.stringify(form));
});
afterEach(() => rmSync(project, { recursive: true }));

const kidOf = (path: string) => JSON.parse(readFileSync(path, 'utf8')).kid as string;

test('the first run makes a pair for each recipient of the forms and one for receipts; the next finds them', async () => {
  const first = await readyKeys(project, keys);
  expect(Object.keys(first.publicKeys.recipients)).toEqual(['derby-team', 'lot9']);
  expect(first.publicKeys.receipts.map(({ kid }) => kid)).toEqual([first.signingKey.kid]);
  expect(JSON.stringify(first.publicKeys)).not.toContain('"d"');

  expect(await readyKeys(project, keys)).toEqual(first);
  const files = readdirSync(keys);
  expect(files.map((name) => name.replace(/\.[^.]{8}\./, ' ')).sort()).toEqual(
    ['derby-team', 'lot9', 'receipts'].flatMap((owner) => [`${owner} private.json`, `${owner} public.json`]),
  );
  for (const name of files) expect(statSync(join(keys, name)).mode & 0o777).toBe(0o600);
});

test('keys can be changed: the new one is published, the old one still opens', async () => {
  const before = await readyKeys(project, keys);
  const { privateFile } = await newKeys({ recipient: 'lot9', project, keys });

  const after = await readyKeys(project, keys);
  expect(after.publicKeys.recipients['lot9']?.kid).toBe(kidOf(privateFile));
  expect(after.publicKeys.recipients['derby-team']).toEqual(before.publicKeys.recipients['derby-team']);
  const kids = (await readPrivateKeys(keys)).map(({ kid }) => kid);
  expect(kids).toContain(before.publicKeys.recipients['lot9']?.kid);
  expect(kids).toContain(kidOf(privateFile));
});

test('a private key can go to a file of its own, and is never written over', async () => {
  const out = join(project, 'usb-stick.json');
  await newKeys({ recipient: 'lot9', project, keys, out });
  expect((await readyKeys(project, keys)).publicKeys.recipients['lot9']?.kid).toBe(kidOf(out));
  await expect(newKeys({ recipient: 'lot9', project, keys, out })).rejects.toThrow(/EEXIST/);
});

test('a new receipt key signs, and the old one stays published', async () => {
  const before = await readyKeys(project, keys);
  const { privateFile } = await newKeys({ recipient: 'receipts', project, keys });
  const after = await readyKeys(project, keys);
  expect(after.signingKey.kid).toBe(kidOf(privateFile));
  expect(after.publicKeys.receipts.map(({ kid }) => kid)).toContain(before.signingKey.kid);
});

test('a file that is no key is named', async () => {
  await readyKeys(project, keys);
  const [name = ''] = readdirSync(keys).filter((file) => file.startsWith('lot9') && file.endsWith('public.json'));
  writeFileSync(join(keys, name), '{');
  await expect(readyKeys(project, keys)).rejects.toThrow(name);
});
