import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Result, resultsOf } from './support/reports.ts';

const top = new URL('..', import.meta.url).pathname;
const report = `${top}test/.report`;

/** A step of the run. Without a report it counts as one test; with one, each of its tests counts. */
interface Step {
  readonly name: string;
  readonly command: readonly string[];
  readonly report?: string;
}

const VITEST = ['unit', 'content', 'intake'];
const PLAYWRIGHT = ['browser', 'accessibility', 'faults', 'budget'];
const NEEDS_SITE = ['intake', ...PLAYWRIGHT];

/** Built once, with the run's own keys, before anything starts a server: two builds at a time take twice as long. */
const SITE: Step = { name: 'the site', command: ['node', 'test/support/prepare-site.ts'] };

/** `astro check` comes first: it writes the types that the root's tsc reads. */
const CHECKS: readonly Step[] = [
  { name: 'lint', command: ['biome', 'check', '--config-path=test/biome.json', '--error-on-warnings', '.'] },
  { name: 'types of the pages', command: ['astro', 'check', '--minimumFailingSeverity', 'error'] },
  { name: 'types', command: ['tsc', '-p', '.'] },
  { name: 'types of the core', command: ['tsc', '-p', 'src/core'] },
];

function stepsFor(kinds: readonly string[]): readonly Step[] {
  const chosen = (known: readonly string[]) => known.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  const vitest = chosen(VITEST);
  const playwright = chosen(PLAYWRIGHT);
  const projects = (names: readonly string[]) => names.flatMap((name) => ['--project', name]);
  return [
    ...(kinds.length === 0 || kinds.includes('lint') || kinds.includes('types') ? CHECKS : []),
    ...(chosen(NEEDS_SITE).length > 0 ? [SITE] : []),
    ...(vitest.length > 0
      ? [
          {
            name: vitest.join(', '),
            command: ['vitest', 'run', '--config', 'test/vitest.config.ts', ...projects(vitest)],
            report: 'vitest.json',
          },
        ]
      : []),
    ...(playwright.length > 0
      ? [
          {
            name: playwright.join(', '),
            command: ['playwright', 'test', '--config', 'test/playwright.config.ts', ...projects(playwright)],
            report: 'playwright.json',
          },
        ]
      : []),
  ];
}

/**
 * A run starts Node hundreds of times, as servers and commands: what it made of the code is kept, and halves each start.
 */
function run(step: Step): { readonly seconds: number; readonly results: readonly Result[] } {
  console.log(`\n== ${step.name}: ${step.command.join(' ')}`);
  const began = performance.now();
  const [tool = '', ...args] = step.command;
  const { status } = spawnSync(`${top}node_modules/.bin/${tool}`, args, {
    cwd: top,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NODE_COMPILE_CACHE: `${report}/compile-cache` },
  });
  const seconds = Math.round((performance.now() - began) / 1000);
  const whole = { title: step.name, passed: status === 0 };
  if (!step.report) return { seconds, results: [whole] };

  const results = readResults(step.report);
  // A runner that stops for a reason that no test names (a broken set-up) still fails the run.
  const explained = status === 0 || results.some(({ passed }) => !passed);
  return { seconds, results: explained ? results : [...results, whole] };
}

function readResults(name: string): readonly Result[] {
  try {
    return resultsOf(JSON.parse(readFileSync(`${report}/${name}`, 'utf8')));
  } catch {
    return [];
  }
}

const KINDS = ['lint', 'types', ...VITEST, ...PLAYWRIGHT];
const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const kinds = values.only.split(',').filter((kind) => kind !== '');
const strange = kinds.filter((kind) => !KINDS.includes(kind));
if (strange.length > 0) {
  console.error(`--only ${strange.join(',')}: choose from ${KINDS.join(', ')}`);
  process.exit(2);
}

mkdirSync(report, { recursive: true });
for (const name of ['vitest.json', 'playwright.json']) rmSync(`${report}/${name}`, { force: true });

const done = stepsFor(kinds).map((step) => ({ name: step.name, ...run(step) }));
const results = done.flatMap((step) => step.results);
const failed = results.filter(({ passed }) => !passed);
const summary = {
  passed: results.length - failed.length,
  failed: failed.length,
  steps: done.map(({ name, seconds, results: { length } }) => ({ name, seconds, tests: length })),
  failures: failed.map(({ title }) => title),
};
writeFileSync(`${report}/summary.json`, `${JSON.stringify(summary, null, 2)}\n`);

console.log('');
for (const { name, seconds, tests } of summary.steps) console.log(`${name}: ${tests} tests in ${seconds} s`);
for (const title of summary.failures) console.log(`failed: ${title}`);
console.log(`${summary.passed} passed, ${summary.failed} failed`);
process.exitCode = failed.length > 0 || results.length === 0 ? 1 : 0;
