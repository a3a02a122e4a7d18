import type { z } from 'zod';
import type { FormFault } from '#core/forms/fault.ts';
import { KINDS } from '#core/forms/kinds/kinds.ts';
import { nearestName } from '#core/nearest-name.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a form's file, in the words of its author: the question by its id. */
export function faultOfShape(error: z.ZodError, value: unknown): FormFault {
  const [issue] = error.issues;
  if (!issue) return { where: 'the whole file', what: 'It has another shape.', cure: 'Correct it.' };
  const { where, at } = place(value, issue.path);
  const kinds = Object.keys(KINDS);
  if (issue.path.at(-1) === 'kind' && !kinds.includes(String(at))) {
    const near = nearestName(String(at), kinds);
    return {
      where,
      what: `"${String(at)}" is not a kind of question.`,
      cure: `Write one of: ${kinds.join(', ')}. The nearest is "${near}".`,
    };
  }
  if (issue.code === 'unrecognized_keys') {
    return {
      where,
      what: `It has what no such thing has: ${issue.keys.join(', ')}.`,
      cure: 'Correct the name, or remove it.',
    };
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const near = nearestName(String(at), known);
    return {
      where,
      what: `"${String(at)}" is none of: ${known.join(', ')}.`,
      cure: `Correct it; the nearest is "${near}".`,
    };
  }
  return {
    where,
    what: sentence(messageOf(issue)),
    cure: 'Correct it; its shape stands in src/core/forms/parse-form.ts.',
  };
}

/** Of several shapes that a value may have, the message of the one that it came nearest to. */
function messageOf(issue: Issue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const first = issue.errors.map(([inner]) => inner).find((inner) => inner !== undefined);
  return first ? messageOf(first) : issue.message;
}

const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);

/** A path into the file, with the ids of the page and question it passes. */
function place(value: unknown, path: Issue['path']): { where: string; at: unknown } {
  let at = value;
  const named: string[] = [];
  const rest: string[] = [];
  for (const step of path) {
    at = typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[step] : undefined;
    const id = typeof at === 'object' && at !== null && 'id' in at ? at.id : undefined;
    const use = typeof at === 'object' && at !== null && 'use' in at ? at.use : undefined;
    if (typeof id === 'string') named.push(`${rest.at(-1) === 'questions' ? 'question' : 'page'} "${id}"`);
    else if (typeof use === 'string') named.push(`use "${use}"`);
    rest.push(String(step));
  }
  const last = rest.at(-1);
  const field = last === undefined || /^\d+$/.test(last) ? '' : last;
  const where = [named.at(-1), field].filter((part) => part).join(', ');
  return { where: where || rest.join('.') || 'the whole file', at };
}
