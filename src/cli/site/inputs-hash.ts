import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { canonicalJson, type Json } from '#core/canonical-json.ts';
import { londonClock } from '#intake/clock.ts';
import type { PublicKeys } from '../keys/published-keys.ts';
import { NOTHING_PUBLISHED, type Published } from './published.ts';

const FOLDERS = ['content', 'forms', 'src', 'public'];
const FILES = ['astro.config.mjs', 'package-lock.json', 'tsconfig.json'];
const VARIABLES = ['WAYIN_ADDRESS', 'WAYIN_EXAMPLES', 'WAYIN_OPEN'];
const DIGITS = 12;

/** Twelve hex digits of everything that a build depends on. The same digits are the same site. */
export async function inputsHash(
  project: string,
  publicKeys: PublicKeys,
  environment: { readonly [name: string]: string | undefined },
  published: Published = NOTHING_PUBLISHED,
): Promise<string> {
  const hash = createHash('sha256');
  const add = (name: string, value: string | Buffer) => hash.update(`${name}\0${value.length}\0`).update(value);

  for (const path of await inputFiles(project)) add(relative(project, path), await readFile(path));
  for (const name of VARIABLES) add(name, environment[name] ?? '');
  // A programme that ended yesterday must not be offered today.
  add('today', londonClock(environment['WAYIN_TODAY'] || undefined)().slice(0, 'yyyy-mm-dd'.length));
  add('changes', published.changes);
  add('forms made', published.forms);
  add('keys', canonicalJson(publicKeys as unknown as Json));
  return hash.digest('hex').slice(0, DIGITS);
}

async function inputFiles(project: string): Promise<readonly string[]> {
  const lists = FOLDERS.map(async (folder) => {
    const path = join(project, folder);
    if (!existsSync(path)) return [];
    const entries = await readdir(path, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  });
  const single = FILES.map((file) => join(project, file)).filter((path) => existsSync(path));
  return [...(await Promise.all(lists)).flat(), ...single].sort();
}
