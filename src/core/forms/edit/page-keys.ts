import type { SourcePage, UsePage } from '../parse-form.ts';

export type AnyPage = SourcePage | UsePage;

/** The name of each page of a form, in order: its id, or for a shared group `use:<group>`, with the first question it is cut down to. */
export function pageKeys(pages: readonly AnyPage[]): readonly string[] {
  const seen = new Map<string, number>();
  return pages.map((page) => {
    const key = 'use' in page ? `use:${page.use}${page.only?.[0] ? `/${page.only[0]}` : ''}` : page.id;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    return before === 0 ? key : `${key}:${before + 1}`;
  });
}

/** The place of a page by its name; -1: there is none. */
export function placeOfPage(pages: readonly AnyPage[], key: string): number {
  return pageKeys(pages).indexOf(key);
}
