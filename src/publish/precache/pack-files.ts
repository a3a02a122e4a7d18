import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hasFrame } from '#core/offline/frames.ts';
import { packKey } from '#core/offline/sections.ts';
import type { KeptFile } from './list-files.ts';

type Pack = readonly [path: string, files: number];

const HASH_DIGITS = 10;
/** Small enough for an old telephone to take apart, large enough that pages share most of their bytes. */
const MOST_CHARACTERS = 800_000;

/**
 * Writes the files of a site into packs: text of many files in one, which Brotli makes about an eighth of what they
 * weigh one by one, and which costs one round trip in place of hundreds. Answers with the list of files
 * in the order of the packs, and for each pack its address and how many files of that list it holds.
 */
export async function packFiles(
  folder: string,
  list: readonly KeptFile[],
): Promise<{ readonly files: readonly KeptFile[]; readonly packs: readonly Pack[] }> {
  const files: KeptFile[] = [];
  const packs: Pack[] = [];
  const kinds = Map.groupBy(
    list.filter(([path]) => !hasFrame(path)),
    ([path, , forWork]) => `${packKey(path)}${forWork ? ' for work' : ''}`,
  );
  await mkdir(join(folder, 'wayin/packs'), { recursive: true });
  for (const key of [...kinds.keys()].sort()) {
    let pack: Record<string, string> = {};
    let characters = 0;
    const close = async () => {
      const names = Object.keys(pack);
      if (names.length === 0) return;
      const body = JSON.stringify(pack);
      const path = `/wayin/packs/${createHash('sha256').update(body).digest('hex').slice(0, HASH_DIGITS)}.json`;
      await writeFile(join(folder, path), body);
      packs.push([path, names.length]);
      pack = {};
      characters = 0;
    };
    for (const file of kinds.get(key) ?? []) {
      const text = await readFile(join(folder, fileOf(file[0])), 'utf8');
      if (characters + text.length > MOST_CHARACTERS) await close();
      pack[file[0]] = text;
      characters += text.length;
      files.push(file);
    }
    await close();
  }
  return { files: [...files, ...list.filter(([path]) => hasFrame(path))], packs };
}

function fileOf(path: string): string {
  const file = decodeURIComponent(path);
  return file.endsWith('/') ? `${file}index.html` : file;
}
