import type { Json } from '#core/canonical-json.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { londonClock, londonDate } from './clock.ts';
import { admitEnvelope, type Refusal } from './drop-box/admit.ts';
import { type DeskNeeds, receivingDesk } from './receive.ts';

export type KeyedRefusal = Refusal | 'wrongDate';

/** Takes in what was typed in from paper, sealed already. Answers the signed receipt. */
export type KeyedDesk = (given: Json, receivedOn?: string) => Promise<Outcome<string, KeyedRefusal>>;

const DATE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The desk for paper: the same checks and receipts as the drop box. With the day on which the paper came, its receipt
 * and its promise count from that day: a person who posted a form must not wait for whoever types it in.
 */
export function keyedDesk(needs: DeskNeeds): KeyedDesk {
  return async (given, receivedOn) => {
    const today = londonDate(needs.now());
    if (receivedOn !== undefined && !(DATE.test(receivedOn) && receivedOn <= today)) return bad('wrongDate');
    const admitted = await admitEnvelope(given, needs.forms);
    if (!admitted.ok) return admitted;
    const now = receivedOn === undefined || receivedOn === today ? needs.now : londonClock(receivedOn);
    return good(await receivingDesk({ ...needs, now }).receive(admitted.value));
  };
}
