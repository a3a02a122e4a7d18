import { brotliCompressSync } from 'node:zlib';
import type { Entry } from '../../src/core/directory/entry.ts';
import { NOTHING_CHOSEN } from '../../src/core/directory/filter.ts';
import { find } from '../../src/core/directory/find.ts';
import { pack, unpack } from '../../src/core/directory/packed.ts';
import { indexWords } from '../../src/core/directory/word-index.ts';
import { seeded } from './directory-content.ts';
import { inSeconds, median, printTable } from './table.ts';

/**
 * The search of a large directory, by the modules that run in the browser, in Node: processor time of the one thread
 * that a page has (others may be using the machine), times four for a slow phone:
 * `node test/bench/keystroke.ts [services …]`; a fifth as many groups are made. Drawing is not in it: pages draw a few
 * dozen.
 */
const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1_000, 10_000];
const SLOWER = 4;
const TODAY = '2026-11-25';
const TYPED = ['mental health help', 'houisng advice', 'garden group tuesday', 'polish speaking carers'];
const SYLLABLES = 'ba ce di fo gu ha ke li mo nu pa re si to va wen tal ing ner son ford ham shire well'.split(' ');
const COMMON =
  'art walk tea music garden talk help debt home work learn family carer sport quiet advice support group mental health housing'.split(
    ' ',
  );

function entries(services: number): readonly Entry[] {
  const chance = seeded(3);
  const pick = (list: readonly string[]) => list[Math.floor(chance() * list.length)] ?? '';
  // A third of all words are rare ones, as in names of streets and people.
  const word = () => (chance() < 0.33 ? pick(SYLLABLES) + pick(SYLLABLES) + pick(SYLLABLES) : pick(COMMON));
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  return Array.from({ length: services * 1.2 }, (_, n) => ({
    kind: n < services ? ('service' as const) : ('group' as const),
    id: `bench-${n}`,
    name: words(3),
    line: words(10),
    alsoCalled: words(2),
    lang: 'en',
    standing: 'open',
    example: false,
    checked: TODAY,
    next: n < services ? [] : [`2026-12-0${1 + (n % 7)}T18:00`],
    facets: { kind: [n < services ? 'service' : 'group'], topic: [pick(COMMON)], cost: ['free'] },
  }));
}

async function measure(services: number): Promise<readonly (string | number)[]> {
  const packed = JSON.stringify(pack(entries(services), TODAY));
  const start = process.threadCpuUsage();
  const all = unpack(JSON.parse(packed));
  const tags = COMMON.map((value) => ({ facet: 'topic' as const, value, words: value }));
  const index = await indexWords(all, tags, 'a the of for', () => new Promise((resolve) => setImmediate(resolve)));
  const readyMs = process.threadCpuUsage(start).user / 1000;
  const strokes = TYPED.flatMap((typed) =>
    Array.from(typed, (_, at) => {
      const before = process.threadCpuUsage();
      find(all, NOTHING_CHOSEN, TODAY, index.find(typed.slice(0, at + 1)));
      return process.threadCpuUsage(before).user / 1000;
    }),
  );
  const sorted = strokes.toSorted((a, b) => a - b);
  const atRank = (share: number) => ((sorted[Math.floor(sorted.length * share)] ?? 0) * SLOWER).toFixed(0);
  const kilobytes = brotliCompressSync(packed).length / 1000;
  return [
    services,
    `${((kilobytes / services) * 1000).toFixed(1)} kB`,
    `${inSeconds(readyMs * SLOWER)} s`,
    `${(median(strokes) * SLOWER).toFixed(0)} ms`,
    `${atRank(0.95)} ms`,
    `${((sorted.at(-1) ?? 0) * SLOWER).toFixed(0)} ms`,
  ];
}

const rows = [];
for (const services of SIZES) rows.push(await measure(services));
printTable(
  'Search, times four',
  ['services', 'index a 1,000', 'ready after', 'a keystroke, median', '95 of 100', 'the slowest'],
  rows,
);
