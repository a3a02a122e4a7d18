const PATIENCE_MS = 20_000;

/** A page as far as it takes another one's place. */
export interface PageInPlace {
  readonly title: string;
  readonly body: HTMLElement;
  readonly documentElement: { readonly lang: string; readonly dir: string };
}

/** Another page of this site, or nothing when it cannot be had now. `marker` is something that only it holds. */
export async function fetchPage(href: string, marker: string): Promise<PageInPlace | undefined> {
  try {
    const answer = await fetch(href, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (!answer.ok) return undefined;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    // A captive portal answers with a page of its own.
    return page.querySelector(marker) ? page : undefined;
  } catch {
    return undefined;
  }
}

/** Shows a page without leaving this one: what is in memory stays there, and needs no disk and no address to travel. */
export function showInPlace({ title, body, documentElement }: PageInPlace): void {
  const root = document.documentElement;
  root.lang = documentElement.lang;
  root.dir = documentElement.dir;
  document.title = title;
  document.body.replaceWith(body);
  scrollTo(0, 0);
}
