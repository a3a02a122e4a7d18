import MiniSearch from 'minisearch';
import type { Entry, Facet } from './entry.ts';
import { fold, wordsIn } from './fold.ts';

/** A facet's value under the names people have for it: typing one finds all things that carry it. */
export interface Tag {
  readonly facet: Facet;
  readonly value: string;
  readonly words: string;
}

/** Finds entries by typed words: their places in the list, the best first. */
export interface WordIndex {
  find(typed: string): readonly number[];
}

const AT_ONCE = 100;
// A slip in a short word makes another word: "art" is not "arm".
const FORGIVEN = 0.25;
const SHORT = 4;
const TAG_WEIGHT = 2;
const ALL_AT_MOST = 8;
const KEPT = 20;

const OPTIONS = {
  fields: ['name', 'line', 'alsoCalled'],
  idField: 'at',
  tokenize: (text: string) => [...wordsIn(text)],
  processTerm: (word: string) => word,
  searchOptions: {
    prefix: (word: string) => word.length > 1,
    fuzzy: (word: string) => (word.length < SHORT ? false : FORGIVEN),
    maxFuzzy: 2,
    boost: { name: 3, alsoCalled: 2 },
  },
};

/**
 * Indexes the words of a directory, a few at a time, so that typing is never held up: `pause` lets other work go on.
 * MiniSearch's own saved index weighs more than the words themselves (44 kB beside 32 kB a 1,000 things, Brotli), and
 * building it here takes a quarter of a second for 10,000. `smallWords` say nothing about what somebody looks for.
 */
export async function indexWords(
  entries: readonly Entry[],
  tags: readonly Tag[],
  smallWords: string,
  pause: () => Promise<void>,
): Promise<WordIndex> {
  const texts = new MiniSearch(OPTIONS);
  for (let at = 0; at < entries.length; at += AT_ONCE) {
    texts.addAll(entries.slice(at, at + AT_ONCE).map((entry, nth) => ({ ...entry, at: at + nth })));
    if (at + AT_ONCE < entries.length) await pause();
  }
  const named = new MiniSearch({ ...OPTIONS, fields: ['words'] });
  named.addAll(tags.map((tag, at) => ({ words: tag.words, at })));
  const carriers = carriersOf(entries, tags);
  const small = new Set(wordsIn(smallWords));

  // While somebody types, all words but the last stay as they were.
  const known = new Map<string, ReadonlyMap<number, number>>();
  const scoresOf = (word: string): ReadonlyMap<number, number> => {
    const before = known.get(word);
    if (before) return before;
    const scores = new Map<number, number>();
    const add = (at: number, score: number) => scores.set(at, (scores.get(at) ?? 0) + score);
    // One or two letters begin half of all words: then only names count.
    const fields = word.length < 3 ? ['name'] : OPTIONS.fields;
    for (const { id, score } of texts.search(word, { fields })) add(id, score);
    for (const { id, score } of named.search(word)) for (const at of carriers[id] ?? []) add(at, score * TAG_WEIGHT);
    if (known.size >= KEPT) known.clear();
    known.set(word, scores);
    return scores;
  };

  return {
    find(typed) {
      const all = [...new Set(wordsIn(fold(typed)))].slice(0, ALL_AT_MOST);
      const telling = all.filter((word) => !small.has(word));
      const found = (telling.length > 0 ? telling : all).map(scoresOf);
      const inAll = together(found, true);
      return ranked(inAll.size > 0 ? inAll : together(found, false));
    },
  };
}

function carriersOf(entries: readonly Entry[], tags: readonly Tag[]): readonly (readonly number[])[] {
  const lists = new Map<string, number[]>(tags.map(({ facet, value }) => [`${facet} ${value}`, []]));
  entries.forEach(({ facets }, at) => {
    for (const [facet, values] of Object.entries(facets)) {
      for (const value of values) lists.get(`${facet} ${value}`)?.push(at);
    }
  });
  return tags.map(({ facet, value }) => lists.get(`${facet} ${value}`) ?? []);
}

/** Adds up what the words found: things with every word, or with any. */
function together(found: readonly ReadonlyMap<number, number>[], every: boolean): ReadonlyMap<number, number> {
  const sums = new Map<number, number>();
  if (!every) {
    for (const scores of found) for (const [at, score] of scores) sums.set(at, (sums.get(at) ?? 0) + score);
    return sums;
  }
  const [fewest = sums, ...others] = found.toSorted((a, b) => a.size - b.size);
  for (const [at, score] of fewest) {
    const more = others.map((scores) => scores.get(at) ?? Number.NaN);
    const sum = more.reduce((total, one) => total + one, score);
    if (!Number.isNaN(sum)) sums.set(at, sum);
  }
  return sums;
}

function ranked(scores: ReadonlyMap<number, number>): readonly number[] {
  return [...scores].sort(([a, mine], [b, other]) => other - mine || a - b).map(([at]) => at);
}
