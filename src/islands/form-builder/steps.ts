import type { Groups } from '#core/forms/edit/find.ts';
import { edit, type History } from '#core/forms/edit/history.ts';
import type { EditProblem, Step } from '#core/forms/edit/step.ts';
import { good, type Outcome } from '#core/outcome.ts';

/** Steps that belong together, as one: undone by one press. None is taken where one of them cannot be. */
export function takeTogether(history: History, steps: readonly Step[], groups: Groups): Outcome<History, EditProblem> {
  let now = history;
  for (const step of steps) {
    const done = edit(now, step, groups);
    if (!done.ok) return done;
    now = done.value;
  }
  return good(now === history ? history : asOne(history, now, steps[0]));
}

/** A letter more in the field that was typed in last: undone with the letters before it. */
export function goOnTyping(history: History, step: Step, groups: Groups): Outcome<History, EditProblem> {
  const before = history.past.at(-1);
  const done = edit(history, step, groups);
  if (!done.ok || !before || done.value === history || !isSameField(before.step, step)) return done;
  const past = [...history.past.slice(0, -1), { step, files: before.files }];
  return good({ past, now: done.value.now, future: [] });
}

function isSameField(one: Step, other: Step): boolean {
  return one.do === 'setWords' && other.do === 'setWords' && one.at === other.at && one.language === other.language;
}

function asOne(before: History, after: History, step: Step | undefined): History {
  if (!step) return before;
  return { past: [...before.past, { step, files: before.now }], now: after.now, future: [] };
}
