import { z } from 'zod';
import { bad, good, type Outcome } from '../outcome.ts';

export const STATUSES = ['new', 'responded', 'seen', 'refused', 'signposted', 'closed'] as const;

/**
 * Why a referral was refused: a risk that cannot be managed, the person will not work with the service, the criteria
 * are not met, or the needs cannot be met here (004 §3.8.2). A closed list: always a decision of staff.
 */
export const REFUSAL_REASONS = ['a', 'b', 'c', 'd'] as const;

const MOST_CHARACTERS = 300;
const words = z.string().trim().min(1).max(MOST_CHARACTERS).optional();

const noteSchema = z
  .strictObject({
    status: z.enum(STATUSES),
    reason: z.enum(REFUSAL_REASONS).optional(),
    signpostedTo: words,
    unmetNeed: words,
    action: words,
  })
  .refine(({ status, reason }) => (status === 'refused') === (reason !== undefined), 'reason');

/** What became of a submission, as staff note it (domain.md §2.3). */
export type OutcomeNote = z.infer<typeof noteSchema>;

/** Reads a note. The problem names the field. A refusal has one of the four reasons, and nothing else has one. */
export function parseOutcomeNote(given: unknown): Outcome<OutcomeNote, string> {
  const read = noteSchema.safeParse(given);
  if (read.success) return good(read.data);
  const issue = read.error.issues[0];
  return bad(String(issue?.path[0] ?? issue?.message ?? 'note'));
}
