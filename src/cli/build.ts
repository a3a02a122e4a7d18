import { faultsOfSite } from '#publish/lint/built-site.ts';
import { readyKeys } from './keys/published-keys.ts';
import { contentFaults, stopAt } from './lint.ts';
import { Misuse } from './problems.ts';
import { PROJECT, readSettings } from './settings.ts';
import { builtSite } from './site/built-site.ts';
import { publishedForBuild } from './site/published.ts';

/** `wayin build`: the site alone, for any static host, if nothing in it is wrong. Prints its folder. */
export async function build(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new Misuse('It is: wayin build.');
  stopAt(contentFaults());
  const settings = readSettings(process.env);
  const { publicKeys } = await readyKeys(PROJECT, settings.keys);
  const { folder } = await builtSite(PROJECT, publicKeys, await publishedForBuild(settings));
  stopAt(faultsOfSite(folder));
  process.stdout.write(`${folder}\n`);
}
