import type { z } from 'zod';
import type { Criterion } from '../../criteria/criterion.ts';
import { criterionSchema } from '../../criteria/criterion-schema.ts';
import { formSourceSchema, idSchema, pageSchema, pathSchema, questionSchema } from '../parse-form.ts';

/** Whether a text can be the id of a page or a question. */
export const isId = (id: string) => idSchema.safeParse(id).success;

/** Whether a text is a path inside the site, such as `/help-now/`. */
export const isPath = (href: string) => pathSchema.safeParse(href).success;

export const isCriterion = (when: unknown): when is Criterion => criterionSchema.safeParse(when).success;

/** The name of the first fact of a question that has no such value; nothing: all have. */
export function wrongFact(question: unknown): string | undefined {
  return firstWrong(questionSchema.safeParse(question));
}

export function wrongPageFact(page: unknown): string | undefined {
  return firstWrong(pageSchema.safeParse(page));
}

export function wrongFormFact(form: unknown): string | undefined {
  return firstWrong(formSourceSchema.safeParse(form));
}

function firstWrong(read: z.ZodSafeParseResult<unknown>): string | undefined {
  const [issue] = read.error?.issues ?? [];
  if (!issue) return undefined;
  const [name] = issue.code === 'unrecognized_keys' ? issue.keys : issue.path;
  return String(name ?? '');
}
