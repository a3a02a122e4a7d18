import type { Page } from '@playwright/test';

/** A language as pages have to show it. */
interface Spoken {
  readonly code: string;
  readonly direction: string;
}

/** What must be true of every page, in its language, at its path. */
export interface Expected {
  readonly path: string;
  readonly language: Spoken;
  readonly languages: readonly Spoken[];
}

/** What is wrong with a page that is open, and where its links lead within the site. */
export function lookAtPage(page: Page, expected: Expected): Promise<{ faults: string[]; links: string[] }> {
  return page.evaluate(async ({ path, language, languages }) => {
    const faults: string[] = [];
    const all = <Found extends Element>(css: string) => [...document.querySelectorAll<Found>(css)];
    const demand = (isTrue: boolean, fault: string) => {
      if (!isTrue) faults.push(fault);
    };

    demand(document.documentElement.lang === language.code, 'lang');
    demand(document.documentElement.dir === language.direction, 'dir');
    for (const { code } of languages) {
      const link = document.querySelector(`a[data-language-switch="${code}"]`);
      demand(link?.getAttribute('href') === `/${code}${path}`, `no ${code}`);
      demand(link?.getAttribute('lang') === code, `${code} without its lang`);
    }
    const isSaid = all('main .notice').length > 0;
    demand(
      language.code === 'en' || isSaid || all('main [lang="en"]:not(a)').length <= 1,
      'English without a word of it',
    );

    const headings = all('h1').filter((heading) => heading.checkVisibility()).length;
    const mains = all('main, [role="main"]').length;
    demand(headings === 1 && mains === 1, `${headings} h1, ${mains} main`);
    for (const control of all<HTMLInputElement>('input:not([type="hidden"]), textarea, select')) {
      demand(
        (control.labels?.length ?? 0) > 0 || control.ariaLabel !== null,
        `no name: ${control.outerHTML.slice(0, 80)}`,
      );
    }

    const links = all<HTMLAnchorElement>('a[href]')
      .map(({ href }) => href)
      .filter((href) => href.startsWith(location.origin));
    const here = `${location.href.replace(/#.*$/, '')}#`;
    for (const href of links.filter((link) => link.startsWith(here))) {
      const id = decodeURIComponent(href.split('#')[1] ?? '');
      // Some places are drawn by a script.
      for (let looks = 0; looks < 60 && !document.getElementById(id); looks += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      demand(document.getElementById(id) !== null, `a link to #${id}: no such place`);
    }
    return { faults, links: [...new Set(links.map((href) => href.replace(/#.*$/, '')))] };
  }, expected);
}

/** What sticks out of the page to the side, data tables excepted. */
export function tooWide(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => !element.closest('table') && element.getBoundingClientRect().right > width + 1)
      .slice(0, 3)
      .map((element) => element.outerHTML.slice(0, 90));
  });
}
