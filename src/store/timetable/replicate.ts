import { readRetryAfterMs } from '../backoff.ts';
import { fetchWithLimit, toProblem } from '../push.ts';
import { loadPouch } from '../sealed-database.ts';
import { tell } from '../tabs.ts';
import { readDocuments, withCopy } from './copy.ts';
import { changeLedger, readLedger } from './ledger.ts';

/** Why a round with the service came to nothing. All but `signInAgain` pass by themselves. */
export type SyncProblem =
  | 'signInAgain'
  | 'noConnection'
  | 'busy'
  | 'notAllowed'
  | 'serverTrouble'
  | 'strangeAnswer'
  | 'deviceTrouble';

export interface SyncFailure {
  readonly problem: SyncProblem;
  readonly retryAfterMs?: number;
}

const REQUEST_MS = 30_000;
const ROUND_MS = 5 * 60_000;
const BATCH = 50;
const WHOLE_EVERY_MS = 24 * 60 * 60_000;

const service = () => `${location.origin}/intake/timetable`;

/** What was seen on the wire during one round. PouchDB's own "ok" is not among it: a lying proxy gets one too. */
interface Seen {
  failure?: SyncFailure;
  /** Ids in the service's list of documents. */
  readonly held: Set<string>;
  readonly refused: Map<string, string>;
}

/**
 * One round: what waits here goes to the service, what is new there comes here. Nothing means that both agree now.
 * A document counts as sent once the service's own list names it.
 */
export async function replicateOnce(person: string, now: number): Promise<SyncFailure | undefined> {
  const seen: Seen = { held: new Set(), refused: new Map() };
  const failure = await exchange(person, now, seen).catch(() => seen.failure ?? { problem: 'deviceTrouble' as const });
  const isWhole = failure === undefined && (await isWholeDue(person, now));
  const undecided = failure === undefined ? await undecidedIn(person).catch(() => undefined) : undefined;
  await changeLedger(person, (ledger) => {
    const waiting = ledger.waiting.filter((id) => !seen.held.has(id) && !seen.refused.has(id));
    return {
      ...ledger,
      waiting,
      refused: { ...ledger.refused, ...Object.fromEntries(seen.refused) },
      ...(failure === undefined ? { inStepAt: now } : {}),
      // What was saved meanwhile has not been heard of there.
      ...(undecided ? { undecided: undecided.filter((id) => !waiting.includes(id)) } : {}),
      ...(isWhole ? { wholeAt: now } : {}),
    };
  });
  tell('timetableChanged');
  return failure;
}

async function undecidedIn(person: string): Promise<readonly string[]> {
  const documents = await readDocuments(person);
  const decided = new Set(documents.flatMap((document) => (document.kind === 'decision' ? [document.change] : [])));
  return documents.flatMap(({ kind, _id }) => (kind === 'change' && !decided.has(_id) ? [_id] : []));
}

async function exchange(person: string, now: number, seen: Seen): Promise<SyncFailure | undefined> {
  let Pouch: Awaited<ReturnType<typeof loadPouch>>;
  try {
    Pouch = await loadPouch();
  } catch {
    // A page that is not kept for offline use yet: what replicates has to be fetched first.
    return { problem: 'noConnection' };
  }
  const { waiting } = await readLedger(person);
  const isWhole = await isWholeDue(person, now);
  const threw = await withCopy(
    person,
    async (copy) => {
      const remote = new Pouch(service(), { skip_setup: true, fetch: watchedFetch(seen, now) });
      const options = { retry: false, batch_size: BATCH, timeout: REQUEST_MS } as const;
      try {
        if (waiting.length > 0) await copy.replicate.to(remote, { ...options, checkpoint: false, doc_ids: waiting });
        if (seen.failure) return true;
        // Now and then from the beginning: a checkpoint may be a lie, or the service's store an older one put back.
        await copy.replicate.from(remote, { ...options, checkpoint: isWhole ? false : 'target' });
        return false;
      } catch {
        return true;
      }
    },
    ROUND_MS,
  );
  return seen.failure ?? (threw ? { problem: 'strangeAnswer' } : undefined);
}

async function isWholeDue(person: string, now: number): Promise<boolean> {
  const { wholeAt } = await readLedger(person);
  return wholeAt === undefined || now < wholeAt || now - wholeAt > WHOLE_EVERY_MS;
}

/** A `fetch` with the person's cookie that writes down what it sees. */
function watchedFetch(seen: Seen, now: number): typeof fetch {
  return async (input, options) => {
    const url = new URL(input instanceof Request ? input.url : String(input), location.origin);
    // PouchDB asks for the server's name, and nothing hangs on its answer.
    const matters = url.pathname !== '/intake/';
    const headers = new Headers(options?.headers);
    headers.set('x-wayin', '1');
    try {
      const response = await fetchWithLimit(url.href, { ...options, headers }, 'same-origin');
      if (matters) await look(url, response.clone(), seen, now);
      return response;
    } catch (error) {
      if (matters) seen.failure ??= { problem: 'noConnection' };
      throw error;
    }
  };
}

async function look(url: URL, response: Response, seen: Seen, now: number): Promise<void> {
  if (!response.ok) {
    // PouchDB asks for notes of its own that nobody has to keep.
    if (response.status === 404 && url.pathname.includes('/_local/')) return;
    const retryAfterMs = readRetryAfterMs(response.headers, now);
    const problem = response.status === 401 ? 'signInAgain' : toSyncProblem(response.status);
    seen.failure ??= { problem, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
    return;
  }
  let body: unknown;
  try {
    body = await response.json();
  } catch {
    seen.failure ??= { problem: 'strangeAnswer' };
    return;
  }
  if (url.pathname.endsWith('/_changes')) for (const id of idsIn(body)) seen.held.add(id);
  if (url.pathname.endsWith('/_bulk_docs')) noteRows(body, seen);
}

function toSyncProblem(status: number): SyncProblem {
  const problem = toProblem(status);
  switch (problem) {
    case 'busy':
    case 'notAllowed':
    case 'serverTrouble':
      return problem;
    default:
      return 'strangeAnswer';
  }
}

function idsIn(body: unknown): readonly string[] {
  const results = isObject(body) ? body['results'] : undefined;
  if (!Array.isArray(results)) return [];
  return results.flatMap((row: unknown) => (isObject(row) && typeof row['id'] === 'string' ? [row['id']] : []));
}

// Somebody else's cookie, or too many in one day: the document itself is well, and is tried again.
const PASSING: { readonly [reason: string]: SyncProblem } = { notYou: 'signInAgain', tooMany: 'busy' };

/** A row `forbidden` is the service's last word on a document; any other trouble with one passes. */
function noteRows(body: unknown, seen: Seen): void {
  if (!Array.isArray(body)) return;
  for (const row of body as readonly unknown[]) {
    if (!isObject(row) || typeof row['id'] !== 'string' || !('error' in row)) continue;
    const reason = String(row['reason'] ?? 'other');
    const passing = row['error'] === 'forbidden' ? PASSING[reason] : 'serverTrouble';
    if (passing === undefined) seen.refused.set(row['id'], reason);
    else seen.failure ??= { problem: passing };
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
