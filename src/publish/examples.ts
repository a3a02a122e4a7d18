import type { Directory } from './read-content.ts';

/** The directory without its invented examples: nothing real refers to one, so nothing breaks. */
export function withoutExamples(directory: Directory): Directory {
  const kept = Object.entries(directory).map(([kind, things]) => [
    kind,
    // A union of lists has no common filter for TypeScript; every kind's facts may carry the mark.
    (things as readonly { facts: { example?: boolean } }[]).filter(({ facts }) => facts.example !== true),
  ]);
  return Object.fromEntries(kept) as Directory;
}

/** Whether examples are shown (WAYIN_EXAMPLES=off leaves them out). */
export function showsExamples(): boolean {
  return process.env.WAYIN_EXAMPLES !== 'off';
}
