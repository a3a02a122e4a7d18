import { leaveNoDraft } from '#store/drafts.ts';
import { tellOthers } from '#store/tabs.ts';
import { announce } from '#ui/announcer/announcer.ts';

const PRESSES = 3;
const TOGETHER_MS = 3_000;
const CLEARING_MS = 400;

/**
 * Leaving fast. Reason for the island: only script can take this page out of "back", empty the screen at once and
 * remove what was begun on this device. A form that is finished and waits stays: it is sealed, and someone needs it.
 */
export function start(): void {
  const bar = document.querySelector<HTMLElement>('[data-quick-exit]');
  const link = bar?.querySelector('a');
  if (!bar || !link || bar.dataset['started'] !== undefined) return;
  bar.dataset['started'] = '';
  for (const keys of document.querySelectorAll<HTMLElement>('[data-escape]')) keys.hidden = false;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    void leave(link.href);
  });
  listenForEscape(bar, () => void leave(link.href));
}

function listenForEscape(bar: HTMLElement, onThird: () => void): void {
  let presses: number[] = [];
  document.addEventListener('keydown', ({ key, timeStamp, repeat }) => {
    if (key !== 'Escape' || repeat || bar.hidden) return;
    presses = [...presses.filter((press) => timeStamp - press < TOGETHER_MS), timeStamp];
    if (presses.length >= PRESSES) return onThird();
    announce((presses.length === 1 ? bar.dataset['twice'] : bar.dataset['once']) ?? '');
  });
}

/** The screen is empty before anything else; removing gets a moment, since leaving would cut it short. */
async function leave(href: string): Promise<void> {
  document.title = '…';
  document.body.hidden = true;
  // Browsers put back what stood in a form when somebody goes back to it.
  for (const form of document.forms) form.reset();
  tellOthers('leftFast');
  const removed = leaveNoDraft().catch(() => undefined);
  await Promise.race([removed, new Promise((resolve) => setTimeout(resolve, CLEARING_MS))]);
  location.replace(href);
}
