import type { Answers } from '#core/criteria/criterion.ts';
import { announce } from '#ui/announcer/announcer.ts';
import { questionWords } from './controls.ts';
import type { FormOnScreen } from './fill-in.ts';
import { showNotice } from './show-notice.ts';

/**
 * Says which answers came from a check, and takes them out again if the person wishes.
 * An answer they have changed since is their own, and stays.
 */
export function bringAnswers(
  form: HTMLFormElement,
  screen: FormOnScreen,
  brought: Answers,
  takenOut: () => void,
): void {
  const asked = Object.keys(brought).flatMap((id) => {
    const question = form.querySelector(`[data-question="${CSS.escape(id)}"]`);
    return question ? [question] : [];
  });
  const notice = document.querySelector<HTMLElement>('[data-notice="brought"]');
  const list = notice?.querySelector('[data-brought]');
  const button = notice?.querySelector<HTMLElement>('[data-take-out]');
  if (!notice || !list || !button || asked.length === 0) return;

  list.replaceChildren(
    ...asked.map((question) => Object.assign(document.createElement('li'), { textContent: questionWords(question) })),
  );
  showNotice('brought');
  button.onclick = () => {
    const now = screen.answers();
    const same = Object.keys(brought).filter((id) => isSame(now[id], brought[id]));
    screen.fill(Object.fromEntries(same.map((id) => [id, ''])));
    showNotice('brought', false);
    takenOut();
    // The list of all answers shows them no longer.
    if (screen.step().at === 'check') screen.go(screen.step());
    announce(notice.dataset['said'] ?? '');
  };
}

/** What is to be counted is not filled in: all of it stands there at once, with what this is and the button that sends it. */
export function showAll(screen: FormOnScreen): void {
  screen.go({ at: 'check' });
  const intro = document.querySelector<HTMLElement>('[data-first]');
  if (intro) intro.hidden = false;
}

/** The form holds only those of the brought ticks that it asks about. */
function isSame(now: Answers[string] | undefined, brought: Answers[string] | undefined): boolean {
  if (now === undefined || brought === undefined) return false;
  if (typeof now === 'string') return now === brought;
  return now.every((option) => brought.includes(option));
}
