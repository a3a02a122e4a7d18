import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { sentencesFor } from '#core/forms/exchange/translate.ts';
import { toTranslationCsv } from '#core/forms/exchange/translation-csv.ts';
import { toXliff } from '#core/forms/exchange/xliff.ts';
import { Misuse } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT } from '../settings.ts';
import { readFolder } from './form-folder.ts';
import { parseLanguage } from './parse-language.ts';

const USE = 'It is: wayin forms translate <id> <language> --to xliff|csv [--out <file>].';

/** `wayin forms translate <id> <language>`: every sentence of a form for its translator. */
export async function giveToTranslator(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['to', 'out']);
  const [id, given, ...others] = positionals;
  const to = values['to'];
  if (id === undefined || given === undefined || others.length > 0 || (to !== 'xliff' && to !== 'csv')) {
    throw new Misuse(USE);
  }
  const out = values['out'] === undefined ? undefined : resolve(values['out']);
  process.chdir(PROJECT);
  const files = readFolder(PROJECT, id);
  const target = parseLanguage(given, files.sourceLanguage);
  const sentences = sentencesFor(files, target);
  const languages = { source: files.sourceLanguage, target };
  const text = to === 'csv' ? toTranslationCsv(sentences, languages) : toXliff(sentences, id, languages);
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  writeFileSync(out, text);
  const count = (state: string) => sentences.filter((one) => one.state === state).length;
  process.stdout.write(
    `${sentences.length} sentences in ${out}: ${count('new')} new, ${count('stale')} changed since, ${count('done')} done.\n`,
  );
}
