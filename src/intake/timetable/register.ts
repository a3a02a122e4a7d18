import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Json } from '#core/canonical-json.ts';
import { revisionOf } from '#core/timetable/change.ts';
import { parseJson } from '../drop-box/parse-json.ts';
import type { SignedIn } from '../people/register.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Author } from './check-rights.ts';
import type { TimetableDesk } from './desk.ts';
import { feedFor } from './feed.ts';
import type { Ledger } from './ledger.ts';
import { type BadQuestion, readChangesQuestion, readPush, readRevisionsQuestion, readWanted } from './questions.ts';

interface Needs {
  readonly ledger: Ledger;
  readonly desk: TimetableDesk;
  readonly limit: RateLimit;
  readonly signedIn: SignedIn;
}

// A hundred of the largest documents, with room for those that are refused one by one for being larger still.
const LARGEST_PUSH_BYTES = 2 * 1024 * 1024;
const LARGEST_QUESTION_BYTES = 128 * 1024;

/**
 * The calls of PouchDB's replication, both ways, for who is signed in: a database that holds what they may see and takes
 * what they may write. No live feed, no attachments, no documents of ours beside.
 */
export async function registerTimetable(app: FastifyInstance, { ledger, desk, limit, signedIn }: Needs): Promise<void> {
  const authors = new WeakMap<FastifyRequest, Author>();
  const authorOf = (request: FastifyRequest) => authors.get(request) as Author;

  await app.register(
    async (box) => {
      box.removeAllContentTypeParsers();
      box.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) => {
        const read = parseJson(body);
        if (!read.ok) throw Object.assign(new Error(read.problem), { statusCode: 400 });
        return read.value;
      });
      // PouchDB reads JSON from every answer.
      box.setErrorHandler((error: { readonly statusCode?: number; readonly message: string }, _, reply) => {
        const { statusCode: status = 500 } = error;
        if (status < 400 || status >= 500) throw error;
        const reason = status === 400 ? error.message : undefined;
        return refuse(reply, status, /^[a-zA-Z]{1,40}$/.test(reason ?? '') ? reason : undefined);
      });
      box.addHook('onRequest', limit);
      box.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (!isFromHere(request)) return refuse(reply, 403, 'otherSite');
        const author = await signedIn(request);
        if (author === undefined) return refuse(reply, 401, 'notSignedIn');
        authors.set(request, author);
        await ledger.catchUp();
      });

      box.get('/', { prefixTrailingSlash: 'both' }, async (request) => ({
        db_name: 'timetable',
        update_seq: feedFor(authorOf(request), ledger).end,
      }));

      box.get('/_changes', async (request, reply) => {
        const asked = readChangesQuestion(request.query);
        if (typeof asked === 'number') return refuse(reply, asked);
        return feedFor(authorOf(request), ledger).after(asked.since, asked.limit);
      });

      box.post('/_revs_diff', { bodyLimit: LARGEST_QUESTION_BYTES }, async ({ body }, reply) => {
        const asked = readRevisionsQuestion(body as Json);
        if (typeof asked === 'number') return refuse(reply, asked);
        const missing = [...asked].map(([id, revisions]) => [id, revisions.filter((rev) => !holds(id, rev))] as const);
        return Object.fromEntries(
          missing.filter(([, all]) => all.length > 0).map(([id, all]) => [id, { missing: all }]),
        );
      });

      box.post('/_bulk_get', { bodyLimit: LARGEST_QUESTION_BYTES }, async (request, reply) => {
        const wanted = readWanted(request.body as Json);
        if (typeof wanted === 'number') return refuse(reply, wanted);
        const feed = feedFor(authorOf(request), ledger);
        const docsOf = (id: string) => {
          const found = feed.read(id);
          return [found ? { ok: found } : { error: { id, rev: 'undefined', error: 'not_found', reason: 'missing' } }];
        };
        return { results: wanted.map((id) => ({ id, docs: docsOf(id) })) };
      });

      box.post('/_bulk_docs', { bodyLimit: LARGEST_PUSH_BYTES }, async (request, reply) => {
        const documents = readPush(request.body as Json);
        if (typeof documents === 'number') return refuse(reply, documents);
        const refused = await desk.push(authorOf(request), documents);
        // PouchDB 9 goes on with the other documents only if the row has a `name` of its own.
        const rows = refused.map(({ id, reason }) => ({ id, error: 'forbidden', name: 'forbidden', reason }));
        return reply.code(201).send(rows);
      });

      // Checkpoints are the device's own business: none is there, and one that is written is thrown away.
      box.get('/_local/:id', async (_, reply) => refuse(reply, 404));
      box.put<{ Params: { id: string } }>('/_local/:id', async ({ params: { id } }, reply) =>
        reply.code(201).send({ ok: true, id: `_local/${id}`, rev: '0-1' }),
      );
      box.route({ method: ['PUT', 'DELETE'], url: '/', prefixTrailingSlash: 'both', handler: notAllowed });
      for (const url of ['/_revs_diff', '/_bulk_get', '/_bulk_docs']) {
        box.route({ method: ['GET', 'PUT', 'DELETE'], url, handler: notAllowed });
      }
      box.route({ method: ['POST', 'PUT', 'DELETE'], url: '/_changes', handler: notAllowed });
      box.all('/*', async (_, reply) => refuse(reply, 404));
    },
    { prefix: '/intake/timetable' },
  );

  function holds(id: string, revision: string): boolean {
    return ledger.read(id) !== undefined && revision === revisionOf(id);
  }
}

/** No other site's page may use the cookie of somebody signed in, should a browser ever send it along. */
function isFromHere({ headers, host }: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return false;
  return origin === undefined || URL.parse(origin)?.host === host;
}

const NAMES: { readonly [status: number]: string } = {
  400: 'bad_request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'bad_content_type',
};

async function notAllowed(_: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return refuse(reply, 405);
}

function refuse(reply: FastifyReply, status: BadQuestion | number, reason = NAMES[status]): FastifyReply {
  return reply.code(status).send({ error: NAMES[status] ?? 'refused', reason });
}
