import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Json } from '#core/canonical-json.ts';
import type { Clock } from '../clock.ts';
import { parseJson } from '../drop-box/parse-json.ts';
import type { Log } from '../log.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Collection } from '../shelf/collection.ts';
import { makeCookies } from './cookies.ts';
import { isFromOwnPage } from './own-page.ts';
import { asTyped, parsePassphrase } from './passphrase.ts';
import { peopleOn } from './people.ts';
import { foldName, type KeptPerson, type Person, toPerson } from './person.ts';
import { hashOf, newToken } from './secrets.ts';
import { SESSION_SECONDS, sessionsOn } from './sessions.ts';
import { makeSlowHash } from './slow-hash.ts';
import { type Asker, makeTries } from './tries.ts';

interface Needs {
  readonly kept: Collection;
  readonly now: Clock;
  readonly limit: RateLimit;
  readonly log: Log;
  readonly hasTls: boolean;
  readonly scryptCost: number;
}

/** Who asks, if somebody is signed in on that browser. The store is asked once a request. */
export type SignedIn = (request: FastifyRequest) => Promise<Person | undefined>;

const LARGEST_BODY_BYTES = 8 * 1024;
const DEVICE_SECONDS = 400 * 24 * 60 * 60;
const MOST_DEVICES = 12;
const BUSY_SECONDS = 5;

/** Joining with a code, signing in and out, and who one is. Answers `signedIn` for the other parts of the intake. */
export async function registerPeople(app: FastifyInstance, needs: Needs): Promise<SignedIn> {
  const { kept, now, limit, log } = needs;
  const people = peopleOn(kept, now);
  const sessions = sessionsOn(kept, people, now);
  await sessions.sweep();
  const cookies = makeCookies(needs.hasTls);
  const tries = makeTries(() => Date.parse(now()));
  const slow = makeSlowHash(needs.scryptCost);
  const asked = new WeakMap<FastifyRequest, Promise<KeptPerson | undefined>>();

  const signedIn: SignedIn = async (request) => {
    const token = cookies.read(request, 'session');
    if (token === undefined) return undefined;
    if (!asked.has(request)) asked.set(request, sessions.personOf(token));
    const person = await asked.get(request);
    return person && toPerson(person);
  };

  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) => {
        const read = parseJson(body);
        if (!read.ok) throw Object.assign(new Error(read.problem), { statusCode: 400 });
        return read.value;
      });
      scope.addHook('onRequest', limit);
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (request.method === 'POST' && !isFromOwnPage(request)) return refuse(reply, 403, 'notOurPage');
      });

      scope.get('/me', async (request, reply) => {
        const person = await signedIn(request);
        const token = cookies.read(request, 'session');
        if (!person || token === undefined) return refuse(reply, 401, 'notSignedIn');
        if (await sessions.renew(token)) cookies.write(request, reply, 'session', token, SESSION_SECONDS);
        return person;
      });

      // The names that stand beside changes: an organiser's own groups' people, and all for those who see all.
      scope.get('/names', async (request, reply) => {
        const person = await signedIn(request);
        if (!person) return refuse(reply, 401, 'notSignedIn');
        const listed = await people.list();
        const isSeen = ({ role, groups }: Person) =>
          person.role !== 'organiser' || role !== 'organiser' || groups.some((id) => person.groups.includes(id));
        return Object.fromEntries(listed.filter(isSeen).map(({ id, name }) => [id, name]));
      });

      scope.post('/join', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
        const body = textsOf(request.body as Json, ['code', 'passphrase']);
        if (!body) return refuse(reply, 400, 'notRead');
        const { code = '', passphrase = '' } = body;
        // Nobody is slowed down here: of 24^12 codes none is guessed, and a library joins from one address.
        const invited = await people.byCode(code);
        if (!invited) return refuse(reply, 401, 'codeNotKnown');
        const chosen = parsePassphrase(passphrase, invited.name);
        if (!chosen.ok) return refuse(reply, 422, chosen.problem);
        const hash = await slow.hash(chosen.value);
        if (!hash.ok) return busy(reply);
        const joined = await people.join(code, hash.value);
        if (!joined) return refuse(reply, 401, 'codeNotKnown');
        log({ code: 'joined' });
        return letIn(request, reply, joined);
      });

      scope.post('/sign-in', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
        const body = textsOf(request.body as Json, ['name', 'id', 'passphrase']);
        const whom = body?.['name'] ?? body?.['id'];
        if (!body || whom === undefined || body['passphrase'] === undefined) return refuse(reply, 400, 'notRead');
        const person = body['id'] === undefined ? await people.byName(whom) : await people.byId(body['id']);
        const asker = askerOf(request, foldName(whom), person);
        const waitSeconds = tries.begin(asker);
        if (waitSeconds > 0) return wait(reply, waitSeconds);

        const isRight = await slow.matches(asTyped(body['passphrase']), person?.passphrase);
        if (!isRight.ok) return busy(reply);
        if (!person || !isRight.value) {
          log({ code: 'signInRefused' });
          return refuse(reply, 401, 'wrongNameOrPassphrase');
        }
        tries.succeed(asker);
        log({ code: 'signedIn' });
        return letIn(request, reply, person);
      });

      scope.post('/sign-out', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
        const person = await signedIn(request);
        const token = cookies.read(request, 'session');
        const { everywhere } = (request.body ?? {}) as { readonly everywhere?: unknown };
        if (person && everywhere === true) await sessions.endAll(person.id);
        if (token !== undefined) await sessions.end(token);
        cookies.write(request, reply, 'session', '', 0);
        return reply.code(204).send();
      });
    },
    { prefix: '/organise/api' },
  );
  return signedIn;

  function askerOf(request: FastifyRequest, whom: string, person: KeptPerson | undefined): Asker {
    const token = cookies.read(request, 'device');
    const device = token === undefined ? undefined : hashOf(token);
    const isKnown = device !== undefined && person?.devices.includes(device) === true;
    return { whom, address: request.ip, ...(isKnown ? { device } : {}) };
  }

  async function letIn(request: FastifyRequest, reply: FastifyReply, person: KeptPerson) {
    const before = cookies.read(request, 'session');
    if (before !== undefined) await sessions.end(before);
    const device = cookies.read(request, 'device') ?? newToken();
    const hash = hashOf(device);
    if (!person.devices.includes(hash)) {
      const withDevice = (kept: KeptPerson) => ({ ...kept, devices: [...kept.devices, hash].slice(-MOST_DEVICES) });
      await people.change(person.id, withDevice);
    }
    cookies.write(request, reply, 'device', device, DEVICE_SECONDS);
    cookies.write(request, reply, 'session', await sessions.begin(person), SESSION_SECONDS);
    return reply.send(toPerson(person));
  }
}

/** The named texts of a body that has nothing else in it; so nobody brings a role along. */
function textsOf(body: Json | undefined, names: readonly string[]): { readonly [name: string]: string } | undefined {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const isWellFormed = Object.entries(body).every(([name, value]) => names.includes(name) && typeof value === 'string');
  return isWellFormed ? (body as { readonly [name: string]: string }) : undefined;
}

function refuse(reply: FastifyReply, status: number, problem: string): FastifyReply {
  return reply.code(status).send({ problem });
}

function wait(reply: FastifyReply, seconds: number): FastifyReply {
  return reply.code(429).header('retry-after', String(seconds)).send({ problem: 'wait', seconds });
}

function busy(reply: FastifyReply): FastifyReply {
  return reply.code(503).header('retry-after', String(BUSY_SECONDS)).send({ problem: 'busy', seconds: BUSY_SECONDS });
}
