import { localPath } from '#i18n/paths.ts';
import { fillIn } from '#i18n/plural-of.ts';

/**
 * A page's rendered Markdown, its links in the page's language and its blanks filled in.
 * A point of a list that leads to what is closed now is left out: the page is written once, for every day.
 */
export function toPageHtml(
  html: string,
  lang: string,
  blanks: { readonly [blank: string]: string },
  isClosed: (path: string) => boolean = () => false,
): string {
  const open = html
    .replace(/<li>\s*<a\b[^>]*\bhref="(\/[^"]*)"[\s\S]*?<\/li>\n?/g, (point, path: string) =>
      isClosed(path) ? '' : point,
    )
    .replace(/<ul>\s*<\/ul>\n?/g, '');
  return fillIn(open, blanks).replace(
    /(<a\b[^>]*\bhref=")(\/[^"]*)"/g,
    (_, before: string, path: string) => `${before}${localPath(lang, path)}"`,
  );
}
