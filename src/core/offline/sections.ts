/** Names of built files carry a hash of their content here. */
export const HASHED = '/_astro/';

const DIRECTORY =
  /^\/[a-z-]+\/(find|check|programmes|timetable|organise|groups|organisations|places|courses|events|opportunities|areas|topics|support-areas|glossary)\//;
/** Sheets of forms: to print, not to fill in here. */
const PAPER = /^\/[a-z-]+\/forms\/[^/]+\/paper\/$/;
const ONE_THING = /^\/[a-z-]+\/(groups|organisations|places|courses|events|opportunities)\/[^/]+/;
const SEARCH = '/wayin/search/';
const LANGUAGE = /^\/(?:wayin\/search\/)?([a-z]{2,3}(?:-[a-z]+)?)(?:\/|\.json$)/i;

/** Sections of the directory, and paper: large, and kept only in the languages that somebody on this device reads. */
export function isDirectory(path: string): boolean {
  return DIRECTORY.test(path) || path.startsWith(SEARCH) || PAPER.test(path);
}

/** One thing of the directory: the first to go where there are too many for a telephone. */
export function isOneThing(path: string): boolean {
  return ONE_THING.test(path);
}

/** What matters most without a signal comes first: help, what pages load, forms, lists, single things. */
export function rank(path: string): number {
  if (/\/(help-now|offline)\/$/.test(path)) return 0;
  if (path.startsWith(HASHED)) return 1;
  if (/\/(forms|your-forms)\//.test(path) && !PAPER.test(path)) return 2;
  return isOneThing(path) ? 4 : 3;
}

/** Files with the same key are wanted together: the build puts them into the same pack, most important first. */
export function packKey(path: string): string {
  return [rank(path), LANGUAGE.exec(path)?.[1] ?? 'all', isDirectory(path) ? 'directory' : 'pages'].join(' ');
}
