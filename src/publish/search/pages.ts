import type { Entry } from '#core/directory/entry.ts';
import { offeredLanguages } from '#i18n/site-words.ts';
import { entriesIn } from './entries.ts';

// A page of the list stays under 14 kB, style included.
const PER_PAGE = 40;

/** What the page of a kind shows of one programme: more than that is in pages, so that every page stays light. */
export const MOST_AT_ONCE = PER_PAGE;

/** Kinds of which all are listed in pages: those of other directories, and those with more than their own page shows. */
export function kindsInPages(entries: readonly Entry[]): readonly ('listing' | 'service' | 'group')[] {
  const count = (kind: string) => entries.filter((entry) => entry.kind === kind).length;
  return [
    ...(count('listing') > 0 ? (['listing'] as const) : []),
    ...(['service', 'group'] as const).filter((kind) => count(kind) > MOST_AT_ONCE),
  ];
}

/** One page of a long list. */
export interface ListPage {
  readonly entries: readonly Entry[];
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

/** A list in pages; an empty one is one empty page. */
export function inPages(entries: readonly Entry[]): readonly ListPage[] {
  const pages = Math.max(1, Math.ceil(entries.length / PER_PAGE));
  return Array.from({ length: pages }, (_, at) => ({
    entries: entries.slice(at * PER_PAGE, (at + 1) * PER_PAGE),
    page: at + 1,
    pages,
    total: entries.length,
  }));
}

/** The part of a path that says which page: none for the first. */
export function pagePart(page: number): string | undefined {
  return page === 1 ? undefined : String(page);
}

/** Routes of lists in every language, each list in its pages: what `getStaticPaths` of a list page answers. */
export function listRoutes<Params extends { readonly [name: string]: string }>(
  listsOf: (lang: string) => readonly { readonly params: Params; readonly fits: (entry: Entry) => boolean }[],
): readonly { params: Params & { lang: string; page: string | undefined }; props: { list: ListPage } }[] {
  return offeredLanguages().flatMap(({ code: lang }) =>
    listsOf(lang).flatMap(({ params, fits }) =>
      inPages(entriesIn(lang).filter(fits)).map((list) => ({
        params: { ...params, lang, page: pagePart(list.page) },
        props: { list },
      })),
    ),
  );
}
