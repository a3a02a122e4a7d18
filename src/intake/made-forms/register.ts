import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { Json } from '#core/canonical-json.ts';
import type { MadeForm } from '#core/forms/made/made-form.ts';
import { LONGEST_FORM, parseFiles } from '#core/forms/made/parse-files.ts';
import { parseJson } from '../drop-box/parse-json.ts';
import type { Log } from '../log.ts';
import { isFromOwnPage } from '../people/own-page.ts';
import type { Person } from '../people/person.ts';
import type { SignedIn } from '../people/register.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { MadeForms, SendProblem } from './made-forms.ts';

interface Needs {
  readonly made: MadeForms;
  readonly signedIn: SignedIn;
  readonly limit: RateLimit;
  readonly log: Log;
}

const LARGEST_BODY_BYTES = 3 * LONGEST_FORM;
/** Conditions inside conditions, as deep as anybody could still read. */
const DEEPEST = 32;
const LONGEST_REASON = 1_000;
const why = z.string().max(LONGEST_REASON).trim().optional();
const seen = z.int().min(0).optional();
const decisionSchema = z.strictObject({ draft: z.string(), verdict: z.enum(['published', 'refused']), why, seen });
const withdrawalSchema = z.strictObject({ form: z.string(), why, seen });

/** Sending a form to be published, and deciding about it: for signed-in people alone, from our own pages alone. */
export async function registerMadeForms(app: FastifyInstance, { made, signedIn, limit, log }: Needs): Promise<void> {
  await app.register(
    async (scope) => {
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', { parseAs: 'string' }, async (_: unknown, body: string) => {
        const read = parseJson(body, DEEPEST);
        if (!read.ok) throw Object.assign(new Error(read.problem), { statusCode: 400 });
        return read.value;
      });
      scope.addHook('onRequest', limit);
      scope.addHook('onRequest', async (request, reply) => {
        reply.header('cache-control', 'no-store');
        if (request.method === 'POST' && !isFromOwnPage(request)) return refuse(reply, 403, { problem: 'notOurPage' });
      });

      scope.get('/', async (request, reply) => {
        const person = await signedIn(request);
        if (!person) return notSignedIn(reply);
        return {
          forms: made
            .list()
            .filter((form) => mayRead(person, form))
            .map(described),
        };
      });

      scope.get<{ Params: { draft: string } }>('/:draft', async (request, reply) => {
        const person = await signedIn(request);
        if (!person) return notSignedIn(reply);
        const draft = made.draft(request.params.draft);
        const form = draft && made.list().find((one) => one.form === draft.form);
        if (!draft || !form || !mayRead(person, form)) return refuse(reply, 404, { problem: 'notThere' });
        const whole = await made.putTogether(draft);
        return { files: draft.files, ...(whole.ok ? { published: whole.value } : { problem: whole.problem }) };
      });

      scope.post('/', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
        const person = await signedIn(request);
        if (!person) return notSignedIn(reply);
        const read = parseFiles((request.body as { readonly files?: Json } | null)?.files);
        if (!read.ok) return refuse(reply, 422, { problem: read.problem.code, ...read.problem });
        const before = made.list().find(({ form }) => form === read.value.source.id);
        // Somebody else's form: whose it is stays unsaid.
        if (before && !mayRead(person, before)) return refuse(reply, 409, { problem: 'idTaken' });
        const sent = await made.send(read.value, person.id);
        if (!sent.ok) return notTaken(reply, sent.problem);
        log({ code: 'formSent' });
        return reply.code(201).send({ draft: sent.value._id });
      });

      scope.post('/decide', async (request, reply) => {
        const person = await editor(request, reply);
        if (!person) return reply;
        const read = decisionSchema.safeParse(request.body);
        if (!read.success) return notRead(reply);
        const { draft, verdict, why, seen } = read.data;
        if (verdict === 'refused' && !why) return refuse(reply, 422, { problem: 'needsReason' });
        const decided = await made.decide(draft, { verdict, by: person.id, seen, ...(why ? { why } : {}) });
        if (!decided.ok) return notTaken(reply, decided.problem);
        log({ code: verdict === 'published' ? 'formPublished' : 'formRefused' });
        return { verdict, formVersion: decided.value.formVersion };
      });

      scope.post('/withdraw', async (request, reply) => {
        const person = await signedIn(request);
        if (!person) return notSignedIn(reply);
        const read = withdrawalSchema.safeParse(request.body);
        if (!read.success) return notRead(reply);
        const { form, why, seen } = read.data;
        const found = made.list().find((one) => one.form === form);
        if (!found || !mayRead(person, found)) return notTaken(reply, 'notThere');
        const withdrawn = await made.withdraw(form, { by: person.id, seen, ...(why ? { why } : {}) });
        if (!withdrawn.ok) return notTaken(reply, withdrawn.problem);
        log({ code: 'formWithdrawn' });
        return { verdict: 'withdrawn' };
      });
    },
    { prefix: '/organise/api/forms' },
  );

  async function editor(request: FastifyRequest, reply: FastifyReply): Promise<Person | undefined> {
    const person = await signedIn(request);
    if (!person) void notSignedIn(reply);
    else if (person.role === 'organiser') void refuse(reply, 403, { problem: 'editorsOnly' });
    else return person;
    return undefined;
  }
}

/** Editors and coordinators see all; an author the forms that they began. */
function mayRead({ id, role }: Person, { drafts }: MadeForm): boolean {
  return role !== 'organiser' || drafts.at(-1)?.draft.by === id;
}

function described({ form, drafts, decisions, now, withdrawn }: MadeForm) {
  return {
    form,
    decisions,
    title: titleOf(drafts[0]?.draft),
    ...(now ? { now: now._id } : {}),
    ...(withdrawn ? { withdrawn: { at: withdrawn.decidedAt, why: withdrawn.why } } : {}),
    drafts: drafts.map(({ draft, state, decision }) => ({
      draft: draft._id,
      title: titleOf(draft),
      by: draft.by,
      sentAt: draft.sentAt,
      state,
      ...(decision
        ? {
            decidedAt: decision.decidedAt,
            decidedBy: decision.by,
            why: decision.why,
            formVersion: decision.formVersion,
          }
        : {}),
    })),
  };
}

function titleOf(draft: MadeForm['now']): string {
  return draft?.files.texts[draft.files.sourceLanguage]?.title ?? draft?.form ?? '';
}

function refuse(reply: FastifyReply, status: number, why: object): FastifyReply {
  return reply.code(status).send(why);
}

type NotTaken = 'notThere' | 'decidedMeanwhile' | SendProblem;

function notTaken(reply: FastifyReply, problem: NotTaken): FastifyReply {
  const said = typeof problem === 'string' ? { code: problem } : problem;
  return refuse(reply, STATUS[said.code] ?? 422, {
    problem: said.code,
    ...(typeof problem === 'string' ? {} : problem),
  });
}

const STATUS: { readonly [code: string]: number } = { notThere: 404, decidedMeanwhile: 409, idTaken: 409 };

const notSignedIn = (reply: FastifyReply) => refuse(reply, 401, { problem: 'notSignedIn' });
const notRead = (reply: FastifyReply) => refuse(reply, 400, { problem: 'notRead' });
