import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const top = new URL('../..', import.meta.url).pathname;
const PARTS = ['src', 'content', 'forms', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** A copy of the project whose content can be changed, as an editor would change it. */
export interface ProjectCopy {
  readonly folder: string;
  /** Rewrites one file. */
  edit(path: string, change: (text: string) => string): void;
  remove(): void;
}

export function copyProject(): ProjectCopy {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-project-'));
  for (const part of PARTS) cpSync(join(top, part), join(folder, part), { recursive: true });
  symlinkSync(join(top, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    edit: (path, change) => {
      const file = join(folder, path);
      const before = readFileSync(file, 'utf8');
      const after = change(before);
      if (after === before) throw new Error(`${path}: the change changes nothing`);
      writeFileSync(file, after);
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
