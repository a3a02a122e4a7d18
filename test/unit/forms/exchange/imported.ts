import { expect } from 'vitest';
import { composeForm } from '#core/forms/compose.ts';
import type { Imported, ImportProblem, Kept } from '#core/forms/exchange/kept.ts';
import { type FormSource, formSourceSchema, formTextSchema } from '#core/forms/parse-form.ts';
import type { Outcome } from '#core/outcome.ts';

/** What came in, checked against the schema of our own files, and composed. */
export function imported(outcome: Outcome<Imported, ImportProblem>) {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const { files, report } = outcome.value;
  expect(formSourceSchema.parse(files.source)).toEqual(files.source);
  for (const text of Object.values(files.texts)) expect(formTextSchema.parse(text)).toEqual(text);
  expect(composeForm(files.source, new Map())).toMatchObject({ ok: true });
  return { ...files, report, questions: questionsOf(files.source), text: files.texts[files.sourceLanguage] };
}

export function questionsOf(source: FormSource) {
  return source.pages.flatMap((page) => ('use' in page ? [] : page.questions));
}

/** The report in short: how, code and place. */
export const lines = (report: readonly Kept[]) =>
  report.map(({ how, code, where }) => `${how} ${code} ${where}`.trim());
