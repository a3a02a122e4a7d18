import { type Entry, FACETS, type Facet } from '#core/directory/entry.ts';
import type { Words } from '#i18n/words.ts';
import { areasIn, topicsIn } from '../directory.ts';
import { entriesIn } from './entries.ts';
import { labelOf } from './labels.ts';

/** A value one can choose, and how many things have it. */
export interface Offered {
  readonly value: string;
  readonly label: string;
  readonly count: number;
}

/** In this order where the order says something; else by their names. */
const ORDER: { readonly [facet in Facet]?: readonly string[] } = {
  kind: ['service', 'group', 'course', 'event', 'organisation', 'opportunity', 'place', 'programme', 'listing'],
  cost: ['free', 'waivable', 'paid'],
  access: ['step-free', 'toilet', 'hearing-loop', 'bsl', 'quiet', 'bus'],
  way: ['in-person', 'phone', 'online'],
  join: ['turn-up', 'contact', 'referral'],
};

/** What can be chosen, by facet. A choice that would find nothing is not offered. */
export function offeredIn(
  words: Words,
  entries: readonly Entry[] = entriesIn(words.lang),
): ReadonlyMap<Facet, readonly Offered[]> {
  return new Map(FACETS.map((facet) => [facet, offeredOf(words, facet, entries)]));
}

function offeredOf(words: Words, facet: Facet, entries: readonly Entry[]): readonly Offered[] {
  const counts = new Map<string, number>();
  for (const { facets } of entries) {
    for (const value of facets[facet] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const order = orderOf(words.lang, facet);
  const names = new Intl.Collator(words.lang);
  return [...counts]
    .map(([value, count]) => ({ value, count, label: labelOf(words, facet, value) }))
    .sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value) || names.compare(a.label, b.label));
}

function orderOf(lang: string, facet: Facet): readonly string[] {
  if (facet === 'topic') return topicsIn(lang).map(({ facts }) => facts.id);
  if (facet === 'area') return areasIn(lang).map(({ facts }) => facts.id);
  return ORDER[facet] ?? [];
}
