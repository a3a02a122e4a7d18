import { announce } from '#ui/announcer/announcer.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { markOne } from './show-problems.ts';

// A text box with ten megabytes in it stops Chromium for twelve seconds (measured), a hundred kilobytes for none.
const FLOOD_CHARACTERS = 100_000;

/**
 * Keeps pastes and drops out that would stop the page, and says so beside the question. What stood in the box stays,
 * and so does what was copied: nothing is cut short behind anybody's back.
 */
export function refuseFloods(form: HTMLFormElement, words: FormWords, signal: AbortSignal): void {
  const look = (event: Event, brought: DataTransfer | null) => {
    if ((brought?.getData('text/plain').length ?? 0) <= FLOOD_CHARACTERS) return;
    event.preventDefault();
    const question = event.target instanceof Element && event.target.closest('[data-question]');
    if (question) markOne(question, words, words('flood'));
    announce(words('flood'));
  };
  form.addEventListener('paste', (event) => look(event, event.clipboardData), { signal });
  form.addEventListener('drop', (event) => look(event, event.dataTransfer), { signal });
}
