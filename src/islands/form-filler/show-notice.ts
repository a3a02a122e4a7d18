import { announce } from '#ui/announcer/announcer.ts';

/** Shows or hides one of the page's notices, which the build wrote. */
export function showNotice(name: string, shown = true): HTMLElement | null {
  const notice = document.querySelector<HTMLElement>(`[data-notice="${name}"]`);
  if (notice) notice.hidden = !shown;
  return notice;
}

/** Shows a notice and says it. Its words stand on the page once. */
export function tellNotice(name: string): void {
  announce(showNotice(name)?.querySelector('p')?.textContent ?? '');
}
