import { z } from 'zod';
import { criterionSchema } from '../criteria/criterion-schema.ts';
import { COMPUTATIONS, type Computation } from './compute/computation.ts';

const id = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*$/, 'ids are letters, digits and hyphens, and begin with a small letter');
const option = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'option ids are letters, digits and hyphens');
const options = z.array(option).min(1);
const ids = z.array(id).default([]);

const anyQuestion = {
  id,
  when: criterionSchema.optional(),
  assumed: z.union([z.string(), z.array(z.string())]).optional(),
  hidden: z.boolean().optional(),
  always: z.boolean().optional(),
};

const question = z.discriminatedUnion('kind', [
  z.strictObject({ ...anyQuestion, kind: z.literal('one-of'), options }),
  z.strictObject({ ...anyQuestion, kind: z.literal('some-of'), options }),
  z.strictObject({ ...anyQuestion, kind: z.literal('whole-number'), least: z.int(), most: z.int() }),
  z.strictObject({ ...anyQuestion, kind: z.literal('decimal'), least: z.number(), most: z.number() }),
  z.strictObject({ ...anyQuestion, kind: z.literal('money') }),
  z.strictObject({ ...anyQuestion, kind: z.literal('postcode') }),
  z.strictObject({ ...anyQuestion, kind: z.literal('date') }),
]);

const fact = z.union([
  z.strictObject({ id, councilOf: id }),
  z.strictObject({
    id,
    compute: z.enum(Object.keys(COMPUTATIONS) as [Computation, ...Computation[]]),
    from: z.array(z.string()).min(1),
  }),
]);

const outcome = z.strictObject({
  id,
  atOnce: z.boolean().optional(),
  rank: z.int().default(0),
  needs: ids,
  wants: ids,
  ruledOutBy: ids,
  maybeIf: ids,
  notes: ids,
  shows: z.record(z.string(), id).default({}),
  next: z
    .strictObject({ yes: z.array(id).optional(), maybe: z.array(id).optional(), no: z.array(id).optional() })
    .default({}),
});

const step = z.strictObject({
  kind: z.enum(['form', 'contact', 'service', 'page']),
  href: z.string().regex(/^\/([a-z0-9-]+\/)*$/, 'a path inside the site without its language, such as /help-now/'),
  when: criterionSchema.optional(),
});

const set = z.array(
  z.union([
    z.strictObject({ question: id, from: id }),
    z.strictObject({ question: id, to: z.string(), when: criterionSchema.optional() }),
    z.strictObject({ question: id, tick: option, when: criterionSchema }),
    z.strictObject({ question: id, more: z.literal(true) }),
  ]),
);

/** `content/checkers/<id>/checker.yaml`, with what may be left out filled in. */
export const checkerSchema = z.strictObject({
  id,
  programmes: z.array(id).default([]),
  order: z.int(),
  crisisPanel: z.boolean(),
  ruleVersion: z.string().min(1),
  source: z.string().min(1),
  checkedOn: z.iso.date(),
  questions: z.array(question).default([]),
  facts: z.array(fact).default([]),
  criteria: z.record(id, criterionSchema).default({}),
  outcomes: z.array(outcome).default([]),
  notes: z.record(id, z.union([criterionSchema, z.literal('always')])).default({}),
  steps: z.record(id, step).default({}),
  next: z.array(id),
  carry: z.array(z.strictObject({ form: id, set })).default([]),
  parts: z.array(z.strictObject({ checker: id, when: criterionSchema.optional(), leaveOut: ids, set })).default([]),
});

const line = z.string().min(1);

/** `content/checkers/<id>/text.<language>.yaml`. */
export const checkerTextSchema = z.strictObject({
  title: line,
  description: line,
  intro: z.array(line).default([]),
  questions: z
    .record(
      id,
      z.strictObject({
        label: line,
        hint: line.optional(),
        why: line.optional(),
        options: z.record(option, line).optional(),
      }),
    )
    .default({}),
  criteria: z.record(id, z.strictObject({ rule: line, yes: line.optional(), no: line, unknown: line })).default({}),
  outcomes: z
    .record(id, z.strictObject({ name: line, yes: line.optional(), maybe: line.optional(), no: line.optional() }))
    .default({}),
  notes: z.record(id, line).default({}),
  steps: z.record(id, line).default({}),
});
