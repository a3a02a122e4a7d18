import { moveFocus } from '#ui/focus/focus.ts';

/** Moves focus to what has this `data-focus`, once what was just changed is drawn. */
export function focusSoon(...keys: readonly string[]): void {
  // Preact draws in a microtask.
  setTimeout(() => {
    for (const key of keys) {
      const element = document.querySelector<HTMLElement>(`[data-focus="${CSS.escape(key)}"]`);
      if (element) return moveFocus(element);
    }
  });
}

/** What had focus may be gone with what was undone: then the panel has it. */
export function focusIfLost(): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusSoon('panel', 'view');
  });
}
