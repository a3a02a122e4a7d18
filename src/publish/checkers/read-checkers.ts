import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CheckerDefinition } from '#core/eligibility/definition.ts';
import { mistakesIn } from '#core/eligibility/mistakes.ts';
import { checkerSchema, checkerTextSchema } from '#core/eligibility/parse-checker.ts';
import type { CheckerText } from '#core/eligibility/text.ts';
import { ContentProblem, readYaml } from '../read-yaml.ts';

/** A checker with its words by language. */
export interface ReadChecker {
  readonly folder: string;
  readonly definition: CheckerDefinition;
  readonly text: { readonly [lang: string]: CheckerText };
}

/** All checkers below `root`, in their order. The first mistake is thrown, by file and field. */
export function readCheckers(root = '.'): readonly ReadChecker[] {
  return checkerIds(root)
    .map((id) => readChecker(id, root))
    .sort((a, b) => a.definition.order - b.definition.order);
}

/** Ids of the checkers there are. */
export function checkerIds(root = '.'): readonly string[] {
  const folder = join(root, 'content/checkers');
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** One checker. */
export function readChecker(id: string, root = '.'): ReadChecker {
  const folder = join(root, 'content/checkers', id);
  const file = join(folder, 'checker.yaml');
  // The schema fills in what may be left out; exact optional fields differ in their type alone.
  const definition = readYaml(file, checkerSchema) as CheckerDefinition;
  if (definition.id !== id) {
    throw new ContentProblem(file, 'id', `"${definition.id}" is not the folder's name.`, `Write ${id}.`);
  }
  const [mistake] = mistakesIn(definition);
  if (mistake) throw new ContentProblem(file, mistake.path, mistake.what, mistake.cure);

  const text = readdirSync(folder).flatMap((name): [string, CheckerText][] => {
    const lang = /^text\.([\w-]+)\.yaml$/.exec(name)?.[1];
    return lang ? [[lang, readYaml(join(folder, name), checkerTextSchema) as CheckerText]] : [];
  });
  return { folder, definition, text: Object.fromEntries(text) };
}
