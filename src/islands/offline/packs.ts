import type { KeptFile } from './kept-files.ts';
import { ask, headersOf, isAsBuilt, openKept } from './page-cache.ts';

/** Many files of the site in one: an object of path and text. */
export interface Pack {
  readonly path: string;
  readonly files: readonly KeptFile[];
}

/** The packs with the files that each holds: a run of the list each, in its order. */
export function packsOf(
  files: readonly KeptFile[],
  packs: readonly (readonly [path: string, files: number])[],
): readonly Pack[] {
  let next = 0;
  return packs.map(([path, count]) => {
    const own = files.slice(next, next + count);
    next += count;
    return { path, files: own };
  });
}

/**
 * Keeps the wanted files that are not here yet, pack by pack, where a pack is worth its bytes: at least half of it is
 * missing. A pack that cannot be had is no fault: what it holds is then fetched file by file.
 */
export async function keepPacks(packs: readonly Pack[], wanted: readonly KeptFile[]): Promise<void> {
  const isWanted = new Set(wanted.map(([path]) => path));
  const kept = await openKept();
  for (const pack of packs) {
    const missing = pack.files.filter((file) => isWanted.has(file[0]) && !kept.has(file));
    if (missing.length > 1 && missing.length * 2 >= pack.files.length) await keepPack(pack.path, missing);
  }
}

async function keepPack(path: string, missing: readonly KeptFile[]): Promise<void> {
  try {
    const response = await ask(path);
    const headers = headersOf(response);
    const texts = (await response.json()) as { readonly [path: string]: string };
    const kept = await openKept();
    for (const file of missing) {
      const body = new TextEncoder().encode(texts[file[0]] ?? '');
      // A file whose content is not what the build wrote is not the file.
      if (!(await isAsBuilt(file, body))) continue;
      headers.set('content-type', typeOf(file[0]));
      await kept.put(file, new Response(body, { headers }));
    }
  } catch {
    // No signal, or a sign-in page in its place.
  }
}

const TYPES: { readonly [ending: string]: string } = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  ics: 'text/calendar; charset=utf-8',
  webmanifest: 'application/manifest+json',
};

/** What the server would have called it; a page has no ending. */
export function typeOf(path: string): string {
  return TYPES[/\.([a-z]+)$/.exec(path)?.[1] ?? ''] ?? 'text/html; charset=utf-8';
}
