import { z } from 'zod';
import { cost } from './cost.ts';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';
import { session, sessionNotes } from './session.ts';

export const GROUP_KINDS = [
  'mutual-support',
  'creative',
  'relaxation',
  'social',
  'confidence',
  'carers',
  'young-adults',
  'older-adults',
  'identity',
  'community',
  'deaf-bsl',
  'learning-disability-autism',
  'physical-activity',
  'work-and-volunteering',
  'telephone-circle',
  'online-circle',
] as const;

/** Whom a group may be for, where it is not for everybody. */
export const AUDIENCES = [
  'everyone',
  'carers',
  'parents',
  'young-adults',
  'older-adults',
  'men',
  'women',
  'lgbtqi',
  'ethnic-communities',
  'faith',
  'deaf',
  'learning-disability-autism',
  'in-work',
  'looking-for-work',
] as const;

/** `content/groups/<id>/group.yaml`. */
export const group = z.strictObject({
  id: z.string(),
  kind: z.enum(GROUP_KINDS),
  programme: z.string(),
  topics: z.array(z.string()).min(1),
  audience: z.array(z.enum(AUDIENCES)).min(1),
  area: z.string(),
  runBy: z.enum(['volunteer', 'staff', 'independent', 'unknown']),
  /** The organisation or programme to ask. Never a person's own number. */
  organiser: z.string(),
  groupStatus: z.enum(['active', 'paused', 'starting', 'full', 'closed']),
  ageFrom: z.int().nullable(),
  ageTo: z.int().nullable(),
  carersWelcome: z.enum(['yes', 'carers-only', 'no', 'ask']),
  newPeople: z.enum(['turn-up', 'contact-first', 'referral']),
  languages: z.array(z.string()).min(1),
  bsl: z.enum(['interpreted', 'bsl-led', 'ask', 'no']),
  cost,
  bringSomeone: z.enum(['yes', 'no', 'ask']),
  onBankHolidays: z.enum(['yes', 'no', 'unknown']),
  /** The day the organiser last said that all this is so. */
  lastConfirmed: z.iso.date(),
  nextReviewDue: z.iso.date(),
  /** iCalendar SEQUENCE: one more at each change, so that calendars take it over. */
  sequence: z.int().min(0),
  sessions: z.array(session),
  example: z.boolean().optional(),
  ...standing,
});

/** `content/groups/<id>/text.<language>.yaml`. */
export const groupText = z.strictObject({
  name: line,
  oneLine: line,
  whoFor: lines,
  firstTime: lines,
  access: lines,
  /** What the money is for. */
  costFor: line.optional(),
  notes: sessionNotes,
});

export type Group = z.infer<typeof group>;
export type GroupText = z.infer<typeof groupText>;
