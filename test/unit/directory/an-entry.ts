import type { Entry } from '#core/directory/entry.ts';

/** A whole entry; a test names only what matters to it. */
export function anEntry(changes: Partial<Entry> = {}): Entry {
  return {
    kind: 'group',
    id: 'art',
    name: 'Art on Mondays',
    line: 'Paint and draw together.',
    alsoCalled: '',
    lang: 'en',
    standing: 'open',
    example: false,
    checked: '2026-11-22',
    next: [],
    facets: { kind: ['group'] },
    ...changes,
  };
}
