import type { Facet } from '#core/directory/entry.ts';
import type { Key } from '#i18n/key.ts';
import type { Words } from '#i18n/words.ts';
import { areasIn, topicsIn } from '../directory.ts';

/** A facet's value as people read it: "Housing", "No steps", "Polish". */
export function labelOf(words: Words, facet: Facet, value: string): string {
  const { lang, t } = words;
  if (facet === 'topic') return nameOf(topicsIn(lang), value);
  if (facet === 'area') return nameOf(areasIn(lang), value);
  if (facet === 'language' && value !== 'bsl') return languageName(lang, value);
  return t(`directory:values.${facet}.${value}` satisfies Key);
}

type Named = { readonly facts: { readonly id: string }; readonly text: { readonly name: string } };

function nameOf(things: readonly Named[], id: string): string {
  return things.find(({ facts }) => facts.id === id)?.text.name ?? id;
}

function languageName(lang: string, code: string): string {
  const name = new Intl.DisplayNames([lang], { type: 'language' }).of(code) ?? code;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
