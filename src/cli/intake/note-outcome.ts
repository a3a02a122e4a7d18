import type { JWK } from 'jose';
import { parseOutcomeNote, REFUSAL_REASONS, STATUSES } from '#core/submission/outcome-note.ts';
import type { DeskShelf } from '#intake/shelf/shelf.ts';
import { seal } from '#sealing/seal.ts';
import { Misuse, WrongInput } from '../problems.ts';
import { findHeld } from './find-held.ts';

export const OUTCOME_OPTIONS = ['status', 'reason', 'signposted-to', 'unmet-need', 'action'];

/**
 * `wayin intake outcome`: staff note what became of a submission. The note is sealed to the same service, so that the
 * store holds no readable word of it; a later note stands in place of the one before, which stays.
 */
export async function noteOutcome(
  shelf: DeskShelf,
  keyOf: (recipient: string) => Promise<JWK | undefined>,
  name: string,
  values: { readonly [option: string]: string | undefined },
): Promise<void> {
  const { status, reason, action } = values;
  const given = { status, reason, action, signpostedTo: values['signposted-to'], unmetNeed: values['unmet-need'] };
  const note = parseOutcomeNote(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  if (!note.ok) throw new Misuse(cureOf(note.problem));

  const { envelope } = await findHeld(shelf, name);
  const { _id: about, form, formVersion, recipient } = envelope;
  if (!about.startsWith('submission:')) throw new WrongInput(`${name}: anonymous answers have no outcome to note.`);
  const key = await keyOf(recipient);
  if (!key) throw new WrongInput(`There is no public key for ${recipient}. Run: wayin keys new ${recipient}`);
  const notedAt = new Date().toISOString();
  const routing = { form, formVersion, recipient };
  await shelf.note(await seal({ kind: 'outcome', version: 1, ...routing, about, notedAt, answers: note.value }, key));
}

function cureOf(problem: string): string {
  if (problem === 'status') return `Say --status ${STATUSES.join(', ')}.`;
  if (problem === 'reason') {
    return `A refusal, and only a refusal, has a --reason: ${REFUSAL_REASONS.join(', ')} (a risk that cannot be managed, will not work with us, does not meet the criteria, needs cannot be met).`;
  }
  return `--${problem}: 1 to 300 characters.`;
}
