import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * Fills a new folder and then puts it in the place of another, all or nothing: until the last step, and whenever anything goes
 * wrong, the old one stands as it was. The new one is made beside `content`, so that both lie on one disk.
 */
export async function replaceFolder<Result>(
  folder: string,
  beside: string,
  fill: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = await mkdtemp(join(beside, '.importing-'));
  const [made, old] = [join(temporary, 'new'), join(temporary, 'old')];
  try {
    await mkdir(made);
    const result = await fill(made);
    await mkdir(dirname(folder), { recursive: true });
    const isThere = existsSync(folder);
    if (isThere) await rename(folder, old);
    try {
      await rename(made, folder);
    } catch (error) {
      if (isThere) await rename(old, folder);
      throw error;
    }
    return result;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
