import { z } from 'zod';
import { line } from './lines.ts';

/** `content/areas/<id>/area.yaml`: a part of the country that things are in. */
export const area = z.strictObject({
  id: z.string(),
  programme: z.string(),
  kind: z.enum(['city', 'borough', 'district', 'neighbourhood']),
  /** The council whose postcodes it has (ONS code); null: no list of its postcodes is held. */
  postcodeSet: z
    .string()
    .regex(/^E\d{8}$/)
    .nullable(),
  /** Programmes that serve it, too, though it is listed under another's areas. */
  alsoServedBy: z.array(z.string()).default([]),
  order: z.number(),
});

/** `content/areas/<id>/text.<language>.yaml`. */
export const areaText = z.strictObject({ name: line, oneLine: line.optional() });

export type Area = z.infer<typeof area>;
export type AreaText = z.infer<typeof areaText>;
