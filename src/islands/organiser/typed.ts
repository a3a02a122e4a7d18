/** What somebody typed into a form of this page, by field. */
export type Typed = { readonly [field: string]: string };

const PREFIX = 'wayin-typed-';

/** What was typed before the page was loaded anew; nothing if there is none, or the browser refuses. */
export function readTyped(form: string): Typed | undefined {
  try {
    const kept = sessionStorage.getItem(PREFIX + form);
    return kept === null ? undefined : (JSON.parse(kept) as Typed);
  } catch {
    return undefined;
  }
}

/** Keeps what is typed for this tab. */
export function keepTyped(form: string, typed: Typed | undefined): void {
  try {
    if (typed) sessionStorage.setItem(PREFIX + form, JSON.stringify(typed));
    else sessionStorage.removeItem(PREFIX + form);
  } catch {
    // Refused: it stays on the screen as long as the page does.
  }
}

/** Whoever signs out leaves nothing half typed for the next person. */
export function forgetTyped(): void {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX)) sessionStorage.removeItem(name);
  } catch {
    // Refused: then nothing was kept.
  }
}
