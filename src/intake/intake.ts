import Fastify, { type FastifyError, type FastifyInstance, type FastifyReply } from 'fastify';
import type { JWK } from 'jose';
import type { Clock } from './clock.ts';
import { registerDropBox } from './drop-box/register.ts';
import { addSecurityHeaders } from './headers.ts';
import { knownForms } from './known-forms.ts';
import type { Log } from './log.ts';
import { setUpMadeForms } from './made-forms/set-up.ts';
import { registerNews } from './news/register.ts';
import { registerPeople } from './people/register.ts';
import { SCRYPT_COST } from './people/slow-hash.ts';
import { makeRateLimit, RATE_LIMITS, type RateLimits } from './rate-limit.ts';
import { receivingDesk } from './receive.ts';
import { registerReview } from './review/register.ts';
import type { Store } from './shelf/collection.ts';
import { shelfOn } from './shelf/shelf-on.ts';
import type { Site } from './site/read-site.ts';
import { registerSite } from './site/register.ts';
import { registerSubmit } from './submit/register.ts';
import { readWords, submitNeeds } from './submit-needs.ts';
import { timetableDesk } from './timetable/desk.ts';
import { openLedger } from './timetable/ledger.ts';
import { registerTimetable } from './timetable/register.ts';

export interface IntakeSettings {
  readonly site: Site;
  readonly store: Store;
  readonly signingKey: JWK;
  readonly now: Clock;
  readonly log: Log;
  readonly rateLimits?: RateLimits;
  /** Whether the outside reaches us over TLS, where no proxy says so (`WAYIN_TLS=on`). */
  readonly hasTls?: boolean;
  /** How long a guess at a passphrase takes; less than the usual is for tests. */
  readonly scryptCost?: number;
}

const SLOWEST_BODY_MS = 120_000;
const COME_BACK_SECONDS = '60';

/** Site and intake as one server, not yet listening. It keeps the site's forms on the shelf first. */
export async function makeIntake(settings: IntakeSettings): Promise<FastifyInstance> {
  const { site, store, signingKey, now, log, hasTls = false, scryptCost = SCRYPT_COST } = settings;
  if (!site.keys.receipts.some(({ kid }) => kid === signingKey.kid)) {
    throw new Error('The site was built without the key that signs receipts: no device could check one.');
  }
  const app = Fastify({
    logger: false,
    // A proxy on this machine or in this private network may say for whom it calls; nobody else.
    trustProxy: ['loopback', 'linklocal', 'uniquelocal'],
    requestTimeout: SLOWEST_BODY_MS,
    forceCloseConnections: 'idle',
    // Fastify's own answer to a malformed address repeats it.
    frameworkErrors: (_, __, reply) => void (reply as FastifyReply).code(400).send(),
  });
  app.setErrorHandler((error: FastifyError, _, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 400 && status < 500) return reply.code(status).send();
    log({ code: 'fault', reason: error.code ?? error.name });
    return reply.code(503).header('retry-after', COME_BACK_SECONDS).send();
  });

  const shelf = shelfOn(store);
  const forms = await knownForms(site.forms, shelf, now());
  const desk = receivingDesk({ shelf, forms, signingKey, holidays: site.holidays, now, log });
  await addSecurityHeaders(app, hasTls);
  const limit = await makeRateLimit(app, settings.rateLimits ?? RATE_LIMITS, () => log({ code: 'rateLimited' }));

  app.get('/healthz', async (_, reply) => {
    await shelf.ping();
    return reply.header('cache-control', 'no-store').send({ ok: true });
  });
  await registerDropBox(app, { shelf, desk, forms, limit, log });
  const signedIn = await registerPeople(app, { kept: store.collections.people, limit, now, log, hasTls, scryptCost });
  await registerReview(app, { shelf, limit, signedIn });
  const ledger = await openLedger(store.collections.timetable);
  const timetable = timetableDesk({ ledger, base: site.timetable, now, log });
  await timetable.decideWhatWaits();
  await registerTimetable(app, {
    ledger,
    desk: timetable,
    limit,
    signedIn,
  });
  const words = await readWords(site);
  const kept = store.collections['made-forms'];
  const { made, frame } = await setUpMadeForms(app, { site, kept, shelf, forms, words, signedIn, limit, now, log });
  const needs = submitNeeds({ site, desk, forms, made, frame, words, now, log });
  await app.register(async (scope) => {
    scope.addHook('onRequest', limit);
    await registerSubmit(scope, needs);
  });
  await registerNews(app, { site, ledger, now });
  await registerSite(app, site);
  return app;
}
