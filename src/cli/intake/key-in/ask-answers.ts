import type { Answer, Answers } from '#core/criteria/criterion.ts';
import { partsOf, readParts } from '#core/date-parts.ts';
import type { PublishedForm, Question } from '#core/forms/definition.ts';
import { layOutOnPaper } from '#core/forms/paper/lay-out.ts';
import { relevantPages } from '#core/forms/relevance.ts';
import { problemsIn } from '#core/forms/tree.ts';
import { problemText } from '#i18n/problem-text.ts';
import { wordsFor } from '#i18n/site-words.ts';

/** Somebody at a keyboard, with a sheet of paper in front of them. */
export interface Typist {
  say(line: string): void;
  /** What was typed. */
  ask(prompt: string): Promise<string>;
}

/** Typed alone, it goes back to the question before. */
const BACK = '<';

/** Asks the questions that apply, in the order of the sheet, until the route ends. An answer that cannot be is asked for again. */
export async function askAnswers(published: PublishedForm, language: string, typist: Typist): Promise<Answers> {
  const { definition } = published;
  const text = published.text[language] ?? published.text.en;
  const { t } = wordsFor(language);
  const numbers = new Map(
    layOutOnPaper(definition).flatMap(({ blocks }) =>
      blocks.flat().map(({ question, number }) => [question.id, number]),
    ),
  );
  const answers: Record<string, Answer> = {};
  const asked: string[] = [];
  let here: string | undefined;

  for (;;) {
    const route = relevantPages(definition, answers);
    const next = route
      .flatMap(({ page, questions }) => questions.map((question) => ({ page, question })))
      .find(({ question }) => !asked.includes(question.id));
    if (!next) return answers;
    const { page, question } = next;
    if (page.id !== here) typist.say(`\n${text?.pages[page.id]?.title ?? page.id}`);
    here = page.id;

    const own = text?.questions[question.id];
    typist.say(`${numbers.get(question.id)}. ${own?.label ?? question.id}${question.required ? ' *' : ''}`);
    for (const [place, option] of ('options' in question ? question.options : []).entries()) {
      typist.say(`   ${place + 1}  ${own?.options?.[option] ?? option}`);
    }
    const typed = (await typist.ask(`${HOW[question.kind] ?? ''}> `)).trim();
    if (typed === BACK) {
      const before = asked.pop();
      if (before !== undefined) delete answers[before];
      continue;
    }
    const answer = toAnswer(question, typed);
    const [problem] = await problemsIn([question], { [question.id]: answer });
    if (problem) {
      typist.say(`   ${problemText(own?.problems, problem, (key, blanks) => t(`form:${key}`, blanks))}`);
      continue;
    }
    asked.push(question.id);
    if (answer.length > 0) answers[question.id] = answer;
  }
}

const HOW: { readonly [kind in Question['kind']]?: string } = {
  'one-of': 'number',
  scale: 'number',
  'some-of': 'numbers, such as 1 3',
  tick: 'y if ticked',
  date: 'in numbers, such as 2 4 2026',
};

const BETWEEN = /[\s,./-]+/;

function toAnswer(question: Question, typed: string): Answer {
  switch (question.kind) {
    case 'one-of':
    case 'scale':
      return optionOf(question.options, typed);
    case 'some-of':
      return typed
        .split(/[\s,]+/)
        .filter((one) => one !== '')
        .map((one) => optionOf(question.options, one));
    case 'tick':
      return /^(y|yes|x|1)$/i.test(typed) ? 'yes' : '';
    case 'date': {
      const isIso = /^\d{4}-/.test(typed);
      const parts = typed === '' ? [] : typed.split(BETWEEN);
      return readParts(
        (isIso ? parts.reverse() : parts).slice(0, Math.max(partsOf(question.parts).length, parts.length)),
      );
    }
    default:
      return typed;
  }
}

/** The option of that number on the screen, or of that id. What is neither stays, and is told to be none. */
const optionOf = (options: readonly string[], typed: string) => options[Number(typed) - 1] ?? typed;
