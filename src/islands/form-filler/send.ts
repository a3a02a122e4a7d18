import type { JWK } from 'jose';
import type { Answers } from '#core/criteria/criterion.ts';
import { isNameless } from '#core/forms/relevance.ts';
import type { Envelope } from '#core/submission/envelope.ts';
import { toContent } from '#core/submission/to-content.ts';
import { seal, TooLargeToSeal } from '#sealing/seal.ts';
import { sendDirectly } from '#store/deliver.ts';
import { keepDelivering } from '#store/deliver-when.ts';
import { removeDraft } from '#store/drafts.ts';
import { parcelOfDraft, saveParcel } from '#store/outbox.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { saveFile } from '../outbox/save-file.ts';
import { type FormData, readSendingData } from './form-data.ts';

import { tellNotice } from './show-notice.ts';
import { type Sent, showSent } from './show-sent.ts';

export interface Sending {
  readonly data: FormData;
  readonly answers: Answers;
  readonly draft: string;
  readonly words: FormWords;
}

let isSending = false;

/**
 * Seals the answers, keeps them, shows that they are kept, and sends them. Answers what is on show, or nothing where
 * the person has to do something first: then everything they typed is still there.
 */
export async function sendForm(sending: Sending): Promise<Sent | undefined> {
  // A second press while the first is under way.
  if (isSending) return undefined;
  isSending = true;
  showBusy(sending.words('sending'));
  try {
    return await sealAndKeep(sending);
  } finally {
    isSending = false;
    showBusy(undefined);
  }
}

async function sealAndKeep({ data, answers, draft }: Sending): Promise<Sent | undefined> {
  const sending = await readSendingData(data);
  const content = toContent({
    form: data.form,
    formVersion: data.version,
    answers,
    draft,
    now: new Date().toISOString(),
    language: data.language,
    // What the browser thinks; it decides nothing.
    channel: navigator.onLine ? 'online' : 'queued-offline',
  });
  const { recipient } = content;
  const key = sending.recipients[recipient];
  if (!key) throw new Error(`This site was built without a key for ${recipient}.`);

  const envelope = await sealed(content, key);
  if (!envelope) {
    tellNotice('too-large');
    return undefined;
  }
  const hasDraft = data.form.kind === 'submission' ? { draft } : {};
  const nameless = { isNameless: isNameless(data.form, answers) };
  const kept = await saveParcel(envelope, { language: data.language, ...hasDraft, ...nameless });
  if (kept.ok) {
    await removeDraft(data.form.id).catch(() => undefined);
    const sent = { id: envelope._id, recipient, ...nameless };
    await showSent(data, sent);
    void keepDelivering();
    return sent;
  }
  if (kept.problem === 'alreadySent') {
    const before = await parcelOfDraft(draft);
    if (!before) return undefined;
    const sent = { id: before.id, recipient, isRepeat: true, isNameless: before.isNameless ?? false };
    await showSent(data, sent);
    return sent;
  }
  return sendWithoutKeeping(data, envelope, { recipient, ...nameless }, sending.receipts);
}

async function sealed(content: Parameters<typeof seal>[0], key: JWK): Promise<Envelope | undefined> {
  try {
    return await seal(content, key);
  } catch (error) {
    if (error instanceof TooLargeToSeal) return undefined;
    throw error;
  }
}

/** The device keeps nothing: send at once and believe only the receipt, with the answers still on screen. */
async function sendWithoutKeeping(
  data: FormData,
  envelope: Envelope,
  about: Omit<Sent, 'id'>,
  receiptKeys: readonly JWK[],
): Promise<Sent | undefined> {
  const proof = await sendDirectly(envelope, receiptKeys);
  if (proof.ok) {
    const sent = { id: envelope._id, ...about, receipt: proof.value.receipt };
    await showSent(data, sent);
    return sent;
  }
  tellNotice('not-saved');
  document
    .querySelector('[data-save-file]')
    ?.addEventListener('click', () => saveFile(`${data.form.id}.json`, JSON.stringify(envelope)), { once: true });
  return undefined;
}

let sendWords = '';

function showBusy(text: string | undefined): void {
  const button = document.querySelector<HTMLButtonElement>('[data-action="send"]');
  if (!button) return;
  if (text) sendWords = button.textContent ?? '';
  // Not `disabled`: that would throw focus away.
  button.setAttribute('aria-disabled', String(text !== undefined));
  button.textContent = text ?? sendWords;
}
