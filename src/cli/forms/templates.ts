import { readTemplates } from '#publish/forms/form-templates.ts';
import { Misuse } from '../problems.ts';
import { PROJECT } from '../settings.ts';

/** `wayin forms templates`: what a new form can begin with, a line each. */
export async function listTemplates(args: readonly string[]): Promise<void> {
  if (args.length > 0) throw new Misuse('It is: wayin forms templates.');
  const templates = readTemplates(PROJECT);
  const width = Math.max(...templates.map(({ source }) => source.id.length));
  for (const { source, purpose } of templates) {
    process.stdout.write(`${source.id.padEnd(width)}  ${purpose['en'] ?? ''}\n`);
  }
}
