import { z } from 'zod';
import type { Criterion } from './criterion.ts';

const question = z.string().min(1);
const option = z.string().min(1);

/** Reads a criterion as an author writes it. Used by the build; the browser trusts what the build let through. */
export const criterionSchema: z.ZodType<Criterion> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(criterionSchema).min(1) }),
    z.strictObject({ any: z.array(criterionSchema).min(1) }),
    z.strictObject({ not: criterionSchema }),
    z.strictObject({ question, is: option }),
    z.strictObject({ question, isOneOf: z.array(option).min(1) }),
    z.strictObject({ question, has: option }),
    z.strictObject({ question, hasAnyOf: z.array(option).min(1) }),
    z.strictObject({ question, atLeast: z.number() }),
    z.strictObject({ question, atMost: z.number() }),
    z.strictObject({ question, moreThan: z.number() }),
    z.strictObject({ question, lessThan: z.number() }),
    z.strictObject({ question, countAtLeast: z.int().positive() }),
    z.strictObject({ question, countAtMost: z.int().nonnegative() }),
    z.strictObject({ question, onOrAfter: z.iso.date() }),
    z.strictObject({ question, before: z.iso.date() }),
    z.strictObject({ question, answered: z.literal(true) }),
  ]),
);
