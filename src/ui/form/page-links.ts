import { type ComponentChildren, h } from 'preact';
import type { FormPage } from '#core/forms/definition.ts';
import type { FormWords } from './form-words.ts';

export interface PageLinksProps {
  readonly page: FormPage;
  /** Words of the links, in their order. */
  readonly texts: readonly string[];
  readonly language: string;
  readonly words: FormWords;
  /** Which of them lead somewhere for these answers; left out: all. */
  readonly leads?: readonly boolean[];
}

/** Links leave the form standing: they open beside it. */
export function PageLinks({ page, texts, language, words, leads }: PageLinksProps): ComponentChildren {
  const items = (page.links ?? []).map(
    ({ href }, place) =>
      leads?.[place] !== false &&
      h(
        'li',
        null,
        h('a', { href: `/${language}${href}`, target: '_blank' }, `${texts[place] ?? href} ${words('opensNewTab')}`),
      ),
  );
  return items.length > 0 && h('ul', { class: 'form-page__links' }, items);
}
