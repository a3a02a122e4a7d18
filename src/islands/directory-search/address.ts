import { FACETS, type Facet, WHENS, type When } from '#core/directory/entry.ts';
import type { Chosen } from '#core/directory/filter.ts';

/**
 * What a page's address chooses. Names and values nobody offers are left out. Typed words and postcodes never stand
 * there: addresses end up in histories, logs and messages.
 */
export function readAddress(search: string, isOffered: (facet: Facet, value: string) => boolean): Chosen {
  const query = new URLSearchParams(search);
  const facets = FACETS.map(
    (facet) => [facet, query.getAll(facet).filter((value) => isOffered(facet, value))] as const,
  );
  const when = WHENS.find((one) => one === query.get('when'));
  return {
    facets: Object.fromEntries(facets.filter(([, values]) => values.length > 0)),
    ...(when === undefined ? {} : { when }),
  };
}

/** The same choices as an address, in a steady order; nothing chosen is no query. */
export function toAddress({ facets, when }: Chosen): string {
  const query = new URLSearchParams();
  for (const facet of FACETS) for (const value of facets[facet] ?? []) query.append(facet, value);
  if (when !== undefined) query.append('when', when satisfies When);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}
