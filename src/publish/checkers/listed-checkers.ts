import { wordsFor } from '#i18n/site-words.ts';
import { oncePer } from '../once.ts';
import { programmesIn, siteContent } from '../queries.ts';
import { checkerOnPage, isSwitchedOff } from './page-data.ts';
import { readCheckers } from './read-checkers.ts';

/** A checker in a list: its name and what it tells. */
export interface ListedChecker {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** The language of its words, if not the page's. */
  readonly lang: string | undefined;
  /** One that asks for several programmes at once. */
  readonly first: boolean;
  readonly programmes: readonly string[];
}

const listed = oncePer<readonly ListedChecker[]>();

/** All checkers in their order, without those of programmes that are switched off (F-15). */
export function listedCheckers(lang: string): readonly ListedChecker[] {
  return listed(siteContent(), lang, () =>
    readCheckers()
      .filter(({ definition }) => !isSwitchedOff(definition))
      .map(({ definition: { id, parts, programmes } }) => {
        const { text, textLang } = checkerOnPage(lang, id);
        const { title, description } = text;
        const own = textLang === lang ? undefined : textLang;
        return { id, title, description, lang: own, first: parts.length > 0, programmes };
      }),
  );
}

/** Those about one programme: for its services' pages. */
export function checkersOf(programme: string, lang: string): readonly ListedChecker[] {
  return listedCheckers(lang).filter(
    ({ programmes, first }) => !first && programmes.length === 1 && programmes[0] === programme,
  );
}

/** Checkers under headings: over several programmes, of each programme, of none. */
export function checkersByPlace(lang: string) {
  const { t } = wordsFor(lang);
  const all = listedCheckers(lang);
  const places = programmesIn(lang).map(({ facts, text }) => ({
    id: facts.id,
    title: t('check:placeTitle', { area: text.area ?? facts.area }),
    checkers: checkersOf(facts.id, lang),
  }));
  const placed = places.flatMap(({ checkers }) => checkers.map(({ id }) => id));
  const several = { id: 'several', title: t('check:severalTitle'), checkers: all.filter(({ first }) => first) };
  const rest = all.filter(({ id, first }) => !first && !placed.includes(id));
  const others = { id: 'others', title: t('check:otherTitle'), checkers: rest };
  return [several, ...places, others].filter(({ checkers }) => checkers.length > 0);
}
