import { FACETS, type Facet, WHENS } from '#core/directory/entry.ts';
import { type PackedEntries, pack } from '#core/directory/packed.ts';
import type { Tag } from '#core/directory/word-index.ts';
import type { Key } from '#i18n/key.ts';
import type { PickedWords } from '#i18n/plural-of.ts';
import type { Words } from '#i18n/words.ts';
import { areasIn, topicsIn } from '../directory.ts';
import { today } from '../today.ts';
import { offeredIn } from './choices.ts';
import { entriesIn } from './entries.ts';

/** A choice's name on the page, and what else people type for it. */
export interface NamedTag extends Tag {
  readonly label: string;
}

/** What the search on the page fetches on first use: one file a language. */
export interface SearchFile {
  readonly entries: PackedEntries;
  readonly tags: readonly NamedTag[];
  readonly whens: { readonly [when: string]: string };
  readonly smallWords: string;
  /** The area of each council whose postcodes are known (ONS code). */
  readonly councils: { readonly [code: string]: string };
  /** Topics whose pages offer a quick way out (G20). */
  readonly quickExit: readonly string[];
  readonly words: PickedWords;
}

/** The directory of a language, packed for the browser. */
export function searchFile(words: Words): SearchFile {
  const { lang, t } = words;
  const offered = offeredIn(words);
  const also = new Map(topicsIn(lang).map(({ facts, text }) => [facts.id, text.alsoCalled.join(' ')]));
  const typed = words.all('directory');
  const wordsOf = (facet: Facet, value: string, label: string) => {
    const others = facet === 'topic' ? also.get(value) : typed[`typed.${facet}.${value}`];
    return others ? `${label} ${others}` : label;
  };
  const tags = FACETS.flatMap((facet) =>
    (offered.get(facet) ?? []).map(({ value, label }) => ({
      facet,
      value,
      label,
      words: wordsOf(facet, value, label),
    })),
  );
  return {
    entries: pack(entriesIn(lang), today()),
    tags,
    whens: Object.fromEntries(WHENS.map((when) => [when, t(`directory:values.when.${when}` satisfies Key)])),
    smallWords: t('directory:find.smallWords'),
    councils: Object.fromEntries(
      areasIn(lang).flatMap(({ facts }) => (facts.postcodeSet === null ? [] : [[facts.postcodeSet, facts.id]])),
    ),
    quickExit: topicsIn(lang).flatMap(({ facts }) => (facts.quickExit ? [facts.id] : [])),
    words: Object.fromEntries(
      Object.entries(typed).filter(([key]) =>
        /^(results|card|values\.oneKind|find\.(postcode|filtersChosen))/.test(key),
      ),
    ),
  };
}
