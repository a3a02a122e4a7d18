import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { WrongInput } from './problems.ts';

/** A JSON object from a file, or from standard input where the name is `-`. */
export async function readAnswers(source: string): Promise<{ readonly [key: string]: unknown }> {
  const written = source === '-' ? await text(process.stdin) : await readText(source);
  const name = source === '-' ? 'standard input' : source;
  const read = parseJson(written);
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as { [key: string]: unknown };
  throw new WrongInput(`${name}: not a JSON object. Give one such as {"age": 34}.`);
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new WrongInput(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Give a file, or - for standard input.`,
    );
  }
}

function parseJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}
