import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Clock } from '../clock.ts';
import type { Site } from '../site/read-site.ts';
import type { Ledger } from '../timetable/ledger.ts';
import { newsDesk } from './news-desk.ts';
import { newsWords } from './news-words.ts';
import { type Told, type ToldFiles, toldFiles } from './told-files.ts';

interface Needs {
  readonly site: Site;
  readonly ledger: Ledger;
  readonly now: Clock;
}

/** Sent by those who want a file as it was built: the service worker, which checks it by its hash. */
export const AS_BUILT = 'x-wayin-as-built';
const VARY = `accept-encoding, ${AS_BUILT}`;

/** What has changed since the build: as a small file for pages with scripts, in the pages and calendars for all others. */
export async function registerNews(app: FastifyInstance, { site, ledger, now }: Needs): Promise<void> {
  const words = await newsWords(site);
  const desk = newsDesk({ base: site.timetable, ledger, words, now });
  const files = toldFiles({ folder: site.folder, base: site.timetable, desk, words, now });

  app.get<{ Params: { lang: string } }>('/timetable/:lang/changes.json', async (request, reply) => {
    const told = await files.readNews(request.params.lang);
    if (told) leaveOutOfData(reply);
    return told ? send(request, reply, told) : reply.callNotFound();
  });
  app.addHook('onRequest', (request, reply) => tellInPlace(request, reply, files));
  app.addHook('onSend', async (request, reply) => {
    if (files.mayTell(pathOf(request))) reply.header('vary', VARY);
  });
}

// What they forbid to a page, data cannot do; a telephone would fetch 650 bytes of them with every "nothing new".
const FOR_PAGES = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

/** Helmet writes on the bare answer, the others on Fastify's. `nosniff` stays: data is never taken for a page. */
function leaveOutOfData(reply: FastifyReply): void {
  for (const name of FOR_PAGES) {
    reply.raw.removeHeader(name);
    reply.removeHeader(name);
  }
}

async function tellInPlace(request: FastifyRequest, reply: FastifyReply, files: ToldFiles): Promise<unknown> {
  const path = pathOf(request);
  const isAsked = request.method === 'GET' || request.method === 'HEAD';
  if (!isAsked || !files.mayTell(path) || request.headers[AS_BUILT] !== undefined) return undefined;
  const told = await files.read(path);
  return told && send(request, reply, told);
}

function send(request: FastifyRequest, reply: FastifyReply, { type, etag, plain, packed }: Told): FastifyReply {
  const takesBrotli = /\bbr\b/.test(request.headers['accept-encoding'] ?? '');
  reply.header('cache-control', 'no-cache').header('etag', etag).header('vary', VARY);
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send();
  if (takesBrotli) reply.header('content-encoding', 'br');
  return reply.type(type).send(takesBrotli ? packed : plain);
}

function pathOf({ url }: FastifyRequest): string {
  return url.split('?', 1)[0] ?? '';
}
