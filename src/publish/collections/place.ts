import { z } from 'zod';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';

const known = z.enum(['yes', 'partly', 'no', 'unknown']);

/** What a building has, in the order people are told. */
export const access = {
  stepFree: known,
  accessibleToilet: known,
  lift: known,
  hearingLoop: known,
  quietSpace: known,
  parking: known,
  changing: known,
};

/** `content/places/<id>/place.yaml`. */
export const place = z.strictObject({
  id: z.string(),
  kind: z.enum(['hub', 'library', 'centre', 'jobcentre', 'community', 'online']),
  area: z.string(),
  programmes: z.array(z.string()).min(1),
  /** null: not yet provided. */
  address: line.nullable(),
  /** The first half of its postcode; null: not yet provided. */
  postcodeDistrict: z
    .string()
    .regex(/^[A-Z]{1,2}\d[A-Z\d]?$/)
    .nullable(),
  /** Whether it is in the middle of town; null: not known. */
  central: z.boolean().nullable(),
  busRoutes: z.array(line),
  ...access,
  /** The day somebody looked at all this on the spot; null: nobody has said. */
  checkedDate: z.iso.date().nullable(),
  example: z.boolean().optional(),
  ...standing,
});

/** `content/places/<id>/text.<language>.yaml`. */
export const placeText = z.strictObject({ name: line, notes: lines });

export type Place = z.infer<typeof place>;
export type PlaceText = z.infer<typeof placeText>;
