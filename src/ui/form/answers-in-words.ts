import type { Answer, Answers } from '#core/criteria/criterion.ts';
import type { FormDefinition, FormText, Question, QuestionText } from '#core/forms/definition.ts';
import { typedDateInWords } from '#i18n/typed-date.ts';
import type { SummaryRow } from '../summary-list/summary-list.ts';

/** Everything that was answered, on the route or off it, in the words of the form. */
export function answersInWords(
  { pages }: FormDefinition,
  text: FormText,
  answers: Answers,
  language: string,
): readonly SummaryRow[] {
  return pages
    .flatMap(({ questions }) => questions)
    .flatMap((question) => {
      const answer = answers[question.id];
      const words = text.questions[question.id];
      return answer === undefined
        ? []
        : [{ name: words?.label ?? question.id, lines: linesOf(question, words, answer, language) }];
    });
}

function linesOf(
  question: Question,
  words: QuestionText | undefined,
  answer: Answer,
  language: string,
): readonly string[] {
  if (question.kind === 'tick') return ['✓'];
  if (question.kind === 'date') return [typedDateInWords(String(answer), language)];
  if ('options' in question) return [answer].flat().map((option) => words?.options?.[option] ?? option);
  return String(answer).split('\n');
}
