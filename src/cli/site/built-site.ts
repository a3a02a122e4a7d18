import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import type { PublicKeys } from '../keys/published-keys.ts';
import { buildSite } from './build-site.ts';
import { inputsHash } from './inputs-hash.ts';
import { NOTHING_PUBLISHED, type Published } from './published.ts';

const KEPT_BUILDS = 4;
const IN_USE_MS = 60 * 60_000;
const BUILD = /^[0-9a-f]{12}$/;

export interface BuiltSite {
  readonly folder: string;
  readonly state: 'built' | 'reused';
}

/** The site for these contents, keys and what was published since: built once for each, then only found again. */
export async function builtSite(
  project: string,
  publicKeys: PublicKeys,
  published: Published = NOTHING_PUBLISHED,
): Promise<BuiltSite> {
  const builds = join(project, 'dist');
  const folder = join(builds, await inputsHash(project, publicKeys, process.env, published));
  // A build gets this name only once it is whole.
  if (existsSync(folder)) {
    const now = new Date();
    await utimes(folder, now, now);
    return { folder, state: 'reused' };
  }

  await mkdir(builds, { recursive: true });
  const building = `${folder}.building-${process.pid}`;
  try {
    const [earlier] = await newestBuilds(builds);
    await buildSite({ project, folder: building, publicKeys, published, earlier });
    await moveInto(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  await removeOldest(builds);
  return { folder, state: 'built' };
}

async function moveInto(building: string, folder: string): Promise<void> {
  try {
    await rename(building, folder);
  } catch (error) {
    // Another start has built the same site meanwhile.
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
}

async function removeOldest(builds: string): Promise<void> {
  const old = (await newestBuilds(builds)).slice(KEPT_BUILDS);
  for (const path of old) {
    // One that was taken into use just now may have a server on it.
    if ((await stat(path)).mtimeMs < Date.now() - IN_USE_MS) await rm(path, { recursive: true, force: true });
  }
}

/** The whole builds, the one used last first. */
async function newestBuilds(builds: string): Promise<readonly string[]> {
  const names = (await readdir(builds)).filter((name) => BUILD.test(name));
  const dated = await Promise.all(
    names.map(async (name) => ({ path: join(builds, name), usedMs: (await stat(join(builds, name))).mtimeMs })),
  );
  return dated.sort((a, b) => b.usedMs - a.usedMs).map(({ path }) => path);
}
