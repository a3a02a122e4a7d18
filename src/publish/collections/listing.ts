import { z } from 'zod';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';
import { wallTime } from './session.ts';

/** `content/imported/<feed>/<id>/listing.yaml`: a service as somebody else's directory lists it. `wayin import` writes it. */
export const listing = z.strictObject({
  id: z.string(),
  /** The folder it lies in, and its id in the feed that it came from. */
  feed: z.string(),
  feedId: z.string(),
  status: standing.status,
  validFrom: standing.validFrom,
  validTo: standing.validTo,
  source: standing.source,
  /** The day its own directory last checked it; null: it does not say. */
  lastChecked: z.iso.date().nullable(),
  ages: z.strictObject({ from: z.int().optional(), to: z.int().optional() }),
  organisation: z.strictObject({ id: z.string(), name: line, email: line.optional(), web: line.optional() }).nullable(),
  telephones: z.array(z.strictObject({ number: line, kind: line.optional(), note: line.optional() })),
  email: line.nullable(),
  web: z
    .string()
    .regex(/^https?:\/\//)
    .nullable(),
  languages: z.array(z.strictObject({ code: line.optional(), name: line.optional() })),
  /** Names of the terms that its directory files it under. */
  terms: lines,
  areas: lines,
  sites: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.enum(['physical', 'postal', 'virtual']),
      name: line.optional(),
      about: line.optional(),
      address: z
        .strictObject({ street: z.string(), town: z.string(), county: z.string(), postcode: z.string() })
        .optional(),
      access: lines,
    }),
  ),
  sessions: z.array(
    z.strictObject({
      id: z.string(),
      starts: wallTime,
      minutes: z.int().positive(),
      rule: z
        .string()
        .regex(/^FREQ=[A-Z0-9=;,:+-]+$/)
        .optional(),
      mode: z.enum(['in-person', 'online', 'phone']).optional(),
      site: z.string().optional(),
      validFrom: z.iso.date().optional(),
      validTo: z.iso.date().optional(),
      notes: lines,
    }),
  ),
  costs: z.array(z.strictObject({ pence: z.int().min(0).optional(), words: line.optional() })),
});

/** `content/imported/<feed>/<id>/text.en.yaml`. A feed does not say which language it is in. */
export const listingText = z.strictObject({
  name: line,
  about: lines,
  whoFor: lines,
  howToGetIn: lines,
  alert: line.optional(),
  /** What is said of its times in words. */
  times: lines,
});

export type ListingFacts = z.infer<typeof listing>;
export type ListingText = z.infer<typeof listingText>;
