import { join, resolve } from 'node:path';
import { Misuse, WrongInput } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT } from '../settings.ts';
import { isAddress, type Reading } from './read-feed.ts';
import { replaceFolder } from './replace-folder.ts';
import { sayReport } from './say-report.ts';
import { takeIn } from './take-in.ts';

const USE = 'It is: wayin import oruk <file or address> [--name <name of the feed>].';

/** `wayin import oruk <file|url>`: somebody else's directory becomes content, in the place of what came from it before. */
export async function importDirectory(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['name']);
  const [standard, given, ...others] = positionals;
  if (standard !== 'oruk' || given === undefined || others.length > 0) throw new Misuse(USE);
  if (isAddress(given) && !URL.canParse(given)) throw new WrongInput(`"${given}" is not an address. Correct it.`);
  const feed = isAddress(given) ? given : resolve(given);
  const name = parseName(values['name'] ?? nameOfFeed(given));
  const report = await importFeed(feed, name, PROJECT);
  process.stdout.write(report);
}

/** Imports a feed into the content of a project, and says what came of it. */
export async function importFeed(feed: string, name: string, project: string): Promise<string> {
  const reading: Reading = { bytes: 0, pages: 0, isPartial: false };
  const folder = join('content', 'imported', name);
  const tally = await replaceFolder(join(project, folder), project, async (temporary) => {
    const taken = await takeIn(feed, name, temporary, reading);
    if (taken.kept.services > 0) return taken;
    throw new WrongInput(`${feed}: there is no service in it. Give another feed. Nothing was changed.`);
  });
  return sayReport(tally, reading, folder);
}

const NAME = /^[a-z][a-z0-9-]{0,39}$/;

function parseName(name: string): string {
  if (NAME.test(name)) return name;
  throw new WrongInput(`--name: "${name}" cannot name a feed. Use a-z, 0-9 and -, a letter first, 40 at most.`);
}

/** `https://bristol.example/services` → `bristol-example`, `feeds/Bristol 2024.json` → `bristol-2024`. */
function nameOfFeed(given: string): string {
  const text = isAddress(given) ? new URL(given).hostname : (given.split(/[\\/]/).at(-1) ?? '').replace(/\.\w+$/, '');
  const name = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return /^[a-z]/.test(name) ? name : `feed-${name}`.slice(0, 40).replace(/-$/, '');
}
