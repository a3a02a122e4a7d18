import type { Answer, Answers } from '../criteria/criterion.ts';
import type { FormDefinition } from './definition.ts';
import { readAnswer } from './kinds/kinds.ts';

/** What a browser posts or a page holds, by control name. */
export type Posted = { readonly [name: string]: string | readonly string[] | undefined };

/**
 * The answers in what was posted. White space at the ends, empty answers and names that are no question go;
 * nothing is judged here, so that what was typed can be shown again.
 */
export function readPosted(form: FormDefinition, posted: Posted): Answers {
  const values = (control: string) => {
    const value = Object.hasOwn(posted, control) ? posted[control] : undefined;
    return value === undefined ? [] : typeof value === 'string' ? [value] : value;
  };
  const answers: Record<string, Answer> = {};
  for (const question of form.pages.flatMap((page) => page.questions)) {
    const answer = readAnswer(question, values);
    if (answer.length > 0) answers[question.id] = answer;
  }
  return answers;
}
