import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { type KeptFile, listFiles } from './list-files.ts';
import { packFiles } from './pack-files.ts';

const WORKER = fileURLToPath(new URL('../../service-worker.ts', import.meta.url));

/**
 * Writes the service worker once the site is built, with the list of all that was built in it. Must be the last
 * integration: a file changed afterwards would not be what the list says, and no device would keep the site.
 */
export function precache(): AstroIntegration {
  return {
    name: 'way-in-precache',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const { files, packs } = await packFiles(folder, await listFiles(folder));
        await writeWorker(join(folder, 'service-worker.js'), files, packs);
        logger.info(`${files.length} files for use without a signal, in ${packs.length} packs`);
      },
    },
  };
}

/**
 * The worker as one file, the list of files inside it: a changed file is a changed worker, and so an update.
 * `packs` hold runs of that list, in its order; what is in none is fetched by itself.
 */
export async function writeWorker(
  outfile: string,
  files: readonly KeptFile[],
  packs: readonly (readonly [path: string, files: number])[],
): Promise<void> {
  await build({
    entryPoints: [WORKER],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    define: { FILES: JSON.stringify(files), PACKS: JSON.stringify(packs) },
    logLevel: 'warning',
  });
}
