import { readFileSync } from 'node:fs';
import { type Result, resultsOf } from './support/reports.ts';

/** The capabilities of domain.md §5: seven series of numbered rows, 232 in all. */
const SERIES: readonly (readonly [prefix: string, count: number])[] = [
  ['A', 13],
  ['B', 15],
  ['C', 18],
  ['D', 50],
  ['E', 78],
  ['F-', 18],
  ['G', 40],
];
const ROWS = SERIES.flatMap(([prefix, count]) => Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`));

/** The rows that a title names in square brackets: `[G14] [G16] …` or `[G14, G16] …`. */
function rowsIn(title: string): readonly string[] {
  return [...title.matchAll(/\[([^\]]*)\]/g)].flatMap(([, inside = '']) => inside.match(/\b(?:[A-EG]|F-)\d+\b/g) ?? []);
}

function stateOf(tests: readonly Result[]): 'passing' | 'failing' | 'none' {
  if (tests.length === 0) return 'none';
  return tests.every(({ passed }) => passed) ? 'passing' : 'failing';
}

function readReports(): readonly Result[] {
  return ['vitest', 'playwright'].flatMap((runner) => {
    const file = new URL(`.report/${runner}.json`, import.meta.url);
    try {
      return resultsOf(JSON.parse(readFileSync(file, 'utf8')));
    } catch {
      console.error(`No ${runner} report yet: run npm test first.`);
      return [];
    }
  });
}

const results = readReports();
const rows = ROWS.map((row) => {
  const tests = results.filter(({ title }) => rowsIn(title).includes(row));
  return { row, tests, state: stateOf(tests) };
});

for (const { row, tests, state } of rows) {
  const titles = state === 'failing' ? tests.filter(({ passed }) => !passed) : tests;
  console.log(
    `${row.padEnd(5)} ${state.padEnd(8)} ${titles[0]?.title ?? ''}${titles.length > 1 ? ` (+${titles.length - 1})` : ''}`,
  );
}
const unknown = new Set(results.flatMap(({ title }) => rowsIn(title)).filter((row) => !ROWS.includes(row)));
if (unknown.size > 0) console.log(`Rows named by tests but not in domain.md: ${[...unknown].join(' ')}`);

const count = (state: string) => rows.filter((row) => row.state === state).length;
console.log(
  `${ROWS.length} rows: ${count('passing')} with passing tests, ${count('failing')} failing, ${count('none')} without a test`,
);
process.exitCode = count('failing') > 0 ? 1 : 0;
