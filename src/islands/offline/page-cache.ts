import type { KeptFile } from './kept-files.ts';

const CACHE = 'wayin-pages';
const STALE = '/__stale';
const TRIES = 3;
const PAUSE_MS = 1_000;
const REQUEST_MS = 30_000;
const AT_ONCE = 4;

// The hash is part of the name: an install that was cut goes on where it was, and a file that an update did not
// change is there already.
const nameOf = ([path, hash]: KeptFile) => `${path}?kept=${hash}`;

/**
 * Fetches what is not kept yet. Throws if a file cannot be had, but only once the others have come: what was fetched
 * stays for the next try.
 */
export async function keepFiles(files: readonly KeptFile[]): Promise<void> {
  const kept = await openKept();
  const left = files.filter((file) => !kept.has(file));
  const worker = async () => {
    for (let file = left.shift(); file; file = left.shift()) await kept.put(file, await fetchFile(file));
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker));
  for (const one of ended) if (one.status === 'rejected') throw one.reason;
}

/** Fetches a page that was left out, and keeps it now that somebody reads it. Throws if it cannot be had. */
export async function keepOne(file: KeptFile): Promise<Response> {
  const response = await fetchOnce(file);
  await (await caches.open(CACHE)).put(nameOf(file), response.clone());
  return response;
}

async function fetchFile(file: KeptFile, triesLeft = TRIES): Promise<Response> {
  try {
    return await fetchOnce(file);
  } catch (error) {
    if (triesLeft <= 1) throw error;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * (TRIES - triesLeft + 1)));
    return fetchFile(file, triesLeft - 1);
  }
}

/** A file whose content is not what the build wrote (a sign-in page, half an upload) is not the file. */
async function fetchOnce(file: KeptFile): Promise<Response> {
  const [path] = file;
  const response = await ask(path);
  const body = await response.arrayBuffer();
  if (response.status !== 200 || !(await isAsBuilt(file, body))) throw new Error(`${path} is not as it was built`);
  return new Response(body, { headers: headersOf(response) });
}

/** The intake puts what groups have changed into pages for those without scripts; what is kept is as it was built. */
const AS_BUILT = { 'x-wayin-as-built': '1' };

/** Asks past the browser's own cache, without cookies, and not for ever. */
export function ask(path: string): Promise<Response> {
  const signal = AbortSignal.timeout(REQUEST_MS);
  return fetch(path, { cache: 'no-cache', credentials: 'omit', headers: AS_BUILT, signal });
}

/** Written anew: a response that came by a redirect may not answer a navigation. */
export function headersOf(response: Response): Headers {
  const headers = new Headers(response.headers);
  for (const name of ['content-encoding', 'content-length', 'etag', 'last-modified', 'vary']) headers.delete(name);
  return headers;
}

export async function isAsBuilt([, hash]: KeptFile, body: BufferSource): Promise<boolean> {
  return (await hashOf(body)).startsWith(hash);
}

/** The files that are here already, and putting one there. */
export async function openKept(): Promise<{
  has(file: KeptFile): boolean;
  /** Whether there is one with such a path, of whatever build. */
  hasAny(isSuch: (path: string) => boolean): boolean;
  put(file: KeptFile, response: Response): Promise<void>;
}> {
  const cache = await caches.open(CACHE);
  // One look for all: asking for each of a thousand takes seconds on a telephone.
  const names = new Set((await cache.keys()).map(({ url }) => new URL(url)).map((url) => url.pathname + url.search));
  return {
    has: (file) => names.has(nameOf(file)),
    hasAny: (isSuch) => [...names].some((name) => isSuch(name.split('?')[0] ?? '')),
    put: (file, response) => cache.put(nameOf(file), response),
  };
}

async function hashOf(body: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', body);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export async function readKept(file: KeptFile): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(nameOf(file));
}

/** A file under this path of whatever build: for hashed names, where path and content belong together. */
export async function readOlder(path: string): Promise<Response | undefined> {
  return (await caches.open(CACHE)).match(path, { ignoreSearch: true });
}

/**
 * Drops what this build does not use, one update late: a page that was open during the update may still load the
 * hashed files it was built with.
 */
export async function dropStale(files: readonly KeptFile[]): Promise<void> {
  const cache = await caches.open(CACHE);
  const wanted = new Set(files.map(nameOf));
  const kept = (await cache.keys()).map(({ url }) => new URL(url)).map(({ pathname, search }) => pathname + search);
  const stale = kept.filter((name) => name !== STALE && !wanted.has(name));
  const before: unknown = await (await cache.match(STALE))?.json();
  const isOld = (name: string) => Array.isArray(before) && before.includes(name);
  await Promise.all(stale.filter(isOld).map((name) => cache.delete(name)));
  await cache.put(STALE, new Response(JSON.stringify(stale.filter((name) => !isOld(name)))));
}
