import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { chooseLanguage } from './choose-language.ts';
import type { Site } from './read-site.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

/** The built pages, the way to a reader's language, and a page for what is not there. */
export async function registerSite(app: FastifyInstance, site: Site): Promise<void> {
  const codes = site.languages.map(({ code }) => code);
  const lost = await lostPages(site.folder, codes);

  app.get('/', async (request, reply) => {
    const language = chooseLanguage(request.headers['accept-language'], codes);
    return reply.header('vary', 'Accept-Language').header('cache-control', 'no-cache').redirect(`/${language}/`, 302);
  });

  await app.register(fastifyStatic, {
    root: site.folder,
    preCompressed: true,
    redirect: true,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders(reply, path) {
      // Only Astro's own files carry a hash of their content in their name.
      reply.header('cache-control', path.includes('/_astro/') ? FOR_EVER : 'no-cache');
    },
  });

  app.setNotFoundHandler((request, reply) => {
    const inPath = request.url.split('/')[1] ?? '';
    const language = codes.includes(inPath) ? inPath : chooseLanguage(request.headers['accept-language'], codes);
    const page = request.method === 'GET' || request.method === 'HEAD' ? lost.get(language) : undefined;
    reply.code(404).header('cache-control', 'no-cache').header('vary', 'Accept-Language');
    return page === undefined ? reply.send() : reply.type('text/html; charset=utf-8').send(page);
  });
}

async function lostPages(folder: string, codes: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const pages = new Map<string, Buffer>();
  for (const code of codes) {
    const page =
      (await readIfThere(join(folder, code, '404', 'index.html'))) ??
      (await readIfThere(join(folder, code, '404.html')));
    if (page) pages.set(code, page);
  }
  return pages;
}

async function readIfThere(path: string): Promise<Buffer | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
