import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { JWK } from 'jose';
import { canonicalJson } from '#core/canonical-json.ts';
import type { Answers } from '#core/criteria/criterion.ts';
import { check } from '#core/forms/check.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { type Posted, readPosted } from '#core/forms/read-posted.ts';
import { exitOf, isNameless } from '#core/forms/relevance.ts';
import type { Envelope } from '#core/submission/envelope.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { toContent } from '#core/submission/to-content.ts';
import { seal } from '#sealing/seal.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { Log } from '../log.ts';
import type { Frame } from '../made-forms/frames.ts';
import { chooseLanguage } from '../site/choose-language.ts';
import { closedPage } from './closed-page.ts';
import { formPage } from './form-page.ts';
import { notSentPage } from './not-sent-page.ts';
import { rememberSent } from './once.ts';
import { readFormPosts, TOO_LARGE } from './read-body.ts';
import { sentPage } from './sent-page.ts';

/** What the form post needs from the intake. */
export interface SubmitDeps {
  /** The folder of the built site. */
  readonly site: string;
  /** The languages that the site is offered in. */
  readonly languages: readonly string[];
  /** A form as published now, or in the version that the person's page was built from. */
  readonly form: (id: string, version?: string) => Promise<PublishedForm | undefined>;
  /** Why a form cannot be filled in now, if it cannot. */
  readonly closed: (form: string) => string | undefined;
  /** The page around a form, as built. */
  readonly frame: Frame;
  /** The public key of each receiving service. */
  readonly recipients: { readonly [recipient: string]: JWK };
  /** Words of a namespace in a language; `undefined` where the site is not offered in it. */
  readonly words: (language: string, namespace: 'form' | 'outbox' | 'intake') => FormWords | undefined;
  /** Stores an envelope as the drop box does and answers with its receipt. */
  readonly accept: (envelope: Envelope) => Promise<Receipt>;
  /** The receipt of a submission that is held. */
  readonly receipt: (id: string) => Promise<Receipt | undefined>;
  readonly now: () => Date;
  readonly log: Log;
}

const SEE_OTHER = 303;
const FORBIDDEN = 403;
const GONE = 410;
/** The end of the address after a form that nobody can reply to. It tells nothing of who sent it. */
const NAMELESS = 'no-reply';

/**
 * The way in without script: one plain form post, answered by a page. Answers are sealed as soon as they
 * are checked; nothing readable is stored or logged.
 */
export async function registerSubmit(app: FastifyInstance, deps: SubmitDeps): Promise<void> {
  readFormPosts(app);
  const once = rememberSent<Receipt>(() => deps.now().getTime());

  app.post<{ Params: { form: string }; Body: Posted }>('/submit/:form', async (request, reply) => {
    const posted = request.body ?? {};
    const { form } = request.params;
    const asked = posted['_version'] === undefined ? undefined : String(posted['_version']);
    const known = await deps.form(form, asked);
    // A version that nobody here knows is not taken for the one that is published now: the person looks at that first.
    const published = known ?? (await deps.form(form));
    if (!published) return notSent(deps, request, reply, 404, 'unknownForm');

    const language = languageOf(published, deps, text(posted._language));
    const words = deps.words(language, 'form');
    if (!words) return reply.callNotFound();
    const answers = readPosted(published.definition, posted);
    const closed = deps.closed(published.definition.id);
    const frame = await deps.frame(published, language);
    if (closed !== undefined) {
      const page = closedPage({ frame, published, language, answers, words });
      return html(reply, closed === 'ended' ? GONE : FORBIDDEN, page);
    }
    const exit = exitOf(published.definition, answers);
    const problems = exit ? [] : await check(published.definition, answers);
    const back = { frame, published, language, answers, problems, words };
    if (exit) return html(reply, 422, formPage({ ...back, exit }));
    if (!known) {
      const notice = deps.words(language, 'intake')?.('otherVersion') ?? '';
      return html(reply, 422, formPage({ ...back, notice }));
    }
    if (problems.length > 0) return html(reply, 422, formPage(back));

    try {
      const send = () => sealAndStore(deps, published, answers, language);
      const receipt = await once(published.definition, canonicalJson(answers), send);
      const nameless = isNameless(published.definition, answers) ? `/${NAMELESS}` : '';
      return reply.redirect(`/sent/${language}/${receipt.id.replace(':', '/')}${nameless}`, SEE_OTHER);
    } catch (error) {
      deps.log({ code: 'fault', reason: error instanceof Error ? error.name : 'unknown' });
      const notice = deps.words(language, 'intake')?.('notStored') ?? '';
      return html(reply, 503, formPage({ ...back, notice }));
    }
  });

  // A page that came back with problems has this address, and somebody asks for it anew.
  app.get<{ Params: { form: string } }>('/submit/:form', async (request, reply) => {
    const { form } = request.params;
    if (!(await deps.form(form))) return reply.callNotFound();
    return reply.redirect(`/${readersLanguage(deps, request)}/forms/${form}/`, SEE_OTHER);
  });

  app.setErrorHandler(async (error: FastifyError, request, reply) => {
    const { statusCode = 500 } = error;
    if (statusCode < 400 || statusCode >= 500) throw error;
    return notSent(deps, request, reply, statusCode, statusCode === TOO_LARGE ? 'tooLong' : 'notRead');
  });

  app.get<{ Params: { language: string; kind: string; hash: string; how?: string } }>(
    '/sent/:language/:kind/:hash/:how?',
    async (request, reply) => {
      const { language, kind, hash, how } = request.params;
      if (how !== undefined && how !== NAMELESS) return reply.callNotFound();
      const receipt = await deps.receipt(`${kind}:${hash}`);
      const words = deps.words(language, 'form');
      const outbox = deps.words(language, 'outbox');
      const published = receipt && (await deps.form(receipt.form, receipt.formVersion));
      if (!receipt || !words || !outbox || !published) return reply.callNotFound();
      const sent = { site: deps.site, language, receipt, isNameless: how === NAMELESS, published, words, outbox };
      return html(reply, 200, await sentPage(sent));
    },
  );
}

/** The post says nothing that can be read, so the page is in the language that the browser asks for. */
async function notSent(
  deps: SubmitDeps,
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  why: 'tooLong' | 'notRead' | 'unknownForm',
) {
  const language = readersLanguage(deps, request);
  const intake = deps.words(language, 'intake');
  if (!intake) return reply.callNotFound();
  const { form = '' } = request.params as { readonly form?: string };
  const isOurs = (await deps.form(form)) !== undefined;
  const page = await notSentPage({ site: deps.site, language, why, intake, ...(isOurs ? { form } : {}) });
  return html(reply, status, page);
}

function readersLanguage({ languages }: SubmitDeps, request: FastifyRequest): string {
  return chooseLanguage(request.headers['accept-language'], languages);
}

async function sealAndStore(
  deps: SubmitDeps,
  published: PublishedForm,
  answers: Answers,
  language: string,
): Promise<Receipt> {
  const content = toContent({
    form: published.definition,
    formVersion: published.version,
    answers,
    draft: randomUUID(),
    now: deps.now().toISOString(),
    language,
    channel: 'no-script',
  });
  const key = deps.recipients[content.recipient];
  if (!key) throw new Error(`There is no public key for ${content.recipient}.`);
  return deps.accept(await seal(content, key));
}

function languageOf(published: PublishedForm, deps: SubmitDeps, wanted: string | undefined): string {
  return wanted && published.text[wanted] && deps.words(wanted, 'form') ? wanted : 'en';
}

function text(value: Posted[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function html(reply: FastifyReply, status: number, page: string) {
  return reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);
}
