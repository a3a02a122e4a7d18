import type { Draft } from '#core/forms/draft.ts';
import { removeDraft, saveDraft } from '#store/drafts.ts';

const REST_MS = 400;

/** Keeps the draft of one form while it is filled in: soon after each change, and at once when the page is hidden. */
export interface DraftKeeper {
  /** Something changed. */
  touch(): void;
  /** Keeps now what has not been kept. */
  keepNow(): Promise<void>;
  /** Deletes the draft and keeps no more until the next change. */
  drop(): Promise<void>;
  /** Stops for good, the draft as it is. */
  stop(): void;
}

/** `current` tells what to keep; `refused` is called once, when the device does not keep it. */
export function keepDraft(form: string, current: () => Draft, refused: () => void): DraftKeeper {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dirty = false;
  let stopped = false;
  let told = false;

  const keepNow = async () => {
    clearTimeout(timer);
    if (!dirty || stopped) return;
    dirty = false;
    const kept = await saveDraft(form, current());
    if (kept.ok || kept.problem !== 'storageRefused' || told) return;
    told = true;
    refused();
  };
  const hidden = () => {
    if (document.visibilityState === 'hidden') void keepNow();
  };
  document.addEventListener('visibilitychange', hidden);
  // Safari fires no visibilitychange when a page is left by a link (WebKit 116769).
  addEventListener('pagehide', hidden);

  return {
    touch() {
      dirty = true;
      clearTimeout(timer);
      timer = setTimeout(() => void keepNow(), REST_MS);
    },
    keepNow,
    async drop() {
      clearTimeout(timer);
      dirty = false;
      await removeDraft(form).catch(() => undefined);
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', hidden);
      removeEventListener('pagehide', hidden);
    },
  };
}
