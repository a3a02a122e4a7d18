import { del, entries, get, update } from 'idb-keyval';
import type { History } from '#core/forms/edit/history.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { device } from './device-database.ts';
import { isSharedComputer } from './shared-computer.ts';

/** A form that somebody builds, as this device keeps it: no answers, nothing personal, so it is not locked. */
export interface FormDraft {
  readonly kind: 'form-draft';
  readonly version: 1;
  readonly id: string;
  readonly history: History;
  readonly savedAt: number;
  /** The tab that wrote it last: another must take it over before it writes. */
  readonly writer: string;
  /** What the service knows of it, once it was sent for review. */
  readonly sent?: SentForReview;
}

export interface SentForReview {
  /** The digest of the files that were sent. */
  readonly digest: string;
  readonly sentAt: number;
}

export type KeepProblem = 'takenOver' | 'sharedComputer' | 'storageRefused';

const PREFIX = 'form-draft:';
/** So many steps can be undone after the browser was closed. */
const STEPS_KEPT = 30;

const nameOf = (id: string) => `${PREFIX}${id}`;

class TakenOver extends Error {}

/**
 * Keeps a draft. One that another tab has taken over meanwhile stays as that tab wrote it. `take` takes it over.
 */
export async function saveFormDraft(draft: FormDraft, take = false): Promise<Outcome<'kept', KeepProblem>> {
  if (isSharedComputer()) return bad('sharedComputer');
  const { past, now, future } = draft.history;
  const history = { past: past.slice(-STEPS_KEPT), now, future: future.slice(0, STEPS_KEPT) };
  const write = (before: FormDraft | undefined): FormDraft => {
    if (before && before.writer !== draft.writer && !take) throw new TakenOver();
    return { ...draft, history };
  };
  try {
    await update<FormDraft>(nameOf(draft.id), write as (before?: FormDraft) => FormDraft, device);
    return good('kept');
  } catch (error) {
    return bad(error instanceof TakenOver ? 'takenOver' : 'storageRefused');
  }
}

/** A draft of this device; nothing where there is none, or one of a shape that nobody knows. */
export async function readFormDraft(id: string): Promise<FormDraft | undefined> {
  try {
    const kept = await get<FormDraft>(nameOf(id), device);
    return kept?.kind === 'form-draft' && kept.version === 1 ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** The drafts of this device, the last changed first. A device that refuses storage has none. */
export async function listFormDrafts(): Promise<readonly FormDraft[]> {
  try {
    const kept = await entries<string, FormDraft>(device);
    return kept
      .filter(([name, draft]) => String(name).startsWith(PREFIX) && draft.kind === 'form-draft' && draft.version === 1)
      .map(([, draft]) => draft)
      .sort((a, b) => b.savedAt - a.savedAt);
  } catch {
    return [];
  }
}

export async function removeFormDraft(id: string): Promise<Outcome<'removed', 'storageRefused'>> {
  try {
    await del(nameOf(id), device);
    return good('removed');
  } catch {
    return bad('storageRefused');
  }
}
