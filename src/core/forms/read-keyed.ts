import type { Answer, Answers } from '../criteria/criterion.ts';
import { nearestName } from '../nearest-name.ts';
import type { FormDefinition, Question } from './definition.ts';

/** What is wrong with the shape of typed-in answers; whether they are good answers is for `check`. */
export type KeyedProblem =
  | { readonly code: 'unknownQuestion'; readonly question: string; readonly nearest: string | undefined }
  | { readonly code: 'notText'; readonly question: string }
  | { readonly code: 'notAList'; readonly question: string };

/** Answers as somebody typed them in from paper, by question id: text, numbers, lists of what is ticked. */
export function readKeyed(
  form: FormDefinition,
  given: { readonly [question: string]: unknown },
): { readonly answers: Answers; readonly problems: readonly KeyedProblem[] } {
  const questions = new Map(form.pages.flatMap((page) => page.questions).map((question) => [question.id, question]));
  const answers: Record<string, Answer> = {};
  const problems: KeyedProblem[] = [];
  for (const [id, value] of Object.entries(given)) {
    const question = questions.get(id);
    if (!question) {
      problems.push({ code: 'unknownQuestion', question: id, nearest: nearestName(id, [...questions.keys()]) });
      continue;
    }
    const answer = readAnswer(question, value);
    if (answer === undefined)
      problems.push({ code: question.kind === 'some-of' ? 'notAList' : 'notText', question: id });
    else if (answer.length > 0) answers[id] = answer;
  }
  return { answers, problems };
}

function readAnswer(question: Question, value: unknown): Answer | undefined {
  const text = textOf(value);
  if (question.kind !== 'some-of') return question.kind === 'tick' && value === true ? 'yes' : text;
  if (Array.isArray(value)) {
    const ticked = value.map(textOf);
    return ticked.includes(undefined) ? undefined : (ticked as string[]).filter((one) => one !== '');
  }
  return text === undefined || text === '' ? (text as '' | undefined) : [text];
}

/** Nothing, false and null are an answer left out, as an empty line on paper is. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === false) return '';
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : undefined;
}
