import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { z } from 'zod';

/** Content that does not fit its shape: file and field, what is wrong, and the cure. */
export class ContentProblem extends Error {
  constructor(file: string, field: string, what: string, cure: string) {
    super(`${file}: ${field}\n  ${what}\n  ${cure}`);
    this.name = 'ContentProblem';
  }
}

/** The YAML of a content file, in its shape. What does not fit is thrown as a `ContentProblem`. */
export function readYaml<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> {
  return intoShape(file, shape, parseYaml(file));
}

function parseYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    const what = cause instanceof Error ? (cause.message.split('\n')[0] ?? '') : String(cause);
    throw new ContentProblem(file, 'the whole file', what, 'Correct the file, or add it.');
  }
}

/** Checks a value read from `file` against its shape. */
export function intoShape<Shape extends z.ZodType>(file: string, shape: Shape, value: unknown): z.infer<Shape> {
  const read = shape.safeParse(value);
  if (read.success) return read.data;

  const [issue] = read.error.issues;
  const field = issue?.path.join('.') || 'the whole file';
  const cure =
    issue?.code === 'unrecognized_keys'
      ? `Correct or remove: ${issue.keys.join(', ')}.`
      : 'Correct the field; its shape stands in src/publish/collections.';
  throw new ContentProblem(file, field, issue?.message ?? 'It does not fit.', cure);
}
