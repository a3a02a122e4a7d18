import type { Envelope } from '#core/submission/envelope.ts';
import { readRetryAfterMs } from './backoff.ts';
import { type RefusedProblem, toRefusal, type WaitingProblem } from './parcel.ts';
import { loadPouch, withSealedDatabase } from './sealed-database.ts';

const REQUEST_MS = 30_000;
// Three requests, and PouchDB's own reading and writing between them.
const PUSH_MS = 3 * REQUEST_MS + 10_000;

const target = () => `${location.origin}/intake/submissions`;

/** What was seen on the wire during one push. PouchDB's own "ok" is not among it: a lying proxy gets one too. */
export interface Seen {
  /** Of the first answer that was not 2xx. */
  readonly failed?: { readonly status: number; readonly retryAfterMs?: number };
  /** No answer at all: no signal, too slow, or sent elsewhere by a sign-in page. */
  readonly unreachable?: boolean;
  /** An answer that is not JSON, such as a sign-in page. */
  readonly strange?: boolean;
  /** The code of the error row of our document. */
  readonly row?: string;
}

/** Why a push cannot have arrived; nothing means that asking for the receipt is worth it. */
export type PushProblem =
  | { readonly kind: 'refused'; readonly problem: RefusedProblem }
  | { readonly kind: 'failed'; readonly problem: WaitingProblem; readonly retryAfterMs?: number };

/** Reads from what was seen whether the parcel is refused for good, or is to be tried again. */
export function judgePush({ failed, unreachable, strange, row }: Seen): PushProblem | undefined {
  const refusal = toRefusal(row);
  if (refusal) return { kind: 'refused', problem: refusal };
  if (failed?.status === 413) return { kind: 'refused', problem: 'tooLarge' };
  if (failed) {
    const { status, retryAfterMs } = failed;
    return { kind: 'failed', problem: toProblem(status), ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
  }
  if (unreachable) return { kind: 'failed', problem: 'noConnection' };
  if (strange) return { kind: 'failed', problem: 'strangeAnswer' };
  return row === undefined ? undefined : { kind: 'failed', problem: 'serverTrouble' };
}

/** What an answer with this status means for somebody who waits. */
export function toProblem(status: number): WaitingProblem {
  if (status === 429 || status === 503) return 'busy';
  if (status === 401 || status === 403 || status === 407 || status === 511) return 'notAllowed';
  return status >= 500 ? 'serverTrouble' : 'strangeAnswer';
}

/** `fetch` with a limit on the whole exchange, no redirects, no caches, and no cookies unless somebody signed in. */
export async function fetchWithLimit(
  url: string,
  options: RequestInit = {},
  credentials: 'omit' | 'same-origin' = 'omit',
): Promise<Response> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), REQUEST_MS);
  try {
    const response = await fetch(url, {
      ...options,
      signal: stop.signal,
      credentials,
      redirect: 'error',
      cache: 'no-store',
    });
    // The body as well: a proxy may send the head and then nothing.
    const body = await response.arrayBuffer();
    const { status, statusText, headers } = response;
    return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
  } finally {
    clearTimeout(timer);
  }
}

/** A `fetch` that writes down what it sees. `GET /intake/` is left out: PouchDB ignores its answer, and so do we. */
function watchedFetch(id: string, now: () => number): { fetch: typeof fetch; seen: () => Seen } {
  let seen: Seen = {};
  const watched: typeof fetch = async (input, options) => {
    const url = input instanceof Request ? input.url : String(input);
    const matters = options?.method === 'POST';
    try {
      const response = await fetchWithLimit(url, options);
      if (matters) seen = { ...(await look(id, response.clone(), now())), ...seen };
      return response;
    } catch (error) {
      if (matters) seen = { ...seen, unreachable: true };
      throw error;
    }
  };
  return { fetch: watched, seen: () => seen };
}

async function look(id: string, response: Response, now: number): Promise<Seen> {
  if (!response.ok) {
    const retryAfterMs = readRetryAfterMs(response.headers, now);
    return { failed: { status: response.status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) } };
  }
  try {
    const row = findErrorRow(id, await response.json());
    return row === undefined ? {} : { row };
  } catch {
    return { strange: true };
  }
}

function findErrorRow(id: string, body: unknown): string | undefined {
  if (!Array.isArray(body)) return undefined;
  const row: unknown = body.find((one: unknown) => isObject(one) && one['id'] === id && 'error' in one);
  return isObject(row) ? String(row['reason'] ?? row['error']) : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/**
 * Pushes one parcel's database by CouchDB's protocol: `GET /intake/`, `_revs_diff`, `_bulk_docs`, nothing else.
 * No checkpoint is kept: with one, an answer made up by a proxy would be remembered, and the form never sent again.
 */
export async function pushParcel(id: string, now: () => number): Promise<PushProblem | undefined> {
  const Pouch = await loadPouch();
  const { fetch, seen } = watchedFetch(id, now);
  const threw = await withSealedDatabase(
    id,
    async (database) => {
      const remote = new Pouch(target(), { skip_setup: true, fetch });
      const options = { retry: false, checkpoint: false, batch_size: 1, timeout: REQUEST_MS } as const;
      const push = database.replicate.to(remote, options);
      return push.then(
        () => false,
        () => true,
      );
    },
    PUSH_MS,
  );
  return judgePush(seen()) ?? (threw ? { kind: 'failed', problem: 'strangeAnswer' } : undefined);
}

/** The last two of the same calls by hand, for a browser that keeps nothing. Any generation-1 revision will do. */
export async function pushWithoutStorage(envelope: Envelope, now: () => number): Promise<PushProblem | undefined> {
  const { fetch, seen } = watchedFetch(envelope._id, now);
  const hash = envelope._id.slice(envelope._id.indexOf(':') + 1, -32);
  const document = { ...envelope, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  const body = JSON.stringify({ docs: [document], new_edits: false });
  await fetch(`${target()}/_bulk_docs`, { method: 'POST', headers, body }).catch(() => undefined);
  return judgePush(seen());
}
