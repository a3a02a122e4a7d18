import type { APIRoute, GetStaticPathsItem } from 'astro';
import { localPath } from '#i18n/paths.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import { switchedOffPaths } from '#publish/switched-off.ts';

/** Pages that make sense to one person only, to those who sign in, or to nobody. */
const LEFT_OUT = /^\/(404|offline|sent|your-forms)\/$|^\/(organise|build)\/|^\/forms\/[^/]+\/call\/$/;

interface PageModule {
  readonly getStaticPaths?: () => readonly GetStaticPathsItem[] | Promise<readonly GetStaticPathsItem[]>;
}

/** Every page of every language, each with its other languages (hreflang). It asks the pages themselves. */
export const GET: APIRoute = async ({ site }) => {
  const pages = import.meta.glob<PageModule>(['./*/**/*.astro', '!./**/_*.astro']);
  const files = Object.keys(pages).filter((file) => file.startsWith('./[lang]/'));
  const paths = await Promise.all(files.map(async (file) => pathsOf(file, await pages[file]?.())));
  const off = switchedOffPaths();
  const unique = [...new Set(paths.flat())].filter((path) => !LEFT_OUT.test(path) && !off.has(path)).sort();
  return new Response(toXml(unique, site), { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
};

/** The paths of a page's routes, without their language. */
async function pathsOf(file: string, page: PageModule | undefined): Promise<readonly string[]> {
  const pattern = file.replace(/^\.\/\[lang\]|(\/index)?\.astro$/g, '');
  const routes = (await page?.getStaticPaths?.()) ?? [];
  return routes.map(({ params }) => {
    const path = pattern.replace(/\/\[(?:\.\.\.)?(\w+)\]/g, (_, name: string) => {
      const value = params[name];
      return value === undefined ? '' : `/${value}`;
    });
    return `${path}/`;
  });
}

function toXml(paths: readonly string[], site: URL | undefined): string {
  const languages = offeredLanguages().map(({ code }) => code);
  const whole = (path: string) => escapeXml(site ? new URL(path, site).href : path);
  const alternates = (path: string) =>
    languages
      .map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${whole(localPath(lang, path))}"/>`)
      .join('');
  const urls = paths.flatMap((path) =>
    languages.map((lang) => `<url><loc>${whole(localPath(lang, path))}</loc>${alternates(path)}</url>`),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join('\n')}
</urlset>
`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
