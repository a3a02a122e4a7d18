import { resolve } from 'node:path';
import { Misuse } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT, readSettings } from '../settings.ts';
import { newKeys } from './new-keys.ts';

/** `wayin keys new <recipient> [--out <file>]` */
export async function keys(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['out']);
  const [action, recipient, ...others] = positionals;
  if (action !== 'new' || recipient === undefined || others.length > 0) {
    throw new Misuse('It is: wayin keys new <recipient> [--out <file>].');
  }
  const out = values['out'] === undefined ? {} : { out: resolve(values['out']) };
  const made = await newKeys({ recipient, project: PROJECT, keys: readSettings(process.env).keys, ...out });

  const lines = [
    `Private key  ${made.privateFile}`,
    '             Keep it, and a copy in a safe place: nothing else opens what is sealed to it.',
  ];
  if (made.publicFile) lines.push(`Public key   ${made.publicFile}`);
  lines.push('Start Way In again to use it. Older private keys stay: what was sealed to them still opens.');
  process.stdout.write(`${lines.join('\n')}\n`);
}
