import type { History } from '#core/forms/edit/history.ts';
import { type FormDraft, type KeepProblem, saveFormDraft } from '#store/form-drafts.ts';

export type KeepState = 'kept' | 'keeping' | KeepProblem;

/** Keeps a form draft at each step: one write at a time, and always the newest. */
export interface FormDraftKeeper {
  touch(history: History, sent?: FormDraft['sent']): void;
  /** Resolves once nothing waits to be written. */
  flush(): Promise<void>;
}

export function keepFormDraft(first: FormDraft, writer: string, tell: (state: KeepState) => void): FormDraftKeeper {
  let wanted: FormDraft | undefined;
  let running: Promise<void> | undefined;
  let last = first;

  const run = async () => {
    while (wanted) {
      const draft: FormDraft = wanted;
      wanted = undefined;
      const kept = await saveFormDraft(draft);
      // A newer one waits: its own outcome is what counts.
      if (!wanted) tell(kept.ok ? 'kept' : kept.problem);
    }
    running = undefined;
  };
  return {
    touch(history, sent = last.sent) {
      last = { ...last, history, writer, savedAt: Date.now(), ...(sent ? { sent } : {}) };
      wanted = last;
      if (running) return;
      tell('keeping');
      running = run();
    },
    flush: () => running ?? Promise.resolve(),
  };
}
