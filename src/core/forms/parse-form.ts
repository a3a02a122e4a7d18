import { z } from 'zod';
import type { Criterion } from '../criteria/criterion.ts';
import { criterionSchema } from '../criteria/criterion-schema.ts';
import type { Question } from './definition.ts';
import { CONTENT_KINDS } from './from-content.ts';
import type { Fact } from './kinds/kind.ts';
import { KINDS } from './kinds/kinds.ts';

// Answers and words are kept by id.
const isFree = (name: string) => !(name in Object.prototype);

/** The id of a form, page, question or recipient. */
export const idSchema = z
  .string()
  .regex(/^[a-z][A-Za-z0-9-]*$/, 'ids are letters, digits and hyphens, and begin with a small letter')
  .refine(isFree, 'no id is a name that every object has, such as "constructor"');
const id = idSchema;
const option = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/, 'option ids are letters, digits and hyphens')
  .refine(isFree, 'no id is a name that every object has, such as "constructor"');
/** A path inside the site without its language. */
export const pathSchema = z
  .string()
  .regex(/^\/([a-z0-9-]+\/)*$/, 'a path inside the site without its language, such as /help-now/');
const path = pathSchema;

// In the order in which a form is written: what is parsed can be saved without a change.
const anyQuestion = {
  required: z.boolean().optional(),
  autocomplete: z.string().optional(),
  when: criterionSchema.optional(),
};
const options = z.array(option).min(1);

/** Options, or where in the content they come from. */
const choice = {
  options: options.optional(),
  optionsFrom: z.enum(CONTENT_KINDS).optional(),
  where: z.strictObject({ programme: id.optional(), kind: z.string().optional() }).optional(),
  /** Options besides those, worded by the form. */
  also: options.optional(),
};

/** The check of each fact that a kind of question may ask its author for. */
const FACTS: { readonly [name in Fact]: z.ZodType } = {
  options: options.optional(),
  length: z.int().positive(),
  whole: z.int(),
  'date?': z.iso.date().optional(),
  dayOrMonth: z.enum(['day', 'month']),
};

/** A question as an author writes it: options may come from the content. */
export type SourceQuestion = Question & Partial<z.infer<z.ZodObject<typeof choice>>>;

export const questionSchema = z.discriminatedUnion(
  'kind',
  Object.entries(KINDS).map(([kind, { facts }]) => {
    const checks = Object.entries(facts as { readonly [name: string]: Fact }).map(
      ([name, fact]) => [name, FACTS[fact]] as const,
    );
    const fromContent = 'options' in facts ? choice : {};
    return z.strictObject({ id, kind: z.literal(kind), ...anyQuestion, ...Object.fromEntries(checks), ...fromContent });
  }) as unknown as [z.ZodObject<{ kind: z.ZodLiteral<string> }>],
) as unknown as z.ZodType<SourceQuestion>;

/** A path, or a path for whom a condition holds. */
const link = z.union([
  path.transform((href): { href: string; when?: Criterion | undefined } => ({ href })),
  z.strictObject({ href: path, when: criterionSchema.optional() }),
]);

export const pageSchema = z.strictObject({
  id,
  exit: z.literal(true).optional(),
  when: criterionSchema.optional(),
  questions: z.array(questionSchema).default([]),
  links: z.array(link).optional(),
  /** Asked again for another person or thing, so many times at most. */
  repeat: z.strictObject({ most: z.int().min(2).max(10) }).optional(),
  /** Links to what the content has for the same area and days. */
  linksFrom: z.strictObject({ kind: z.literal('groups'), area: id.optional(), days: id }).optional(),
});

/** Takes the pages of a shared group, all or only those that hold the named questions. */
const usePageSchema = z.strictObject({
  use: id,
  when: criterionSchema.optional(),
  only: z.array(id).optional(),
  with: z
    .record(
      id,
      z.strictObject({
        ...choice,
        required: z.boolean().optional(),
        when: criterionSchema.optional(),
      }),
    )
    .optional(),
});

/** `forms/shared/<group>/group.json`. */
export const groupSourceSchema = z.strictObject({ pages: z.array(pageSchema).min(1) });

const promise = z.enum(['derby', 'derby-reply', 'none', 'anonymous']);

/** `forms/<id>/form.json`. */
export const formSourceSchema = z.strictObject({
  id,
  system: id,
  kind: z.enum(['submission', 'monitoring']),
  audience: z.enum(['resident', 'carer', 'professional', 'organiser']),
  promise,
  namelessWhen: criterionSchema.optional(),
  privacyNotice: z.string().min(1),
  crisisPanel: z.boolean(),
  layout: z.literal('one-page').optional(),
  monitoring: id.optional(),
  routes: z
    .array(z.strictObject({ recipient: id, promise: promise.optional(), when: criterionSchema.optional() }))
    .min(1)
    .refine((routes) => routes.at(-1)?.when === undefined, 'the last route must have no criterion'),
  pages: z
    .array(
      z.unknown().transform((page, context) => {
        // Not a union: its message would name neither the question nor its fault.
        const isUse = typeof page === 'object' && page !== null && 'use' in page;
        const read = (isUse ? usePageSchema : pageSchema).safeParse(page);
        if (read.success) return read.data as z.infer<typeof usePageSchema> | z.infer<typeof pageSchema>;
        context.issues.push(...(read.error.issues as unknown as typeof context.issues));
        return z.NEVER;
      }),
    )
    .min(1),
});

const pageText = z.strictObject({
  title: z.string().min(1),
  body: z.array(z.string()).optional(),
  links: z.array(z.string()).optional(),
});

const questionText = z.strictObject({
  label: z.string().min(1),
  hint: z.string().optional(),
  why: z.string().optional(),
  options: z.record(option, z.string().min(1)).optional(),
  problems: z.record(z.string(), z.string().min(1)).optional(),
});

/** The words of a scale's options, said once for all its statements. */
const scale = z.record(option, z.string().min(1)).optional();

/** `forms/shared/<group>/text.<language>.json`. */
export const groupTextSchema = z.strictObject({
  scale,
  pages: z.record(id, pageText),
  questions: z.record(id, questionText),
});

/** `forms/<id>/text.<language>.json`: its words win over those of the groups it uses. */
export const formTextSchema = z.strictObject({
  /** Empty while nobody has translated it. */
  title: z.string(),
  intro: z.array(z.string()),
  recipients: z.record(id, z.string().min(1)),
  scale,
  pages: z.record(id, pageText.partial()).default({}),
  questions: z.record(id, questionText.partial()).default({}),
});

export type FormSource = z.infer<typeof formSourceSchema>;
export type SourcePage = z.infer<typeof pageSchema>;
export type UsePage = z.infer<typeof usePageSchema>;
export type GroupSource = z.infer<typeof groupSourceSchema>;
export type FormTextSource = z.infer<typeof formTextSchema>;
export type GroupTextSource = z.infer<typeof groupTextSchema>;
