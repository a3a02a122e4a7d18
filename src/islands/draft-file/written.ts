import { type ComponentChild, h } from 'preact';
import type { Draft, SetAside } from '#core/forms/draft.ts';
import { SummaryList } from '#ui/summary-list/summary-list.ts';

/** What somebody wrote in a form, in the words of the page they wrote it on. */
export function Written({ draft }: { readonly draft: Draft }): ComponentChild {
  const rows = writtenIn(draft).map(({ label, said }) => ({ name: label, lines: said }));
  return h('div', { lang: draft.language }, h(SummaryList, { rows }));
}

/** Everything in a draft that can be told in words, what was set aside included. */
export function writtenIn({ answers, asked = {}, setAside = [], language = '' }: Draft): readonly SetAside[] {
  const all = Object.entries(asked).map(([id, { label, said }]) => {
    const typed = [answers[id] ?? ''].flat();
    return { label, said: said.length > 0 ? said : typed, language };
  });
  return [...all, ...setAside];
}
