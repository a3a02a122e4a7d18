import { readBeside } from '../beside/read-beside.ts';
import { fetchPage, showInPlace } from './show-page.ts';

/**
 * Makes the language links keep the page and its answers: the other language's page takes this one's place
 * without leaving it. If it cannot be fetched, the link works as a link. `marker` is what both pages hold, `beside`
 * the file that the page's script asks for: it is fetched first, so that the plain page does not show in between.
 */
export function keepOverLanguages(
  marker: string,
  beside: string,
  leave: () => Promise<void>,
  arrive: () => void,
): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language-switch]')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void swap(link.href, { marker, beside }, leave, arrive);
    });
  }
}

interface Other {
  readonly marker: string;
  readonly beside: string;
}

async function swap(
  href: string,
  { marker, beside }: Other,
  leave: () => Promise<void>,
  arrive: () => void,
): Promise<void> {
  await leave();
  const other = await fetchPage(href, marker);
  await readBeside(new URL(beside, href).pathname).catch(() => undefined);
  if (!other) {
    location.href = href;
    return;
  }
  showInPlace(other);
  history.replaceState(null, '', href);
  arrive();
}
