import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { LIMITS } from '#core/forms/exchange/kept.ts';
import { sentencesFor, takeTranslations } from '#core/forms/exchange/translate.ts';
import { fromTranslationCsv } from '#core/forms/exchange/translation-csv.ts';
import { fromXliff, type TranslatedFile } from '#core/forms/exchange/xliff.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { Misuse, WrongInput } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT } from '../settings.ts';
import { readFolder, writeFolder } from './form-folder.ts';
import { parseLanguage } from './parse-language.ts';
import { sayNotes } from './say-report.ts';

const USE = 'It is: wayin forms translated <id> <file> [--lang <code>].';

/** `wayin forms translated <id> <file>`: what came back from a translator, put into the form. */
export async function takeFromTranslator(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['lang']);
  const [id, given, ...others] = positionals;
  if (id === undefined || given === undefined || others.length > 0) throw new Misuse(USE);
  const file = resolve(given);
  process.chdir(PROJECT);
  const before = readFolder(PROJECT, id);
  const came = readTranslated(file);
  const wanted = values['lang'] ?? came.language;
  if (wanted === undefined) throw new WrongInput(`${file}: it does not say its language. Give it with --lang.`);
  const language = parseLanguage(wanted, before.sourceLanguage);
  if (came.language !== undefined && came.language !== language) {
    const why = wordsFor('en').t('exchange:translated.otherLanguage', { given: came.language, wanted: language });
    throw new WrongInput(`${file}: ${why}`);
  }
  const { files, report, taken, changed } = takeTranslations(before, language, came.rows);
  const written = taken > 0 ? writeFolder(PROJECT, files) : [];
  const missing = sentencesFor(files, language).filter(({ state }) => state === 'new').length;
  process.stdout.write(
    [
      `${changed} sentences changed. ${written.length === 0 ? 'Nothing was written.' : `Written: ${written.join(', ')}`}`,
      ...sayNotes(report),
      ...(missing > 0
        ? [`${missing} sentences have no words in "${language}" yet. Until they do, the form cannot be published.`]
        : []),
      '',
    ].join('\n'),
  );
}

function readTranslated(file: string): TranslatedFile {
  if (!existsSync(file)) throw new WrongInput(`${file}: there is no such file. Correct the path.`);
  if (statSync(file).size > LIMITS.bytes)
    throw new WrongInput(`${file}: it is larger than ${LIMITS.bytes} bytes. Split it.`);
  const text = readFileSync(file, 'utf8');
  const read = /^\ufeff?\s*</.test(text) ? fromXliff(text) : fromTranslationCsv(text);
  if (read.ok) return read.value;
  throw new WrongInput(`${file}: ${wordsFor('en').t(`exchange:translated.${read.problem}`)}`);
}
