import { h, type JSX } from 'preact';
import { type Entry, pathOf } from '#core/directory/entry.ts';
import { clockOf, type Day, dayOf } from '#core/sessions/wall-time.ts';
import { clockInWords, dateInWords } from '#i18n/dates.ts';
import { localPath } from '#i18n/paths.ts';

export interface ResultCardProps {
  readonly entry: Entry;
  readonly language: string;
  /** The texts of `directory:card` and `directory:values.kind`. */
  readonly say: (key: string, blanks?: { readonly [blank: string]: string }) => string;
  /** Today, where the reader's own clock says so; left out on pages that stand for weeks: they name no next day. */
  readonly today?: Day | undefined;
}

/** One thing that was found: its name is the only link, and all it says of itself is in words (G6). */
export function ResultCard({ entry, language, say, today }: ResultCardProps): JSX.Element {
  const foreign = entry.lang === language ? undefined : entry.lang;
  const facts = factsOf(entry, language, say, today);
  return h('li', { class: 'result' }, [
    h('h3', null, h('a', { href: localPath(language, pathOf(entry)), lang: foreign }, entry.name)),
    h('p', { class: 'result__tags' }, [
      say(`values.oneKind.${entry.kind}`),
      entry.standing !== 'open' && h('span', null, say(`card.${entry.standing}`)),
      entry.example && h('strong', { class: 'example-label' }, say('card.example')),
    ]),
    entry.line && h('p', { lang: foreign }, entry.line),
    facts.length > 0 && h('p', { class: 'small' }, facts.join(' · ')),
  ]);
}

/** When it is next on, what it costs, how one joins: as far as it is known. */
function factsOf(entry: Entry, language: string, say: ResultCardProps['say'], today: Day | undefined): string[] {
  const time = today === undefined ? undefined : entry.next.find((next) => dayOf(next) >= today);
  const next = time && {
    day: dateInWords(dayOf(time), language),
    time: clockInWords(clockOf(time), language),
  };
  const known = [...(entry.facets.cost ?? []), ...(entry.facets.join ?? [])];
  return [
    ...(next ? [say('card.next', { when: say('card.when', next) })] : []),
    ...known.map((value) => say(`card.${value}`)),
  ];
}
