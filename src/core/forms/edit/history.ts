import { good, type Outcome } from '../../outcome.ts';
import { apply } from './apply.ts';
import { type Groups, NO_GROUPS } from './find.ts';
import type { FormFiles } from './form-files.ts';
import type { EditProblem, Step } from './step.ts';

/** A form, what it was before each step, and what was undone since. */
export interface History {
  /** The oldest first. */
  readonly past: readonly Done[];
  readonly now: FormFiles;
  /** The next to be done again comes first. */
  readonly future: readonly Done[];
}

/** A step, and the form it began from (in `past`) or led to (in `future`). */
export interface Done {
  readonly step: Step;
  readonly files: FormFiles;
}

export function begin(files: FormFiles): History {
  return { past: [], now: files, future: [] };
}

/** A step that changes nothing leaves no trace; one that does makes what was undone unreachable. */
export function edit(history: History, step: Step, groups: Groups = NO_GROUPS): Outcome<History, EditProblem> {
  const done = apply(history.now, step, groups);
  if (!done.ok) return done;
  if (done.value === history.now) return good(history);
  return good({ past: [...history.past, { step, files: history.now }], now: done.value, future: [] });
}

/** One step back; at the beginning nothing changes. */
export function undo({ past, now, future }: History): History {
  const last = past.at(-1);
  if (!last) return { past, now, future };
  return { past: past.slice(0, -1), now: last.files, future: [{ step: last.step, files: now }, ...future] };
}

/** One step forward again; at the end nothing changes. */
export function redo({ past, now, future }: History): History {
  const [next, ...rest] = future;
  if (!next) return { past, now, future };
  return { past: [...past, { step: next.step, files: now }], now: next.files, future: rest };
}
