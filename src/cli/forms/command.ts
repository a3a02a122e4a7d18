import { Misuse } from '../problems.ts';

type Command = (args: readonly string[]) => Promise<void>;

/** What `wayin forms …` does, a file a command. */
const COMMANDS: { readonly [name: string]: () => Promise<Command> } = {
  import: async () => (await import('./import.ts')).importForm,
  export: async () => (await import('./export.ts')).exportForm,
  translate: async () => (await import('./translate.ts')).giveToTranslator,
  translated: async () => (await import('./translated.ts')).takeFromTranslator,
  templates: async () => (await import('./templates.ts')).listTemplates,
};

export async function forms([name = '', ...args]: readonly string[]): Promise<void> {
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!load) throw new Misuse(`It is: wayin forms ${Object.keys(COMMANDS).join('|')}.`);
  await (await load())(args);
}
