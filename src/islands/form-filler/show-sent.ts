import { h, render } from 'preact';
import { promiseOf } from '#core/forms/relevance.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { toReference } from '#core/submission/reference.ts';
import { watchParcels } from '#store/outbox.ts';
import { isMonitoring } from '#store/parcel.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { type SubmissionStatus, SubmissionStatusView, stateInWords } from '#ui/submission-status/submission-status.ts';
import { toStatus } from '../outbox/to-status.ts';
import { type FormData, readSendingData, type SendingData, sendingWordsOf } from './form-data.ts';

/** A form that has been finished, as the page shows it. */
export interface Sent {
  readonly id: string;
  readonly recipient: string;
  /** Nobody can reply to it. */
  readonly isNameless?: boolean;
  /** It had been sent before, from another tab. */
  readonly isRepeat?: boolean;
  /** Proof already in hand, where the device keeps nothing. */
  readonly receipt?: Receipt;
}

let stop: (() => void) | undefined;

/** Shows how a kept form stands, and each change of that, in sight and aloud, until the page is left. */
export async function showSent(data: FormData, sent: Sent): Promise<void> {
  const sending = await readSendingData(data);
  const words = sendingWordsOf(sending, data.language);
  let last = '';
  const show = (status: SubmissionStatus) => {
    draw(data, sending, sent, status, words);
    const said = stateInWords(status, words);
    if (said !== last) announce(said);
    last = said;
  };
  openPanel(sent);
  stop?.();
  if (sent.receipt) {
    show(sentStatus(sent.receipt));
    return;
  }
  stop = watchParcels((all) => {
    const parcel = all.find(({ id }) => id === sent.id);
    const status = parcel && toStatus(parcel);
    if (status) show(status);
  });
}

/** The panel takes the form's place. Focus goes to its heading once, never again when the state changes. */
function openPanel({ isRepeat = false }: Sent): void {
  const form = document.querySelector<HTMLElement>('[data-form-part]');
  const panel = document.querySelector<HTMLElement>('[data-sent-part]');
  if (!form || !panel) return;
  form.hidden = true;
  panel.hidden = false;
  const repeat = panel.querySelector<HTMLElement>('[data-repeat]');
  if (repeat) repeat.hidden = !isRepeat;
  if (isRepeat) announce(repeat?.textContent ?? '');
  const heading = panel.querySelector<HTMLElement>('h1');
  if (heading) moveFocus(heading);
  scrollTo(0, 0);
}

function draw(data: FormData, sending: SendingData, sent: Sent, status: SubmissionStatus, words: FormWords): void {
  const place = document.querySelector('[data-status]');
  if (!place) return;
  const props = {
    status,
    promise: sent.isNameless ? ('anonymous' as const) : promiseOf(data.form, sent.recipient),
    team: data.recipients[sent.recipient] ?? '',
    contact: sending.contact,
    language: data.language,
    now: Date.now(),
    words,
  };
  const reference = isMonitoring(sent) ? {} : { reference: toReference(sent.id) };
  render(h(SubmissionStatusView, { ...props, ...reference }), place);
}

function sentStatus({ receivedAt, respondBy, seenBy }: Receipt): SubmissionStatus {
  return { state: 'sent', receivedAt, ...(respondBy ? { respondBy } : {}), ...(seenBy ? { seenBy } : {}) };
}
