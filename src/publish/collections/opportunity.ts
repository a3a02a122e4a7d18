import { z } from 'zod';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';

/** Skills an opportunity may ask for; a course can teach a missing one (F-8). */
export const SKILLS = [
  'english',
  'maths',
  'computers',
  'helping-people',
  'driving',
  'first-aid',
  'food-hygiene',
  'listening',
  'peer-support',
] as const;

/** `content/opportunities/<id>/opportunity.yaml`: work, a placement, volunteering or training. */
export const opportunity = z.strictObject({
  id: z.string(),
  kind: z.enum(['job', 'apprenticeship', 'work-experience', 'internship', 'volunteering', 'training']),
  programme: z.string(),
  /** null: the employer is not yet provided. */
  organisation: z.string().nullable(),
  area: z.string().nullable(),
  contract: z.enum(['permanent', 'temporary', 'fixed-term', 'zero-hours', 'voluntary', 'placement', 'unknown']),
  hours: z.enum(['full-time', 'part-time', 'flexible', 'unknown']),
  languages: z.array(z.string()).min(1),
  paysLivingWage: z.enum(['yes', 'no', 'unknown']),
  skills: z.array(z.enum(SKILLS)),
  /** Courses that teach those skills. */
  training: z.array(z.string()),
  example: z.boolean().optional(),
  ...standing,
});

/** `content/opportunities/<id>/text.<language>.yaml`. */
export const opportunityText = z.strictObject({ name: line, oneLine: line, about: lines.min(1) });

export type Opportunity = z.infer<typeof opportunity>;
export type OpportunityText = z.infer<typeof opportunityText>;
