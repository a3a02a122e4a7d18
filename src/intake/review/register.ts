import type { FastifyInstance } from 'fastify';
import { decodeJwt } from 'jose';
import { parseReceipt } from '#core/submission/parse-receipt.ts';
import { SUGGESTION_FORMS } from '#core/timetable/suggestion.ts';
import type { SignedIn } from '../people/register.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Held, Shelf } from '../shelf/shelf.ts';

interface Needs {
  readonly shelf: Shelf;
  readonly limit: RateLimit;
  readonly signedIn: SignedIn;
}

const MOST = 500;

/**
 * What people sent about groups, for editors and coordinators: sealed, as it came. It opens on their device only, with
 * the private key; no other form is ever handed out here.
 */
export async function registerReview(app: FastifyInstance, { shelf, limit, signedIn }: Needs): Promise<void> {
  app.get('/organise/api/suggestions', { onRequest: limit }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const person = await signedIn(request);
    if (!person) return reply.code(401).send({ problem: 'notSignedIn' });
    if (person.role === 'organiser') return reply.code(403).send({ problem: 'notYours' });

    const suggestions: object[] = [];
    for await (const held of shelf.list('submission')) {
      if (!SUGGESTION_FORMS.includes(held.envelope.form)) continue;
      suggestions.push({ envelope: held.envelope, ...dayOf(held) });
      if (suggestions.length === MOST) break;
    }
    return { suggestions };
  });
}

function dayOf({ receipt }: Held): { readonly receivedAt?: string } {
  const read = receipt === undefined ? undefined : parseReceipt(decodeJwt(receipt));
  return read?.ok ? { receivedAt: read.value.receivedAt } : {};
}
