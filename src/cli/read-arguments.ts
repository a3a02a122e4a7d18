import { parseArgs } from 'node:util';
import { Misuse } from './problems.ts';

export interface Arguments {
  readonly values: { readonly [option: string]: string | undefined };
  readonly positionals: readonly string[];
}

/** Positional arguments, and options that each take a value. Anything else is misuse. */
export function readArguments(args: readonly string[], names: readonly string[]): Arguments {
  const options = Object.fromEntries(names.map((name) => [name, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new Misuse((error as Error).message.split('\n')[0]);
  }
}
