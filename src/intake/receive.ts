import type { JWK } from 'jose';
import type { PublishedForm } from '#core/forms/definition.ts';
import { promiseOf } from '#core/forms/relevance.ts';
import { type Envelope, kindOfId } from '#core/submission/envelope.ts';
import { type Holidays, promiseDates } from '#core/submission/promise.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { toReference } from '#core/submission/reference.ts';
import { signReceipt } from '#sealing/receipts.ts';
import { type Clock, londonDate } from './clock.ts';
import type { KnownForms } from './known-forms.ts';
import type { Log } from './log.ts';
import type { Shelf } from './shelf/shelf.ts';

export interface ReceivingDesk {
  /** Keeps an envelope that was found good. Answers its receipt; a repeat gets the first one. */
  receive(envelope: Envelope): Promise<string>;
  /** The receipt of what is held, else nothing. Where a power cut took the receipt, it is signed now. */
  prove(id: string): Promise<string | undefined>;
}

/** What receiving needs of the intake. */
export interface DeskNeeds {
  readonly shelf: Shelf;
  readonly forms: KnownForms;
  readonly signingKey: JWK;
  readonly holidays: Holidays;
  readonly now: Clock;
  readonly log: Log;
}

/** Where submissions come in, by push and by form post alike. */
export function receivingDesk({ shelf, forms, signingKey, holidays, now, log }: DeskNeeds): ReceivingDesk {
  async function receive(envelope: Envelope): Promise<string> {
    const first = await shelf.receipt(envelope._id);
    if (first !== undefined) return first;

    const { kept, receipt } = await shelf.put(envelope, await signReceipt(receiptFor(envelope), signingKey));
    if (kept === 'new') logReceived(envelope);
    return receipt;
  }

  async function prove(id: string): Promise<string | undefined> {
    const held = await shelf.get(id);
    return held && (held.receipt ?? (await receive(held.envelope)));
  }

  function receiptFor({ _id: id, form, formVersion, recipient }: Envelope): Receipt {
    const hash = id.slice(id.indexOf(':') + 1);
    const about = { id, hash, form, formVersion };
    if (kindOfId(id) === 'monitoring') return { ...about, receivedAt: now().slice(0, 'yyyy-mm'.length) };

    const receivedAt = now();
    return { ...about, receivedAt, ...datesOf(forms.find(form, formVersion), recipient, receivedAt) };
  }

  function datesOf(form: PublishedForm | string, recipient: string, receivedAt: string) {
    const promise = typeof form === 'string' ? 'none' : promiseOf(form.definition, recipient);
    if (promise !== 'derby' && promise !== 'derby-reply') return {};
    const dates = promiseDates(londonDate(receivedAt), holidays);
    if (dates.ok) return promise === 'derby' ? dates.value : { respondBy: dates.value.respondBy };
    // Better no date than a wrong one.
    log({ code: 'noPromiseDates', reason: dates.problem });
    return {};
  }

  // Not for equality answers: the time of a log line is finer than the month that may be known.
  function logReceived({ _id }: Envelope): void {
    if (kindOfId(_id) === 'submission') log({ code: 'received', reference: toReference(_id) });
  }

  return { receive, prove };
}
