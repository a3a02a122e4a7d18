import { h, render } from 'preact';
import { storageWorks } from '#store/storage-check.ts';
import { watchClearing } from '#store/tabs.ts';
import { asFunction } from '../form-filler/form-data.ts';
import { Builder } from './Builder.tsx';
import { readBuilderData, readFormGroups } from './builder-data.ts';

/** The form builder. Reason for the island: what somebody builds is on this device only, until they send it. */
export async function startBuilder(): Promise<void> {
  const part = document.querySelector<HTMLElement>('[data-builder-part]');
  if (!part) return;
  const language = document.documentElement.lang;
  try {
    const [data, shared, works] = await Promise.all([readBuilderData(language), readFormGroups(), storageWorks()]);
    const words = asFunction(data.words, language);
    part.replaceChildren();
    part.dataset['storage'] = works ? 'works' : 'refused';
    render(h(Builder, { data, shared, words, language }), part);
  } catch {
    const failed = part.querySelector<HTMLElement>('[data-failed]');
    if (failed) failed.hidden = false;
  }
  keepAddressOverLanguages();
  // "Clear this device" in another tab means the forms here as well.
  watchClearing(() => {
    location.hash = '';
    location.reload();
  });
}

/** The same form in the other language: its name stands behind the `#`, which no link of the page knows. */
function keepAddressOverLanguages(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) {
    link.addEventListener('click', () => {
      link.hash = location.hash;
    });
  }
}
