import type { Json } from '#core/canonical-json.ts';

/** The status that refuses a question. */
export type BadQuestion = 400 | 413;

export const MOST_DOCUMENTS = 100;
const MOST_ROWS = 500;
const LONGEST_ID = 200;
const PARAMETERS = ['since', 'limit', 'style', 'feed', 'timeout', 'heartbeat', 'seq_interval', '_nonce'];

/** Where to begin, and how many rows at most. What PouchDB asks for once; nothing that waits, filters or shows more. */
export function readChangesQuestion(query: unknown): { readonly since: string; readonly limit: number } | BadQuestion {
  const given = Object.entries(query as { readonly [name: string]: unknown });
  const { since = '0', limit = String(MOST_ROWS), feed = 'normal', style = 'all_docs' } = Object.fromEntries(given);
  if (given.some(([name, value]) => !PARAMETERS.includes(name) || typeof value !== 'string')) return 400;
  if (feed !== 'normal' || !['all_docs', 'main_only'].includes(String(style)) || !/^\d{1,6}$/.test(String(limit)))
    return 400;
  return { since: String(since), limit: Math.min(Math.max(Number(limit), 1), MOST_ROWS) };
}

/** The revisions asked about, by id. */
export function readRevisionsQuestion(body: Json): ReadonlyMap<string, readonly string[]> | BadQuestion {
  if (!isRecord(body)) return 400;
  const asked = Object.entries(body);
  if (asked.length > MOST_ROWS) return 413;
  const isWell = asked.every(([id, revisions]) => id.length <= LONGEST_ID && isTexts(revisions));
  return isWell ? new Map(asked as [string, string[]][]) : 400;
}

/** The ids of the documents wanted. */
export function readWanted(body: Json): readonly string[] | BadQuestion {
  if (!isRecord(body) || !Array.isArray(body['docs'])) return 400;
  const docs = body['docs'] as readonly Json[];
  if (docs.length > MOST_ROWS) return 413;
  const ids = docs.flatMap((asked) => (isRecord(asked) && typeof asked['id'] === 'string' ? [asked['id']] : []));
  return ids.length === docs.length && ids.every(({ length }) => length <= LONGEST_ID) ? ids : 400;
}

/** The documents of a push. Only one that keeps its revisions is taken. */
export function readPush(body: Json): readonly Json[] | BadQuestion {
  if (!isRecord(body)) return 400;
  const { docs, new_edits, ...others } = body;
  if (!Array.isArray(docs) || new_edits !== false || Object.keys(others).length > 0) return 400;
  return docs.length > MOST_DOCUMENTS ? 413 : docs;
}

function isRecord(value: Json | undefined): value is { readonly [field: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTexts(value: Json): boolean {
  return Array.isArray(value) && value.length <= MOST_DOCUMENTS && value.every((text) => typeof text === 'string');
}
