import { z } from 'zod';
import { line, lines } from './lines.ts';

/** `content/support-areas/<id>/area.yaml`: one of the 13 areas in which families were supported. */
export const supportArea = z.strictObject({
  id: z.string(),
  order: z.number(),
  topics: z.array(z.string()).min(1),
  quickExit: z.boolean(),
});

/** `content/support-areas/<id>/text.<language>.yaml`. */
export const supportAreaText = z.strictObject({ name: line, oneLine: line, help: lines.min(1) });

export type SupportArea = z.infer<typeof supportArea>;
export type SupportAreaText = z.infer<typeof supportAreaText>;
