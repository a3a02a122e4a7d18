import { z } from 'zod';
import { cost } from './cost.ts';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';
import { session, sessionNotes } from './session.ts';

/** The six words of recovery education, as the source prints them. */
export const CHIME = [
  'connectiveness',
  'hope',
  'identity',
  'resilience',
  'meaningful-opportunities',
  'empowerment',
] as const;

/** `content/courses/<id>/course.yaml`. */
export const course = z.strictObject({
  id: z.string(),
  programme: z.string(),
  /** The organisation or service that teaches it. */
  provider: z.string(),
  topics: z.array(z.string()).min(1),
  chime: z.array(z.enum(CHIME)),
  /** Such as "entry", "1", "2"; null: it has no level. */
  level: line.nullable(),
  format: z.array(z.enum(['classroom', 'online', 'face-to-face'])).min(1),
  carersWelcome: z.enum(['yes', 'no', 'ask']),
  /** Taught together with people who have been through it. */
  coDelivered: z.boolean(),
  fee: cost,
  /** null: not yet provided. */
  places: z.int().positive().nullable(),
  waitingList: z.boolean(),
  courseStatus: z.enum(['open', 'full', 'waiting-list', 'planned']),
  languages: z.array(z.string()).min(1),
  place: z.string().nullable(),
  sessions: z.array(session),
  example: z.boolean().optional(),
  ...standing,
});

/** `content/courses/<id>/text.<language>.yaml`. */
export const courseText = z.strictObject({
  name: line,
  oneLine: line,
  about: lines.min(1),
  whoFor: lines,
  notes: sessionNotes,
});

export type Course = z.infer<typeof course>;
export type CourseText = z.infer<typeof courseText>;
