import type { Facet } from '#core/directory/entry.ts';

/** Facets whose values each have a plain list below `/find/`. Topics and areas have pages of their own. */
export const LISTED = [
  'access',
  'cost',
  'way',
  'join',
  'carers',
  'for',
  'language',
] as const satisfies readonly Facet[];
