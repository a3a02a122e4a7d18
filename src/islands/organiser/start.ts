import { h, render } from 'preact';
import type { TimetableBase } from '#core/timetable/base.ts';
import { storageWorks } from '#store/storage-check.ts';
import { readPatiently } from '../beside/read-beside.ts';
import { App } from './app.ts';
import { readSayer, say } from './say.ts';

/** The organisers' pages. Reason for the island: what was changed without a signal is on this device only. */
export function start(): void {
  const root = document.querySelector<HTMLElement>('[data-organise]');
  if (root) void mountOrganiser(root, root.dataset['organise'] === 'group' ? 'group' : 'groups');
}

async function mountOrganiser(root: HTMLElement, page: 'groups' | 'group'): Promise<void> {
  const lang = document.documentElement.lang;
  root.querySelector('[data-loading]')?.removeAttribute('hidden');
  keepGroupOverLanguages();
  const [sayer, base, works] = await Promise.all([
    readSayer(lang),
    readPatiently<TimetableBase>('/wayin/timetable.json'),
    storageWorks(),
  ]);
  const refused = h('p', { class: 'notice notice--warning', 'data-storage': 'refused' }, say(sayer, 'storageRefused'));
  root.replaceChildren();
  render(works ? h(App, { sayer, base, page }) : refused, root);
}

/** The same page in another language is about the same group. */
function keepGroupOverLanguages(): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('a[hreflang]');
  const follow = () => {
    for (const link of links) link.hash = location.hash;
  };
  follow();
  addEventListener('hashchange', follow);
}
