import { h, render } from 'preact';
import type { Answer } from '#core/criteria/criterion.ts';
import type { CheckerQuestion } from '#core/eligibility/definition.ts';
import { QuestionStep, type StepProblem } from '#ui/checker/question-step.ts';
import { moveFocus } from '#ui/focus/focus.ts';
import type { FormWords } from '#ui/form/form-words.ts';
import type { CheckerData } from './checker-data.ts';
import { asTyped, readAnswer, typedIn } from './read-answer.ts';

export interface Asking {
  readonly data: CheckerData;
  readonly question: CheckerQuestion;
  readonly number: number;
  /** The answer given before, when one comes back to it. */
  readonly before: Answer | undefined;
  readonly words: FormWords;
  /** The page's own, for when something has to be put right. */
  readonly title: string;
  readonly onAnswer: (answer: Answer) => void;
  readonly onNotSure: () => void;
  readonly onBack: (() => void) | undefined;
}

/** Puts one question on the screen. What was typed stays in it while it has to be put right. */
export function showQuestion(place: HTMLElement, asking: Asking): void {
  draw(place, asking, asTyped(asking.before), undefined);
}

function draw(place: HTMLElement, asking: Asking, typed: Answer | undefined, problem: StepProblem | undefined): void {
  const { data, question, number, words, onNotSure, onBack } = asking;
  const onAnswer = (form: HTMLFormElement) => {
    const answer = readAnswer(question, form);
    if (answer.ok) asking.onAnswer(answer.value);
    else draw(place, asking, typedIn(question, form), answer.problem);
  };
  // Drawn anew, so that no control keeps what another question's had.
  render(null, place);
  const text = data.texts[data.definition.id]?.questions[question.id] ?? { label: question.id };
  render(h(QuestionStep, { question, text, number, typed, problem, words, onAnswer, onNotSure, onBack }), place);
  if (!problem) return;
  document.title = words('pageTitleWithProblem', { title: asking.title });
  tellProblem(place);
}

/** Focus goes to the summary, its link to the control (G3). The address stays as it is. */
function tellProblem(place: HTMLElement): void {
  const summary = place.querySelector<HTMLElement>('.error-summary');
  if (!summary) return;
  summary.querySelector('a')?.addEventListener('click', (event) => {
    event.preventDefault();
    const control = place.querySelector<HTMLElement>('[data-question] input');
    if (control) moveFocus(control);
  });
  moveFocus(summary);
}
