import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join, resolve } from 'node:path';
import { readCsv } from '#core/forms/exchange/csv.ts';
import { fromDefra } from '#core/forms/exchange/defra.ts';
import type { Given } from '#core/forms/exchange/found.ts';
import { fromJsonSchema } from '#core/forms/exchange/json-schema.ts';
import { type Imported, type ImportProblem, LIMITS } from '#core/forms/exchange/kept.ts';
import { readWorkbook } from '#core/forms/exchange/read-workbook.ts';
import { fromSurveyJs } from '#core/forms/exchange/surveyjs.ts';
import { fromXlsForm } from '#core/forms/exchange/xlsform.ts';
import type { Outcome } from '#core/outcome.ts';
import { offeredLanguages, wordsFor } from '#i18n/site-words.ts';
import { Misuse, WrongInput } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT } from '../settings.ts';
import { parseNewId, writeFolder } from './form-folder.ts';
import { sayProblem, sayReport } from './say-report.ts';
import { unpack } from './unpack.ts';

const USE = 'It is: wayin forms import json-schema|surveyjs|xlsform|defra <file> <id> [--lang <code>].';

const UNTIL = 'Until what is left to do is done, the build refuses the form. `wayin lint` says what is missing.';

type Read = (json: unknown, given: Given) => Outcome<Imported, ImportProblem>;

const FORMATS: { readonly [format: string]: Read } = {
  'json-schema': fromJsonSchema,
  surveyjs: fromSurveyJs,
  xlsform: fromXlsForm,
  defra: fromDefra,
};

/** `wayin forms import <format> <file> <id>`: somebody else's form becomes a folder in `forms/`, with a report of what was not kept. */
export async function importForm(args: readonly string[]): Promise<void> {
  const { values, positionals } = readArguments(args, ['lang']);
  const [format = '', given, id, ...others] = positionals;
  const read = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!read || given === undefined || id === undefined || others.length > 0) throw new Misuse(USE);
  const language = values['lang'];
  if (language !== undefined && !/^[a-z]{2,3}$/.test(language)) {
    throw new WrongInput(`--lang: "${language}" is not the code of a language. Give one such as en.`);
  }
  const file = resolve(given);
  process.chdir(PROJECT);
  parseNewId(PROJECT, id);
  const json = format === 'xlsform' ? await readSheets(file) : readJson(file);
  const words = (key: 'yes' | 'no') =>
    Object.fromEntries(offeredLanguages().map(({ code }) => [code, wordsFor(code).t(`exchange:${key}`)]));
  const outcome = read(json, {
    id,
    yes: words('yes'),
    no: words('no'),
    ...(language === undefined ? {} : { language }),
  });
  if (!outcome.ok) throw new WrongInput(sayProblem(file, outcome.problem));
  const { files, report } = outcome.value;
  const written = writeFolder(PROJECT, files);
  process.stdout.write([`Written: ${written.join(', ')}`, ...sayReport(report), UNTIL, ''].join('\n'));
}

function readBytes(file: string): Buffer {
  if (!existsSync(file)) throw new WrongInput(`${file}: there is no such file. Correct the path.`);
  if (statSync(file).size > LIMITS.bytes) {
    throw new WrongInput(sayProblem(file, { code: 'tooLarge', where: '', params: { limit: LIMITS.bytes } }));
  }
  return readFileSync(file);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readBytes(file).toString('utf8'));
  } catch (error) {
    if (error instanceof WrongInput) throw error;
    throw new WrongInput(`${file}: it is not JSON. Export it again, or choose another file.`);
  }
}

/** The sheets of a workbook, or of a folder with `survey.csv`, `choices.csv` and `settings.csv`. */
async function readSheets(file: string): Promise<unknown> {
  if (existsSync(file) && statSync(file).isDirectory()) {
    const names = readdirSync(file).filter((name) => extname(name) === '.csv');
    return Object.fromEntries(names.map((name) => [basename(name, '.csv').toLowerCase(), rowsOf(join(file, name))]));
  }
  if (extname(file).toLowerCase() === '.csv') return { survey: rowsOf(file) };
  const workbook = await readWorkbook(readBytes(file), unpack);
  if (workbook.ok) return workbook.value;
  throw new WrongInput(sayProblem(file, workbook.problem));
}

function rowsOf(file: string): readonly (readonly string[])[] {
  const rows = readCsv(readBytes(file).toString('utf8'));
  if (rows) return rows;
  throw new WrongInput(`${file}: a quotation in it is never closed. Export it again.`);
}
