import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Json } from '#core/canonical-json.ts';
import { isEnvelopeId } from '#core/submission/envelope.ts';
import { toReference } from '#core/submission/reference.ts';
import type { KnownForms } from '../known-forms.ts';
import type { Log } from '../log.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { ReceivingDesk } from '../receive.ts';
import type { Shelf } from '../shelf/shelf.ts';
import { admit, type Refusal } from './admit.ts';
import { parseJson } from './parse-json.ts';

const MOST_DOCUMENTS = 50;
const MOST_IDS = 100;
const LONGEST_ID = 200;
// Fifty of the largest documents, with room for those that are refused one by one for being larger still.
const LARGEST_PUSH_BYTES = 5 * 1024 * 1024;
const LARGEST_QUESTION_BYTES = 64 * 1024;

interface Needs {
  readonly shelf: Shelf;
  readonly desk: ReceivingDesk;
  readonly forms: KnownForms;
  readonly limit: RateLimit;
  readonly log: Log;
}

/** The calls of PouchDB's push, and no others (design.md, "The outbox, exactly"). Nothing can be read but one's own receipt. */
export async function registerDropBox(app: FastifyInstance, { shelf, desk, forms, limit, log }: Needs): Promise<void> {
  await app.register(
    async (box) => {
      box.removeAllContentTypeParsers();
      box.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) => {
        const read = parseJson(body);
        if (!read.ok) throw Object.assign(new Error(read.problem), { statusCode: 400 });
        return read.value;
      });
      box.addHook('onRequest', limit);
      box.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (request.url.includes('?')) return nothingHere(reply, 404);
      });
      refuse(box, '/*', 404, [...WRITING, 'GET']);

      box.get('/', { prefixTrailingSlash: 'slash' }, async () => ({ wayIn: 'intake' }));
      refuse(box, '/', 405, WRITING);

      box.post('/submissions/_revs_diff', { bodyLimit: LARGEST_QUESTION_BYTES }, async ({ body }, reply) => {
        const asked = parseAsked(body as Json);
        if (typeof asked === 'number') return nothingHere(reply, asked);
        return missingOf(asked);
      });
      refuse(box, '/submissions/_revs_diff', 405, NOT_POSTING);

      box.post('/submissions/_bulk_docs', { bodyLimit: LARGEST_PUSH_BYTES }, async ({ body }, reply) => {
        const documents = parsePush(body as Json);
        if (typeof documents === 'number') return nothingHere(reply, documents);
        const rows = await Promise.all(documents.map(take));
        return reply.code(201).send(rows.filter((row) => row !== undefined));
      });
      refuse(box, '/submissions/_bulk_docs', 405, NOT_POSTING);

      box.get<{ Params: { id: string } }>('/receipts/:id', async ({ params: { id } }, reply) => {
        const receipt = isEnvelopeId(id) ? await desk.prove(id) : undefined;
        if (receipt === undefined) return nothingHere(reply, 404);
        return reply.type('application/jose').send(receipt);
      });
      refuse(box, '/receipts/:id', 405, WRITING);
    },
    { prefix: '/intake' },
  );

  // An id that no document here can have is called missing, so that its document is sent, refused by name and parked.
  async function missingOf(asked: ReadonlyMap<string, readonly string[]>) {
    const ids = [...asked.keys()];
    const missing = new Set(await shelf.missing(ids.filter(isEnvelopeId)));
    const wanted = ids.filter((id) => missing.has(id) || !isEnvelopeId(id));
    return Object.fromEntries(wanted.map((id) => [id, { missing: asked.get(id) }]));
  }

  async function take(document: Json) {
    const admitted = await admit(document, forms);
    if (admitted.ok) {
      await desk.receive(admitted.value);
      return undefined;
    }
    return refused(document, admitted.problem);
  }

  function refused(document: Json, reason: Refusal) {
    const id = idOf(document);
    const reference = id.startsWith('submission:') && isEnvelopeId(id) ? { reference: toReference(id) } : {};
    log({ code: 'refused', reason, ...reference });
    // PouchDB 9 goes on with the other documents only if the row has a `name` of its own.
    return { id, error: 'forbidden', name: 'forbidden', reason };
  }
}

function idOf(document: Json): string {
  if (typeof document !== 'object' || document === null || !('_id' in document)) return '';
  const id = (document as { readonly _id: Json })._id;
  return typeof id === 'string' && id.length <= LONGEST_ID ? id : '';
}

/** The revisions asked for, by id; or the status that refuses the question. */
function parseAsked(body: Json): ReadonlyMap<string, readonly string[]> | 400 | 413 {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 400;
  const asked = Object.entries(body as { readonly [id: string]: Json });
  if (asked.length > MOST_IDS) return 413;
  const isWellFormed = asked.every(([id, revisions]) => id.length <= LONGEST_ID && isListOfText(revisions));
  return isWellFormed ? new Map(asked as [string, string[]][]) : 400;
}

function isListOfText(value: Json): boolean {
  return Array.isArray(value) && value.length <= MOST_IDS && value.every((text) => typeof text === 'string');
}

/** The documents of a push; or the status that refuses it. Only a push that keeps its revisions is one. */
function parsePush(body: Json): readonly Json[] | 400 | 413 {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return 400;
  const { docs, new_edits, ...others } = body as { readonly [field: string]: Json };
  if (!Array.isArray(docs) || new_edits !== false || Object.keys(others).length > 0) return 400;
  return docs.length > MOST_DOCUMENTS ? 413 : docs;
}

const WRITING = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];
const NOT_POSTING = ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'];

// Before the body is read: what nobody wants need not be parsed.
function refuse(box: FastifyInstance, url: string, status: 404 | 405, method: string[]): void {
  const answer = async (_: unknown, reply: FastifyReply) => nothingHere(reply, status);
  box.route({ method, url, prefixTrailingSlash: 'both', onRequest: answer, handler: answer });
}

function nothingHere(reply: FastifyReply, status: number): FastifyReply {
  return reply.code(status).send();
}
