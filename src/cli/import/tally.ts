import type { Remark } from '#core/directory/oruk/from-service.ts';
import type { Listing } from '#core/directory/oruk/listing.ts';

interface Count {
  count: number;
  readonly example: string;
}

const MOST_FIELDS = 300;
const OTHERS = 'other fields';

/** Counts what was kept, what could not be kept, and what somebody should look at. */
export class Tally {
  readonly kept = { services: 0, organisations: 0, places: 0, sessions: 0, terms: 0 };
  readonly lost = new Map<string, Count>();
  readonly remarks = new Map<Remark | 'html' | 'repeatedLink', Count>();
  readonly #organisations = new Set<string>();
  readonly #places = new Set<string>();
  readonly #terms = new Set<string>();

  keep({ organisation, sites, sessions, terms }: Listing): void {
    if (organisation) this.#organisations.add(organisation.id);
    for (const { id } of sites) this.#places.add(id);
    for (const { id } of terms) this.#terms.add(id);
    this.kept.services += 1;
    this.kept.sessions += sessions.length;
    this.kept.organisations = this.#organisations.size;
    this.kept.places = this.#places.size;
    this.kept.terms = this.#terms.size;
  }

  lose(field: string, example: string): void {
    add(this.lost, this.lost.has(field) || this.lost.size < MOST_FIELDS ? field : OTHERS, example);
  }

  remark(what: Remark | 'html' | 'repeatedLink', example: string): void {
    add(this.remarks, what, example);
  }
}

function add<Key>(counts: Map<Key, Count>, key: Key, example: string): void {
  const known = counts.get(key);
  if (known) known.count += 1;
  else counts.set(key, { count: 1, example });
}
