import type { SiteContent } from './read-content.ts';
import type { BrokenReference } from './references.ts';

/** What may carry dates that belong in an order. */
interface Dated {
  readonly id: string;
  readonly validFrom?: string | null | undefined;
  readonly validTo?: string | null | undefined;
  readonly lastConfirmed?: string | undefined;
  readonly nextReviewDue?: string | undefined;
}

const ORDER: readonly (readonly [earlier: Exclude<keyof Dated, 'id'>, later: Exclude<keyof Dated, 'id'>])[] = [
  ['validFrom', 'validTo'],
  ['lastConfirmed', 'nextReviewDue'],
];

/** Every pair of dates that stand the wrong way round. */
export function oddDates({ programmes, services, directory }: SiteContent): readonly BrokenReference[] {
  const things: readonly { folder: string; facts: Dated }[] = [
    ...programmes,
    ...services,
    ...Object.values(directory).flat(),
  ];
  return things.flatMap(({ folder, facts }) =>
    ORDER.flatMap(([earlier, later]) => {
      const [from, to] = [facts[earlier], facts[later]];
      if (!from || !to || from <= to) return [];
      return [
        {
          file: folder,
          field: later,
          what: `${to} is before ${earlier}, which is ${from}.`,
          cure: 'Correct one of the two dates.',
        },
      ];
    }),
  );
}
