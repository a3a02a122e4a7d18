import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startWayIn } from '../support/way-in.ts';
import { inSeconds } from './table.ts';

/** The first start makes keys and builds the site; the second finds both. */
export async function startTimes(): Promise<readonly (readonly string[])[]> {
  const keys = mkdtempSync(join(tmpdir(), 'wayin-bench-keys-'));
  const timed = async () => {
    const began = performance.now();
    const wayIn = await startWayIn({ env: { WAYIN_KEYS: keys } });
    const took = performance.now() - began;
    await wayIn.stop();
    return took;
  };
  const first = await timed();
  const second = await timed();
  rmSync(keys, { recursive: true, force: true });
  return [
    ['first start, keys and site made', inSeconds(first)],
    ['second start', inSeconds(second)],
  ];
}
