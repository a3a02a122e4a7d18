import type { Answers } from '#core/criteria/criterion.ts';
import { check } from '#core/forms/check.ts';
import type { PublishedForm } from '#core/forms/definition.ts';
import { layOutOnPaper } from '#core/forms/paper/lay-out.ts';
import { readKeyed } from '#core/forms/read-keyed.ts';
import { exitOf, relevantAnswers } from '#core/forms/relevance.ts';
import { problemText } from '#i18n/problem-text.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { WrongInput } from '../../problems.ts';

/**
 * The answers that count, by the form's own rules. One line a problem, each with the question's number on the sheet,
 * its words and its id; what does not apply is named and not kept.
 */
export async function checkKeyed(
  published: PublishedForm,
  given: { readonly [question: string]: unknown },
  language: string,
): Promise<Answers> {
  const { definition } = published;
  const nameOf = questionNames(published, language);
  const { answers, problems } = readKeyed(definition, given);
  const wrongShapes = problems.map((problem) => {
    if (problem.code === 'unknownQuestion') {
      return `"${problem.question}" is no question of ${definition.id}. The nearest name is "${problem.nearest}".`;
    }
    const wanted = problem.code === 'notAList' ? 'Give a list of what is ticked.' : 'Give text.';
    return `${nameOf(problem.question)}: ${wanted}`;
  });
  if (wrongShapes.length > 0) throw refused(wrongShapes);

  const { t } = wordsFor(language);
  const text = published.text[language] ?? published.text.en;
  const found = (await check(definition, answers)).map((problem) => {
    const own = text?.questions[problem.question]?.problems;
    const todo = problemText(own, problem, (key, blanks) => t(`form:${key}`, blanks));
    return `${nameOf(problem.question)}: ${todo}`;
  });
  const exit = exitOf(definition, answers);
  if (exit) {
    const page = text?.pages[exit.id];
    throw refused([`The form ends at "${page?.title ?? exit.id}" for these answers. ${(page?.body ?? []).join(' ')}`]);
  }
  if (found.length > 0) throw refused(found);

  const kept = relevantAnswers(definition, answers);
  for (const id of Object.keys(answers).filter((one) => !(one in kept))) {
    process.stderr.write(`wayin: ${nameOf(id)}: does not apply to these answers, so it is not kept.\n`);
  }
  return kept;
}

/** How a question is found on the sheet: `question 3, "What phone number should we call?" (phone)`. */
export function questionNames(published: PublishedForm, language: string): (id: string) => string {
  const asked = layOutOnPaper(published.definition).flatMap(({ blocks }) => blocks.flat());
  const text = published.text[language] ?? published.text.en;
  return (id) => {
    const number = asked.find(({ question }) => question.id === id)?.number;
    return `question ${number}, "${text?.questions[id]?.label ?? id}" (${id})`;
  };
}

function refused(lines: readonly string[]): WrongInput {
  return new WrongInput([...lines, 'Nothing was stored.'].join('\nwayin: '));
}
