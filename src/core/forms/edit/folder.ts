import type { z } from 'zod';
import { bad, good, type Outcome } from '../../outcome.ts';
import { type FormSource, formSourceSchema, formTextSchema } from '../parse-form.ts';
import { type FormFiles, languagesOf } from './form-files.ts';
import { toJson } from './json-file.ts';
import { translatedSchema } from './translated.ts';

/** A folder of a form by the names of its files: `form.json`, `text.en.json`, `translated.json`. */
export type Folder = { readonly [name: string]: string };

/** The files of a form, ready to be read as a diff: what did not change is written as before. */
export function toFolder(files: FormFiles): Folder {
  const { source, texts, sourceLanguage, translated } = files;
  const words = languagesOf(files).map((language) => [`text.${language}.json`, toJson(texts[language])]);
  const memory = { sourceLanguage, ...(translated ? { translated } : {}) };
  const isPlain =
    sourceLanguage === 'en' && Object.values(translated ?? {}).every((of) => Object.keys(of).length === 0);
  return {
    'form.json': toJson(written(source)),
    ...Object.fromEntries(words),
    ...(isPlain ? {} : { 'translated.json': toJson(memory) }),
  };
}

/** As an author writes it: a link without a condition is its path alone. */
function written(source: FormSource): unknown {
  const pages = source.pages.map((page) => {
    if ('use' in page || !page.links) return page;
    return { ...page, links: page.links.map((link) => (link.when ? link : link.href)) };
  });
  return { ...source, pages };
}

/** Why a folder is no form: which file, where in it, what is wrong in the words of the parser. */
export interface FolderProblem {
  readonly code: 'notThere' | 'tooLarge' | 'notJson' | 'notThisShape';
  readonly file: string;
  readonly where: string;
  readonly what: string;
}

const MOST_LETTERS = 2_000_000;
const TEXT_FILE = /^text\.([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\.json$/;

/** Reads a form's folder; other files in it are left alone. Nothing that a file says is run. */
export function parseFolder(folder: Folder): Outcome<FormFiles, FolderProblem> {
  const source = parseFile(folder, 'form.json', formSourceSchema);
  if (!source.ok) return source;
  const memory = Object.hasOwn(folder, 'translated.json')
    ? parseFile(folder, 'translated.json', translatedSchema)
    : good({ sourceLanguage: 'en', translated: undefined });
  if (!memory.ok) return memory;
  const texts: { [language: string]: FormFiles['texts'][string] } = {};
  for (const name of Object.keys(folder)) {
    const language = TEXT_FILE.exec(name)?.[1];
    if (language === undefined) continue;
    const text = parseFile(folder, name, formTextSchema);
    if (!text.ok) return text;
    texts[language] = text.value;
  }
  const { translated } = memory.value;
  const known = Object.keys(texts);
  const sourceLanguage = known.includes(memory.value.sourceLanguage) ? memory.value.sourceLanguage : known[0];
  if (sourceLanguage === undefined) return problem('notThere', `text.${memory.value.sourceLanguage}.json`);
  return good({ source: source.value, texts, sourceLanguage, ...(translated ? { translated } : {}) });
}

function parseFile<Value>(folder: Folder, file: string, schema: z.ZodType<Value>): Outcome<Value, FolderProblem> {
  const content = Object.hasOwn(folder, file) ? folder[file] : undefined;
  if (content === undefined) return problem('notThere', file);
  if (content.length > MOST_LETTERS) return problem('tooLarge', file);
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    return problem('notJson', file, '', error instanceof Error ? error.message : '');
  }
  const read = schema.safeParse(value);
  if (read.success) return good(read.data);
  const [issue] = read.error.issues;
  return problem('notThisShape', file, issue?.path.map(String).join('.'), issue?.message);
}

function problem(code: FolderProblem['code'], file: string, where = '', what = '') {
  return bad<FolderProblem>({ code, file, where, what });
}
