import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { copyProject } from '../support/copy-project.ts';
import { addThings, writeFeed } from './directory-content.ts';
import { type Measured, measuredRun } from './measured-run.ts';

/**
 * A large directory, measured: how long its build takes and how much memory it holds, how both grow, what its pages weigh,
 * and what the import of a large feed takes. `node test/bench/directory.ts [services …]`; a fifth as many groups are made.
 */
const SIZES = process.argv.slice(2).map(Number);
const FEED_SIZES = [1_000, 10_000];

const kilobytes = (file: string) =>
  existsSync(file)
    ? `${(brotliCompressSync(readFileSync(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }).length / 1000).toFixed(1)} kB`
    : 'not there';
const say = (what: string, { seconds, megabytes }: Measured, more = '') =>
  console.log(`${what.padEnd(46)} ${seconds.toFixed(1).padStart(7)} s ${String(megabytes).padStart(6)} MB  ${more}`);

async function measureBuild(services: number, groups: number): Promise<Measured> {
  const project = copyProject();
  try {
    addThings(project.folder, services, groups);
    const site = join(project.folder, 'site');
    const astro = join(project.folder, 'node_modules/astro/bin/astro.mjs');
    const env = {
      ...process.env,
      WAYIN_SITE: site,
      NODE_ENV: 'production',
      NODE_OPTIONS: '--max-old-space-size=12000',
    };
    const run = await measuredRun(process.execPath, [astro, 'build'], { cwd: project.folder, env });
    if (run.status !== 0) throw new Error(run.output.slice(-3000));
    const pages = globSync('**/*.html', { cwd: site }).length;
    say(
      `build, ${services} services and ${groups} groups more`,
      run,
      `${pages} pages, ${((run.seconds / pages) * 1000).toFixed(1)} ms a page`,
    );
    const weigh = {
      'list of services': 'en/services/index.html',
      'a service': 'en/services/bench-1/index.html',
      'a group': 'en/groups/bench-1/index.html',
      timetable: 'en/timetable/index.html',
      'its second page': 'en/timetable/days/2/index.html',
      'a week of it': 'en/timetable/week/index.html',
      'search index': 'wayin/search/en.json',
      'a page of the feed': 'oruk/services/1.json',
      'service worker': 'service-worker.js',
    };
    for (const [what, file] of Object.entries(weigh))
      console.log(`  ${what.padEnd(44)} ${kilobytes(join(site, file)).padStart(10)}`);
    return run;
  } finally {
    project.remove();
  }
}

async function measureImport(services: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-bench-'));
  try {
    const feed = join(folder, 'feed.json');
    writeFeed(feed, services);
    const command = new URL('../../src/cli/import/command.ts', import.meta.url).href;
    const script = `const { importFeed } = await import(${JSON.stringify(command)}); console.log(await importFeed(${JSON.stringify(feed)}, 'bench', ${JSON.stringify(folder)}));`;
    const run = await measuredRun(process.execPath, ['--input-type=module', '-e', script], { cwd: folder });
    if (run.status !== 0) throw new Error(run.output);
    say(`import, ${services} services`, run, `${(readFileSync(feed).length / 1e6).toFixed(1)} MB of feed`);
    if (services === Math.max(...FEED_SIZES)) console.log(run.output.replace(/^/gm, '  '));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const services of FEED_SIZES) await measureImport(services);
for (const services of SIZES.length > 0 ? SIZES : [0, 1_000, 10_000]) await measureBuild(services, services / 5);
