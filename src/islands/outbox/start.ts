import { h, render } from 'preact';
import type { PickedWords } from '#i18n/plural-of.ts';
import { storageWorks } from '#store/storage-check.ts';
import type { ListedForms } from './listed.ts';
import { outboxWords } from './outbox-words.ts';
import { YourForms } from './your-forms.ts';

/** "Your forms". Reason for the island: what it lists is on this device only, and no server may know it. */
export function start(): void {
  const root = document.querySelector<HTMLElement>('[data-outbox]');
  const words = readBlock<PickedWords>('[data-words]');
  if (root && words) void mountOutbox(root, words, readBlock<ListedForms>('[data-forms]') ?? {});
}

function readBlock<Content>(selector: string): Content | undefined {
  const block = document.querySelector(selector);
  return block ? (JSON.parse(block.textContent ?? '') as Content) : undefined;
}

/** Shows the list in place of what the build wrote there. */
export async function mountOutbox(root: HTMLElement, picked: PickedWords, forms: ListedForms): Promise<void> {
  const language = document.documentElement.lang;
  const words = outboxWords(picked, language);
  root.replaceChildren();
  // The heading inside carries the name that the footer's link goes to.
  root.removeAttribute('id');
  const works = await storageWorks();
  render(works ? h(YourForms, { telling: { forms, words, language } }) : h('p', null, words('storageRefused')), root);
  // The link came before the list: now there is something to go to.
  if (works && location.hash === '#clear') setTimeout(() => document.getElementById('clear')?.scrollIntoView(), 200);
}
