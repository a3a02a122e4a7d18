const FLAG = 'wayin-shared-computer';

/** Whether the person said so in this tab. The flag lives in the tab's session only: the next person is asked anew. */
export function isSharedComputer(): boolean {
  try {
    return sessionStorage.getItem(FLAG) === 'yes';
  } catch {
    // A browser that refuses session storage keeps no drafts either.
    return true;
  }
}

/** Remembers the answer for this tab. Drafts already kept are removed by `removeAllDrafts`. */
export function markSharedComputer(shared: boolean): void {
  try {
    if (shared) sessionStorage.setItem(FLAG, 'yes');
    else sessionStorage.removeItem(FLAG);
  } catch {
    // Refused: `isSharedComputer` answers yes by itself.
  }
}
