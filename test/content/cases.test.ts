import { expect, test } from 'vitest';
import { z } from 'zod';
import { check } from '#core/forms/check.ts';
import { exitOf, promiseOf, recipientOf, relevantAnswers, relevantPages } from '#core/forms/relevance.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { readData } from '../support/content.ts';

/** One worked set of answers, and what must come of it. What a case leaves out, it does not ask. */
const caseSchema = z.strictObject({
  name: z.string().min(1),
  answers: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  valid: z.boolean(),
  problems: z
    .array(
      z.strictObject({
        question: z.string(),
        code: z.string(),
        params: z.record(z.string(), z.number()).optional(),
      }),
    )
    .optional(),
  relevant: z.array(z.string()).optional(),
  recipient: z.string().optional(),
  pages: z.array(z.string()).optional(),
  /** The exit page at which the route ends: nothing is sent, and nothing on it can be wrong. */
  exit: z.string().optional(),
  promise: z.string().optional(),
});

const cases = readForms().flatMap(({ definition }) =>
  z
    .array(caseSchema)
    .min(1)
    .parse(readData(`forms/${definition.id}/cases.json`))
    .map((one) => [definition.id, one.name, definition, one] as const),
);

test.each(cases)('%s: %s', async (_, __, definition, one) => {
  const problems = await check(definition, one.answers);

  expect(problems.length === 0).toBe(one.valid);
  if (one.problems) expect(problems).toMatchObject(one.problems);
  if (one.problems) expect(problems).toHaveLength(one.problems.length);
  if (one.relevant)
    expect(Object.keys(relevantAnswers(definition, one.answers)).sort()).toEqual(one.relevant.toSorted());
  if (one.recipient) expect(recipientOf(definition, one.answers)).toBe(one.recipient);
  if (one.exit) expect(exitOf(definition, one.answers)?.id).toBe(one.exit);
  if (one.promise) expect(promiseOf(definition, recipientOf(definition, one.answers))).toBe(one.promise);
  if (one.pages) expect(relevantPages(definition, one.answers).map(({ page }) => page.id)).toEqual(one.pages);
});
