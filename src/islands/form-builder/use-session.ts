import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Groups } from '#core/forms/edit/find.ts';
import type { FormFiles } from '#core/forms/edit/form-files.ts';
import { type Done, type History, redo, undo } from '#core/forms/edit/history.ts';
import type { EditProblem, Step } from '#core/forms/edit/step.ts';
import type { FormDraft, SentForReview } from '#store/form-drafts.ts';
import { type KeepState, keepFormDraft } from './keep-form-draft.ts';
import { goOnTyping, takeTogether } from './steps.ts';

/** After a rest of this length, what is typed is undone apart from what was typed before. */
const REST_MS = 2_000;

/** A form under way in this tab: its history, kept at each step. */
export interface Session {
  readonly history: History;
  readonly keeping: KeepState;
  /** What the service was sent, if anything. */
  readonly sent: SentForReview | undefined;
  /** The form as it is after the last step, before it is drawn. */
  now(): FormFiles;
  /** Answers what stood in the way. */
  take(steps: Step | readonly Step[]): EditProblem | undefined;
  /** Answers the step that was undone, or done again. */
  undo(): Done | undefined;
  redo(): Done | undefined;
  /** Puts another history in the place of this one, as if it had been opened. */
  replace(history: History): void;
  noteSent(sent: SentForReview): void;
  flush(): Promise<void>;
}

export function useSession(draft: FormDraft, writer: string, groups: Groups, isMine: boolean): Session {
  const [history, show] = useState(draft.history);
  const [keeping, setKeeping] = useState<KeepState>('kept');
  const [sent, noteSent] = useState(draft.sent);
  const latest = useRef(history);
  const typedAt = useRef(0);
  const keeper = useMemo(() => keepFormDraft(draft, writer, setKeeping), [draft, writer]);

  const set = useCallback(
    (next: History) => {
      latest.current = next;
      show(next);
      keeper.touch(next);
    },
    [keeper],
  );
  useEffect(() => {
    latest.current = draft.history;
    show(draft.history);
    noteSent(draft.sent);
  }, [draft]);

  return useMemo(() => {
    const take = (steps: Step | readonly Step[]): EditProblem | undefined => {
      if (!isMine) return undefined;
      const all = Array.isArray(steps) ? (steps as readonly Step[]) : [steps as Step];
      const [first] = all;
      if (!first) return undefined;
      const isTyping = all.length === 1 && first.do === 'setWords';
      const goesOn = isTyping && Date.now() - typedAt.current < REST_MS;
      typedAt.current = isTyping ? Date.now() : 0;
      const done = goesOn ? goOnTyping(latest.current, first, groups) : takeTogether(latest.current, all, groups);
      if (!done.ok) return done.problem;
      if (done.value !== latest.current) set(done.value);
      return undefined;
    };
    const step = (go: (history: History) => History, which: (history: History) => Done | undefined) => {
      if (!isMine) return undefined;
      typedAt.current = 0;
      const done = which(latest.current);
      if (done) set(go(latest.current));
      return done;
    };
    return {
      history,
      keeping,
      now: () => latest.current.now,
      take,
      undo: () => step(undo, ({ past }) => past.at(-1)),
      redo: () => step(redo, ({ future }) => future[0]),
      replace: set,
      sent,
      noteSent: (next) => {
        noteSent(next);
        keeper.touch(latest.current, next);
      },
      flush: () => keeper.flush(),
    };
  }, [history, keeping, sent, isMine, groups, keeper, set]);
}
