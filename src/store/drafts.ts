import { del, entries, get, promisifyRequest, set } from 'idb-keyval';
import type { Draft } from '#core/forms/draft.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { device } from './device-database.ts';
import { readDeviceKey } from './device-key.ts';
import { judgeDraftAge } from './draft-age.ts';
import { readSentDraft } from './parcel-index.ts';
import { isSharedComputer } from './shared-computer.ts';

export type DraftProblem = 'sharedComputer' | 'storageRefused' | 'alreadySent';

interface SealedDraft {
  readonly version: 1;
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly sealed: ArrayBuffer;
}

/** A draft, and the form it is of. */
export interface ListedDraft {
  readonly form: string;
  readonly draft: Draft;
  readonly savedAt: number;
}

let isLeaving = false;

const PREFIX = 'draft:';
const nameOf = (form: string) => `${PREFIX}${form}`;

/**
 * Keeps the draft of a form, encrypted with the device key. On a shared computer nothing is kept, and a draft that
 * was sent meanwhile, from another tab, does not come back.
 */
export async function saveDraft(form: string, draft: Draft): Promise<Outcome<'kept', DraftProblem>> {
  if (isSharedComputer()) return bad('sharedComputer');
  try {
    if (await readSentDraft(draft.draft)) return bad('alreadySent');
    const sealed = await sealDraft(form, draft);
    // The page was left in a hurry meanwhile.
    if (isLeaving) return bad('sharedComputer');
    await set(nameOf(form), sealed, device);
    return good('kept');
  } catch {
    return bad('storageRefused');
  }
}

/** The draft of a form, if there is one that is not too old. A draft whose clock cannot be right is kept and dated anew. */
export async function readDraft(form: string, now: number = Date.now()): Promise<Draft | undefined> {
  if (isSharedComputer()) return undefined;
  let kept: SealedDraft | undefined;
  try {
    kept = await get<SealedDraft>(nameOf(form), device);
  } catch {
    return undefined;
  }
  const draft = kept && (await openDraft(form, kept));
  if (!draft) return undefined;

  switch (judgeDraftAge(draft.savedAt, now)) {
    case 'fresh':
      return draft;
    case 'old':
      await removeDraft(form);
      return undefined;
    case 'clockFault': {
      const dated = { ...draft, savedAt: now };
      await saveDraft(form, dated);
      return dated;
    }
  }
}

export async function removeDraft(form: string): Promise<void> {
  await del(nameOf(form), device);
}

/** The forms with a draft on this device, the newest first. Drafts too old are removed on the way. */
export async function listDrafts(now: number = Date.now()): Promise<readonly ListedDraft[]> {
  const forms = await formsWithDraft();
  const drafts = await Promise.all(forms.map(async (form) => ({ form, draft: await readDraft(form, now) })));
  return drafts
    .flatMap(({ form, draft }) => (draft ? [{ form, draft, savedAt: draft.savedAt }] : []))
    .sort((a, b) => b.savedAt - a.savedAt);
}

/** For leaving in a hurry: removes every draft, and this page keeps none any more, whatever is still open on it. */
export async function leaveNoDraft(): Promise<void> {
  isLeaving = true;
  await removeAllDrafts();
}

/** For "I am on a shared computer". */
export async function removeAllDrafts(): Promise<void> {
  await device('readwrite', (table) => {
    table.delete(IDBKeyRange.bound(PREFIX, `${PREFIX}\uffff`));
    const { transaction } = table;
    const done = promisifyRequest(transaction);
    // Whoever leaves in a hurry does not wait for it: from here on the browser ends it, with or without this page.
    transaction.commit?.();
    return done;
  });
}

async function formsWithDraft(): Promise<readonly string[]> {
  const kept = await entries<string, unknown>(device);
  return kept.flatMap(([name]) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : []));
}

async function sealDraft(form: string, draft: Draft): Promise<SealedDraft> {
  const key = await readDeviceKey();
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const text = new TextEncoder().encode(JSON.stringify(draft));
  return { version: 1, iv, sealed: await crypto.subtle.encrypt(cipher(form, iv), key, text) };
}

/** A draft that does not open (its key is gone, another shape) is no draft: nobody can read it any more. */
async function openDraft(form: string, kept: SealedDraft): Promise<Draft | undefined> {
  if (kept.version !== 1) return undefined;
  try {
    const text = await crypto.subtle.decrypt(cipher(form, kept.iv), await readDeviceKey(), kept.sealed);
    return JSON.parse(new TextDecoder().decode(text)) as Draft;
  } catch {
    return undefined;
  }
}

function cipher(form: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(form) };
}
