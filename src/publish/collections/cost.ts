import { z } from 'zod';

/** What it costs one person. What the money is for stands in the text. */
export const cost = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('free') }),
  z.strictObject({
    kind: z.literal('amount'),
    pence: z.int().positive(),
    /** It need not be paid if it is difficult: money must never keep anybody away (E31). */
    canBeWaived: z.boolean(),
  }),
  z.strictObject({ kind: z.literal('unknown') }),
]);

export type Cost = z.infer<typeof cost>;
