import { globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { WrongInput } from '../problems.ts';

interface Routed {
  readonly routes?: readonly { readonly recipient?: string }[];
}

interface Listing {
  readonly recipients?: readonly string[];
}

/** The receiving services, by id: those that the forms name, and those that programmes and the site list. */
export async function recipientsOf(project: string): Promise<readonly string[]> {
  const forms = globSync('forms/*/form.json', { cwd: project });
  const lists = globSync(['content/programmes/*/programme.yaml', 'content/site.yaml'], { cwd: project });
  const read = await Promise.all([
    ...forms.map(async (file) =>
      ((await readAs<Routed>(project, file, JSON.parse)).routes ?? []).flatMap(({ recipient }) => recipient ?? []),
    ),
    ...lists.map(async (file) => (await readAs<Listing>(project, file, parse)).recipients ?? []),
  ]);
  return [...new Set(read.flat())].sort();
}

async function readAs<Shape>(project: string, file: string, parseText: (text: string) => unknown): Promise<Shape> {
  const path = join(project, file);
  try {
    return (parseText(await readFile(path, 'utf8')) ?? {}) as Shape;
  } catch {
    throw new WrongInput(`${path}: it cannot be read. Correct it, then start again.`);
  }
}
