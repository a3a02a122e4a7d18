import { announce } from '#ui/announcer/announcer.ts';

/** Says once, when all pages are on the device, that the site works without a signal. The words stand in the page. */
export function sayWorksOffline(): void {
  const line = document.querySelector<HTMLElement>('[data-works-offline]');
  if (!line) return;
  line.hidden = false;
  announce(line.textContent);
}
