import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { faultsOfSite } from '#publish/lint/built-site.ts';
import type { Fault } from '#publish/lint/fault.ts';
import { type Linted, lintContent } from '#publish/lint/lint.ts';
import { sayBroken } from '#publish/references.ts';
import { Misuse, WrongInput } from './problems.ts';
import { readArguments } from './read-arguments.ts';
import { PROJECT } from './settings.ts';

/** `wayin lint`: what is wrong in content, forms and translations, and how hard each page is to read. */
export async function lint(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['site']);
  if (positionals.length > 0) throw new Misuse('It is: wayin lint [--site <built site>].');
  const site = values['site'] === undefined ? undefined : resolve(values['site']);
  if (site !== undefined && !existsSync(site))
    throw new WrongInput(`--site: there is no folder ${site}. Build it first.`);
  const { faults, notices, readingAges } = lintProject();
  process.stdout.write(
    [
      'Reading age of each page in English (Flesch-Kincaid; we write for 9 to 11):',
      ...readingAges.map(({ page, age }) => `  ${age.toFixed(1).padStart(4)}  ${page}`),
      ...notices,
      '',
    ].join('\n'),
  );
  stopAt([...faults, ...(site === undefined ? [] : faultsOfSite(site))]);
  process.stdout.write('No faults.\n');
}

/** What is wrong in content, forms and translations. */
export function contentFaults(): readonly Fault[] {
  return lintProject().faults;
}

function lintProject(): Linted {
  // Content is named from the project's folder, wherever the command was called.
  process.chdir(PROJECT);
  return lintContent(new Date().toISOString().slice(0, 'yyyy-mm-dd'.length));
}

/** Stops if there are faults, each in three lines. */
export function stopAt(faults: readonly Fault[]): void {
  if (faults.length === 0) return;
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  throw new WrongInput(`${count}:\n${faults.map(sayBroken).join('\n')}`);
}
