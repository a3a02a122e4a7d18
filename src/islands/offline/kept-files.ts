import { HASHED, isDirectory, isOneThing, rank } from '#core/offline/sections.ts';

/** A file of the built site: its path as a browser asks for it, the hash of its content, and whether only those who work here need it. */
export type KeptFile = readonly [path: string, hash: string, forWork?: 1];

/** What the worker does with a request. */
export type Answer =
  | { readonly kind: 'kept'; readonly path: string }
  /** Without its slash at the end, or by its file name. */
  | { readonly kind: 'redirect'; readonly path: string }
  /** `/`: the reader's language decides. */
  | { readonly kind: 'chooseLanguage' }
  /** A hashed file of an older build, which a page opened before the update may still ask for. */
  | { readonly kind: 'older' }
  | { readonly kind: 'networkPage' }
  /** None of the worker's business: the browser goes on as if there were no worker. */
  | { readonly kind: 'leave' };

const NEVER = ['/intake', '/submit', '/sent', '/healthz'];

/** The part of a request that decides. */
export interface Asked {
  readonly method: string;
  readonly url: URL;
  readonly origin: string;
  readonly isNavigation: boolean;
  readonly isRange: boolean;
}

/** Decides by the request alone. Everything that is not a plain GET of a page or file of this site is left alone. */
export function answerFor({ method, url, origin, isNavigation, isRange }: Asked, paths: ReadonlySet<string>): Answer {
  const path = url.pathname;
  if (method !== 'GET' || url.origin !== origin || isRange) return { kind: 'leave' };
  if (NEVER.some((prefix) => path === prefix || path.startsWith(`${prefix}/`))) return { kind: 'leave' };
  if (paths.has(path)) return { kind: 'kept', path };
  if (path.startsWith(HASHED)) return { kind: 'older' };
  if (!isNavigation) return { kind: 'leave' };
  if (path === '/') return { kind: 'chooseLanguage' };

  const slashed = `${path.replace(/\/index\.html$/, '')}/`;
  return paths.has(slashed) ? { kind: 'redirect', path: slashed } : { kind: 'networkPage' };
}

/** The languages of the site: those that have a page of their own at `/<language>/`. */
export function languagesIn(paths: Iterable<string>): readonly string[] {
  return [...paths].flatMap((path) => /^\/([a-z]{2,3}(?:-[a-z]+)?)\/$/i.exec(path)?.[1] ?? []);
}

/** The first language of the reader that the site has. */
export function preferredLanguage(wanted: readonly string[], offered: readonly string[]): string | undefined {
  const short = wanted.map((tag) => tag.toLowerCase().split('-')[0] ?? '');
  return short.find((language) => offered.includes(language));
}

const MANY_THINGS = 600;

export interface Wanted {
  /** The languages read on this device: all their pages. */
  readonly read: readonly string[];
  /** A person asked their browser to save data: nothing in any other language. */
  readonly saveData?: boolean;
  /** Somebody on this device runs a group or makes forms. */
  readonly worksHere?: boolean;
}

/** The files to keep, those that matter most without a signal first. Forms and help come in every language. */
export function filesToKeep(
  files: readonly KeptFile[],
  { read, saveData = false, worksHere = false }: Wanted,
): readonly KeptFile[] {
  const others = languagesIn(files.map(([path]) => path)).filter((language) => !read.includes(language));
  const isOther = (path: string) => others.some((language) => isIn(path, language));
  const crowded = read.filter((language) => thingsIn(files, language) > MANY_THINGS);
  return files
    .filter(([, , forWork]) => worksHere || !forWork)
    .filter(([path]) => !isOther(path) || !(saveData || isDirectory(path)))
    .filter(([path]) => !(isOneThing(path) && crowded.some((language) => isIn(path, language))))
    .toSorted(([a], [b]) => rank(a) - rank(b));
}

function isIn(path: string, language: string): boolean {
  return path.startsWith(`/${language}/`) || path === `/wayin/search/${language}.json`;
}

function thingsIn(files: readonly KeptFile[], language: string): number {
  return files.filter(([path]) => isOneThing(path) && isIn(path, language)).length;
}
