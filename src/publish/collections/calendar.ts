import { z } from 'zod';

/** `content/calendar/bank-holidays.json`. */
export const calendar = z.strictObject({
  source: z.string(),
  licence: z.string(),
  division: z.string(),
  lastYear: z.int(),
  dates: z.array(z.strictObject({ date: z.iso.date(), title: z.string() })),
});

export type Calendar = z.infer<typeof calendar>;
