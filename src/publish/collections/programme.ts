import { z } from 'zod';
import { WEEKDAYS } from '#i18n/dates.ts';

const clock = z.string().regex(/^\d{2}:\d{2}$/, 'Write a time as "10:00".');
/** null: not yet provided. */
const perhaps = z.string().min(1).nullable();

/** A change that somebody who knew it before should be told of. */
export const change = z.strictObject({
  on: z.iso.date(),
  what: z.enum(['added', 'contacts', 'times', 'place', 'cost', 'access', 'status', 'words']),
});

/** Where a thing stands, and until when that is known. */
export const standing = {
  status: z.enum(['open', 'waiting', 'ended', 'unknown']),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  lastChecked: z.iso.date(),
  /** false: a draft, seen in `astro dev` alone (E68). Left out: it is approved. */
  approved: z.boolean().optional(),
  /** Where its facts come from. */
  source: z.string().min(1),
  /** What changed on which day, as far as it is known (F-6). */
  changes: z.array(change).optional(),
};

/** The ways to reach somebody. */
export const contacts = z.strictObject({
  landline: perhaps,
  otherPhone: perhaps,
  minicom: perhaps,
  textMessage: perhaps,
  email: perhaps,
  post: perhaps,
  address: perhaps,
  web: perhaps,
});

/** Forms that pages of a programme's groups, courses and opportunities lead to. */
const formsFor = z
  .strictObject({
    groupFeedback: z.string(),
    groupStart: z.string(),
    courseJoin: z.string(),
    courseDeliver: z.string(),
    courseFeedback: z.string(),
    volunteering: z.string(),
  })
  .partial();

/** `content/programmes/<id>/programme.yaml`. */
export const programme = z.strictObject({
  id: z.string(),
  /** The place it serves, such as Derby. */
  area: z.string(),
  /** Switched off with all that is its own: in no list, search or feed of the site (F-15). Left out: it is on. */
  off: z.boolean().optional(),
  ...standing,
  crisisPanel: z.boolean(),
  contacts,
  /** When one can come in or call. Empty: not yet provided. */
  hours: z.array(z.strictObject({ days: z.array(z.enum(WEEKDAYS)).min(1), opens: clock, closes: clock })),
  /** The days on which somebody reads what was sent; null: not yet provided. */
  referralsRead: z.array(z.enum(WEEKDAYS)).min(1).nullable(),
  controller: z.string(),
  /** Its forms. The first is the one to ask for help with. */
  forms: z.array(z.string()),
  formsFor: formsFor.default({}),
  services: z.array(z.string()),
  recipients: z.array(z.string()),
});

/** `content/programmes/<id>/text.<language>.yaml`. */
export const programmeText = z.strictObject({
  /** The one setting of the programme's name (E1). */
  name: z.string().min(1),
  oneLine: z.string().min(1),
  /** Its place as this language writes it, where that differs. */
  area: z.string().min(1).optional(),
  about: z.array(z.string()),
  hoursNote: z.string().optional(),
});

export type FormsFor = z.infer<typeof formsFor>;
export type Programme = z.infer<typeof programme>;
export type ProgrammeText = z.infer<typeof programmeText>;
