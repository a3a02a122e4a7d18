import type { PickedWords } from '#i18n/plural-of.ts';
import { londonDay } from './london-day.ts';
import { showAge } from './show-age.ts';

/** Lists of dates. Reason for the island: only the reader's own clock knows which of the days have passed since the list was made. */
export function start(): void {
  const words = readBlock('[data-list-words]');
  if (words) showAge(londonDay(new Date()), words, document.documentElement.lang);
  offerPrint();
  const mine = document.querySelector<HTMLElement>('[data-my-groups]');
  if (mine) void import('./my-list.ts').then(({ showMine }) => showMine(mine));
}

/** The words that the build put into the page. */
export function readBlock(selector: string): PickedWords | undefined {
  const block = document.querySelector(selector);
  return block ? (JSON.parse(block.textContent ?? '') as PickedWords) : undefined;
}

function offerPrint(): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-print]')) {
    place.hidden = false;
    place.querySelector('button')?.addEventListener('click', () => print());
  }
}
