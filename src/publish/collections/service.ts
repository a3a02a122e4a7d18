import { z } from 'zod';
import { lines } from './lines.ts';
import { standing } from './programme.ts';

/** `content/services/<id>/service.yaml`. */
export const service = z.strictObject({
  id: z.string(),
  programme: z.string(),
  kind: z.enum(['hub', 'lot', 'element']),
  /** Switched off: in no list of the site (F-15). Left out: it is on. */
  off: z.boolean().optional(),
  /** What it helps with. */
  topics: z.array(z.string()).default([]),
  ...standing,
  ages: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  howToGetIn: z.array(z.string()).min(1),
  /** How people take part, where that is known. */
  ways: z.array(z.enum(['in-person', 'phone', 'online'])).optional(),
  /** The form that asks for it; null: none. */
  form: z.string().nullable(),
  needsDocuments: z.boolean(),
  cost: z.enum(['free', 'unknown']),
  related: z.array(z.string()),
  crisisPanel: z.boolean(),
});

/** A link of a text: a site path without its language, or an address outside. */
export const textLink = z.strictObject({
  text: z.string().min(1),
  href: z.string().regex(/^(\/|https:|tel:|mailto:)/),
});

/** `content/services/<id>/text.<language>.yaml`. */
export const serviceText = z.strictObject({
  name: z.string().min(1),
  oneLine: z.string().min(1),
  whoFor: lines.min(1),
  offer: lines.min(1),
  howToGetIn: lines.min(1),
  goodToKnow: lines,
  whatToBring: lines.optional(),
  /** Never a dead end (G33). */
  nextSteps: z.array(textLink).min(2, 'A service needs at least two next steps.'),
});

export type Service = z.infer<typeof service>;
export type ServiceText = z.infer<typeof serviceText>;
export type TextLink = z.infer<typeof textLink>;
