import type { Day, WallTime } from '../sessions/wall-time.ts';

/** What can be found. */
export const ENTRY_KINDS = [
  'service',
  'group',
  'course',
  'event',
  'organisation',
  'opportunity',
  'place',
  'programme',
  'listing',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/**
 * What one can look by. `when` is not among them: it depends on the day somebody looks.
 * `sort` is the kind of organisation, group, event or opportunity; `partner` the kind of partner in Leicestershire.
 */
export const FACETS = [
  'kind',
  'topic',
  'area',
  'for',
  'language',
  'cost',
  'access',
  'way',
  'join',
  'carers',
  'sort',
  'partner',
  'contract',
  'hours',
] as const;
export type Facet = (typeof FACETS)[number];

/** The times of day and week one can look for. */
export const WHENS = ['today', 'weekend', 'evening'] as const;
export type When = (typeof WHENS)[number];

/** Facet values of a thing: `{ topic: ['housing'], access: ['step-free', 'bus'] }`. A facet that is left out is not known. */
export type Facets = { readonly [facet in Facet]?: readonly string[] };

/** One thing that can be found, in one language. */
export interface Entry {
  readonly kind: EntryKind;
  readonly id: string;
  readonly name: string;
  readonly line: string;
  /** Other names people type for it. */
  readonly alsoCalled: string;
  /** The language of its words, where it is not the page's (G10). */
  readonly lang: string;
  readonly facets: Facets;
  /** Where it stands: `open`, or why not. */
  readonly standing: string;
  readonly example: boolean;
  /** The day its facts were last checked. */
  readonly checked: Day;
  /** When it next takes place, in London wall time. Sessions called off are left out. */
  readonly next: readonly WallTime[];
}

const FOLDER = {
  service: 'services',
  group: 'groups',
  course: 'courses',
  event: 'events',
  organisation: 'organisations',
  opportunity: 'opportunities',
  place: 'places',
  programme: 'programmes',
  listing: 'listings',
} satisfies Record<EntryKind, string>;

/** Its page's path without the language. */
export function pathOf({ kind, id }: Pick<Entry, 'kind' | 'id'>): string {
  return `/${FOLDER[kind]}/${id}/`;
}
