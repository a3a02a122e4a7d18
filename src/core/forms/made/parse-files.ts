import { z } from 'zod';
import { bad, good, type Outcome } from '../../outcome.ts';
import type { FormFiles } from '../edit/form-files.ts';
import { formSourceSchema, formTextSchema } from '../parse-form.ts';

/** The largest form that is taken, in characters of its JSON: room for 500 questions in five languages. */
export const LONGEST_FORM = 1024 * 1024;
const MOST_QUESTIONS = 600;
const MOST_OPTIONS = 600;

const language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/);
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not pass.
const UNSAFE = /[<>\u0000-\u0008\u000b-\u001f\u007f]/;

const filesSchema = z.strictObject({
  source: formSourceSchema,
  texts: z.record(language, formTextSchema),
  sourceLanguage: language,
  translated: z.record(language, z.record(z.string(), z.string())).optional(),
});

export type FilesProblem =
  | { readonly code: 'tooLarge' | 'tooManyQuestions' | 'tooManyOptions' | 'markup' }
  /** Its shape is wrong at a place: `source.pages.0.questions.2`. */
  | { readonly code: 'notAForm'; readonly at: string; readonly what: string };

/** Reads a form's files as somebody sent them: exactly the shape of `forms/<id>/`, plain text, of a size people can fill in. */
export function parseFiles(given: unknown): Outcome<FormFiles, FilesProblem> {
  if (JSON.stringify(given ?? null).length > LONGEST_FORM) return bad({ code: 'tooLarge' });
  const read = filesSchema.safeParse(given);
  if (!read.success) {
    const [issue] = read.error.issues;
    return bad({ code: 'notAForm', at: issue?.path.map(String).join('.') ?? '', what: issue?.message ?? '' });
  }
  const questions = read.data.source.pages.flatMap((page) => ('use' in page ? [] : page.questions));
  if (questions.length > MOST_QUESTIONS) return bad({ code: 'tooManyQuestions' });
  if (questions.some(({ options }) => options && options.length > MOST_OPTIONS)) return bad({ code: 'tooManyOptions' });
  if (hasMarkup(read.data.texts)) return bad({ code: 'markup' });
  return good(read.data as unknown as FormFiles);
}

function hasMarkup(value: unknown): boolean {
  if (typeof value === 'string') return UNSAFE.test(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasMarkup);
}
