import type { Answer } from '#core/criteria/criterion.ts';
import { DATE_PARTS, readParts } from '#core/date-parts.ts';
import { parseAnswer, type WrongAnswer } from '#core/eligibility/check-answers.ts';
import { type CheckerQuestion, NOT_SURE } from '#core/eligibility/definition.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { NONE_OF_THESE, type StepProblem } from '#ui/checker/question-step.ts';

/** The answer in the controls, or what has to be put right. */
export function readAnswer(question: CheckerQuestion, form: HTMLFormElement): Outcome<Answer, StepProblem> {
  const typed = typedIn(question, form);
  if (question.kind === 'some-of') return readTicks(typed);
  if (typed.length === 0) return bad(problemOf(question));
  const answer = parseAnswer(question, typed);
  return answer.ok ? answer : bad(problemOf(question, answer.problem));
}

/** As it stands in the controls: shown again where something has to be put right. */
export function typedIn(question: CheckerQuestion, form: HTMLFormElement): Answer {
  const values = new FormData(form);
  if (question.kind === 'some-of') return values.getAll(question.id).map(String);
  if (question.kind !== 'date') return String(values.get(question.id) ?? '').trim();
  return readParts(DATE_PARTS.map((part) => String(values.get(`${question.id}-${part}`) ?? '').trim()));
}

/** An answer as the controls show it. */
export function asTyped(answer: Answer | undefined): Answer | undefined {
  if (answer === undefined || typeof answer === 'string') return answer === NOT_SURE ? NOT_SURE : answer;
  return answer.length === 0 ? [NONE_OF_THESE] : answer;
}

/** "None of these" is an empty list, which is known. Nothing ticked is no answer yet. */
function readTicks(ticked: Answer): Outcome<Answer, StepProblem> {
  if (ticked.length === 0 || typeof ticked === 'string') return bad({ code: 'tickSome', params: {} });
  if (!ticked.includes(NONE_OF_THESE)) return good(ticked);
  return ticked.length === 1 ? good([]) : bad({ code: 'noneAndMore', params: {} });
}

function problemOf(question: CheckerQuestion, wrong?: WrongAnswer): StepProblem {
  if (wrong?.code === 'outOfRange') {
    const { value, least, most } = wrong;
    return Number(value) < least ? { code: 'tooSmall', params: { least } } : { code: 'tooLarge', params: { most } };
  }
  return { code: CODES[question.kind], params: {} };
}

const CODES = {
  'one-of': 'chooseOne',
  'some-of': 'tickSome',
  'whole-number': 'typeNumber',
  decimal: 'typeDecimal',
  money: 'typeMoney',
  postcode: 'wrongPostcode',
  date: 'wrongDate',
} as const satisfies { readonly [kind in CheckerQuestion['kind']]: string };
