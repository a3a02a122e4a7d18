import type { JWK } from 'jose';
import type { Answers } from '#core/criteria/criterion.ts';
import { relevantAnswers } from '#core/forms/relevance.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Content } from '#core/submission/content.ts';
import type { OutcomeNote } from '#core/submission/outcome-note.ts';
import { toReference } from '#core/submission/reference.ts';
import type { Held, ReadingShelf } from '#intake/shelf/shelf.ts';
import { type OpenProblem, openEnvelope } from '#sealing/open.ts';
import { receiptOf } from './held-receipt.ts';

/** A submission as the recipient gets it (contracts.md). */
export interface Opened {
  readonly form: string;
  readonly formVersion: string;
  readonly recipient: string;
  readonly receivedAt: string | null;
  readonly language?: string;
  readonly answers: Answers;
  readonly id: string;
  readonly reference: string;
  readonly system: string;
  readonly createdAt?: string;
  readonly channel?: string;
  readonly consent?: { readonly privacyNotice: string; readonly agreedAt: string; readonly share: readonly string[] };
  /** Here because of hospital or care, and not a resident (domain.md E5). */
  readonly nonResident?: boolean;
  readonly month?: string;
  readonly respondBy?: string;
  readonly seenBy?: string;
  /** The newest note of staff. */
  readonly outcome?: OutcomeNote;
}

export type HeldProblem = OpenProblem | 'unknownFormVersion';

/** Opens it, and works out anew which answers count: what a device sends is not believed. */
export async function openHeld(
  held: Held,
  privateKeys: readonly JWK[],
  shelf: Pick<ReadingShelf, 'form'>,
): Promise<Outcome<Opened, HeldProblem>> {
  const opened = await openEnvelope(held.envelope, privateKeys);
  if (!opened.ok) return opened;

  const { form, formVersion } = held.envelope;
  const published = await shelf.form(form, formVersion);
  if (!published) return bad('unknownFormVersion');
  return good(toOpened(held, opened.value, relevantAnswers(published.definition, opened.value.answers)));
}

function toOpened(held: Held, content: Content, answers: Answers): Opened {
  const { form, formVersion, recipient, system } = content;
  const { _id: id } = held.envelope;
  const { receivedAt = null, respondBy, seenBy } = receiptOf(held) ?? {};
  const about = { id, reference: toReference(id), system };
  const routing = { form, formVersion, recipient, receivedAt };
  if (content.kind === 'monitoring') return { ...routing, answers, ...about, month: content.month };

  const { language, createdAt, channel, consent } = content;
  return {
    ...routing,
    language,
    answers,
    ...about,
    createdAt,
    channel,
    consent,
    nonResident: answers['derbyResidence'] === 'temporary',
    ...(respondBy === undefined ? {} : { respondBy }),
    ...(seenBy === undefined ? {} : { seenBy }),
  };
}

/** One line for the operator: which one, what is wrong, what to do. */
export function explain({ envelope }: Held, problem: HeldProblem, keysFolder: string): string {
  const { _id, form, formVersion, recipient, sealed } = envelope;
  const kid = String(sealed?.recipients?.[0]?.header['kid'] ?? 'unknown');
  const says: { readonly [problem in HeldProblem]: string } = {
    wrongKey: `sealed to ${recipient} with the key ${kid.slice(0, 8)}, which is not in ${keysFolder}. Put that private key there, or set WAYIN_KEYS`,
    damaged: 'damaged: it is not what was sealed. Take it from a copy of the store, or ask the person to send it again',
    unknownVersion: 'sealed by a newer Way In than this one. Update this program, then open it again',
    unknownFormVersion: `the store does not have version ${formVersion} of the form ${form}. Start the server once with the site that has it`,
  };
  return `${_id}: ${says[problem]}.`;
}
