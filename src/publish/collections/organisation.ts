import { z } from 'zod';
import { alsoCalled, line, lines } from './lines.ts';
import { contacts, standing } from './programme.ts';

/** The kinds that stand for a whole group of partners in the Leicestershire localities. */
export const PARTNER_KINDS = [
  'district-councils',
  'health',
  'jobcentre',
  'adults-and-communities',
  'children-and-young-people',
  'police',
  'private-and-independent',
  'probation',
  'schools',
  'voluntary',
  'youth-offending',
] as const;

/** `content/organisations/<id>/organisation.yaml`. */
export const organisation = z.strictObject({
  id: z.string(),
  kind: z.enum([
    'health',
    'crisis',
    'council',
    'community',
    'specialist',
    'work-and-learning',
    'housing',
    'justice',
    'education',
    'partner-kind',
  ]),
  /** The programmes that name it. */
  programmes: z.array(z.string()).min(1),
  partnerKind: z.enum(PARTNER_KINDS).optional(),
  topics: z.array(z.string()),
  /** Whether one can go there oneself. */
  openTo: z.enum(['public', 'referral', 'unknown']),
  contacts,
  example: z.boolean().optional(),
  ...standing,
});

/** `content/organisations/<id>/text.<language>.yaml`. */
export const organisationText = z.strictObject({
  name: line,
  oneLine: line,
  helpsWith: lines.min(1),
  /** What it has to do with the programme. */
  relation: line.optional(),
  alsoCalled,
});

export type Organisation = z.infer<typeof organisation>;
export type OrganisationText = z.infer<typeof organisationText>;
