import type { Answer, Answers } from '#core/criteria/criterion.ts';
import { type CheckerQuestion, NOT_SURE } from '#core/eligibility/definition.ts';
import { judgeAll } from '#core/eligibility/judge-all.ts';
import { bestFirst } from '#core/eligibility/judge-checker.ts';
import { dateInWords } from '#i18n/dates.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { type WordedStep, wordVerdict } from '#i18n/word-verdict.ts';
import type { ShownOutcome } from '#ui/checker/outcome-card.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import { type CheckerData, judged, surroundingsOf } from './checker-data.ts';

/** The verdict in the words of the page, best first. */
export function verdictInWords(
  data: CheckerData,
  answers: Answers,
): { readonly outcomes: readonly ShownOutcome[]; readonly next: readonly WordedStep[] } {
  const textOf = (checker: string) => {
    const text = data.texts[checker];
    if (!text) throw new Error(`There are no words for ${checker}.`);
    return text;
  };
  const verdict = judgeAll(data, judged(data, answers), surroundingsOf(data));
  const dated = {
    ...verdict,
    known: withDates(verdict.known, data.textLang),
    outcomes: bestFirst(verdict.outcomes).map((outcome) => ({
      ...outcome,
      shows: withDates(outcome.shows, data.textLang) as { readonly [name: string]: string },
    })),
  };
  const { outcomes, next } = wordVerdict(dated, textOf, {});
  const blanks = Object.fromEntries(Object.entries(dated.known).map(([id, answer]) => [id, String(answer)]));
  return {
    outcomes: outcomes.map((outcome) => ({
      ...outcome,
      because: outcome.because.map((reason) => ({
        ...reason,
        rule: fillIn(textOf(outcome.checker).criteria[reason.criterion]?.rule ?? reason.text, blanks),
      })),
    })),
    next,
  };
}

const DATE = /^\d{4}-\d\d-\d\d$/;

function withDates(values: Answers, language: string): Answers {
  const inWords = (value: Answer) =>
    typeof value === 'string' && DATE.test(value) ? dateInWords(value, language, { year: true }) : value;
  return Object.fromEntries(Object.entries(values).map(([id, value]) => [id, inWords(value)]));
}

/** An answer as the person gave it: a line an option. */
export function answerInWords(data: CheckerData, question: CheckerQuestion, answer: Answer, words: FormWords) {
  const text = data.texts[data.definition.id]?.questions[question.id];
  const one = (value: string) => {
    if (value === NOT_SURE)
      return text?.options?.[value] ?? words(question.kind === 'some-of' ? 'notSureMore' : 'notSure');
    return text?.options?.[value] ?? (DATE.test(value) ? dateInWords(value, data.textLang, { year: true }) : value);
  };
  if (typeof answer === 'string') return [one(answer)];
  return answer.length === 0 ? [words('noneOfThese')] : answer.map(one);
}
