import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { VERSIONS, type VersionName } from '#core/directory/oruk/versions.ts';
import { type FeedFile, feedFiles } from '#publish/oruk/feed.ts';
import { Misuse } from './problems.ts';
import { readArguments } from './read-arguments.ts';
import { PROJECT } from './settings.ts';

/** `wayin export oruk`: every service in full, as one list on stdout; with `--out`, the whole feed as the site has it. */
export async function exportDirectory(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['out', 'version']);
  const [standard, ...others] = positionals;
  if (standard !== 'oruk' || others.length > 0) {
    throw new Misuse('It is: wayin export oruk [--version oruk-3.0|hsds-3.0] [--out <folder>].');
  }
  const version = parseVersion(values['version'] ?? 'oruk-3.0');
  const out = values['out'] === undefined ? undefined : resolve(values['out']);
  // Content is read from the project's folder, wherever the command was called.
  process.chdir(PROJECT);
  const files = feedFiles(version);
  if (out === undefined) return printServices(files);
  for (const { path, text } of files) {
    const file = join(out, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text());
  }
  process.stdout.write(`${files.length} files in ${out}\n`);
}

function parseVersion(name: string): VersionName {
  const known = Object.keys(VERSIONS) as VersionName[];
  const version = known.find((one) => one === name);
  if (version) return version;
  throw new Misuse(`There is no version "${name}". It is one of: ${known.join(', ')}.`);
}

function printServices(files: readonly FeedFile[]): void {
  const lines =
    files
      .find(({ path }) => path === 'services.ndjson')
      ?.text()
      .trimEnd()
      .split('\n') ?? [];
  const services = lines.filter((line) => line !== '');
  const page = {
    total_items: services.length,
    total_pages: 1,
    page_number: 1,
    size: services.length,
    first_page: true,
    last_page: true,
    empty: services.length === 0,
  };
  process.stdout.write(`${JSON.stringify(page).slice(0, -1)},"contents":[\n${services.join(',\n')}\n]}\n`);
}
