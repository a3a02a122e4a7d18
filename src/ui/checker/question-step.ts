import { type ComponentChildren, h, type JSX } from 'preact';
import type { Answer } from '#core/criteria/criterion.ts';
import { type CheckerQuestion, NOT_SURE } from '#core/eligibility/definition.ts';
import type { CheckerQuestionText } from '#core/eligibility/text.ts';
import type { Question } from '#core/forms/definition.ts';
import { problemText } from '#i18n/problem-text.ts';
import { ErrorSummary } from '../error-summary/error-summary.ts';
import type { FormWords } from '../form/form-words.ts';
import { QuestionView } from '../form/question-view.ts';
import { DateFields } from './date-fields.ts';

/** Ticked for "nothing of this list": an empty list is an answer, silence is none. */
export const NONE_OF_THESE = 'none-of-these';

/** What has to be put right. */
export interface StepProblem {
  readonly code: string;
  readonly params: { readonly [name: string]: number };
}

export interface QuestionStepProps {
  readonly question: CheckerQuestion;
  readonly text: CheckerQuestionText;
  /** Which question of the way this is, from 1. */
  readonly number: number;
  /** As it was given or typed; NONE_OF_THESE for an empty list. */
  readonly typed: Answer | undefined;
  readonly problem: StepProblem | undefined;
  readonly words: FormWords;
  readonly onAnswer: (form: HTMLFormElement) => void;
  readonly onNotSure: () => void;
  /** None on the first question. */
  readonly onBack: (() => void) | undefined;
}

/** One question by itself, with "not sure" beside every answer. Its label is the heading that takes focus. */
export function QuestionStep(props: QuestionStepProps): JSX.Element {
  const { question, number, words, onAnswer, onBack } = props;
  const submit = (event: Event) => {
    event.preventDefault();
    onAnswer(event.currentTarget as HTMLFormElement);
  };
  return h('form', { class: 'check-step', novalidate: true, autocomplete: 'off', onSubmit: submit }, [
    Summary(props),
    h('p', { class: 'form-steps' }, words('question', { number })),
    Asked(props),
    h('div', { class: 'buttons' }, [
      h('button', { class: 'button', type: 'submit' }, words('continue')),
      hasOwnNotSure(question) &&
        h(
          'button',
          { class: 'button button--secondary', type: 'button', onClick: props.onNotSure },
          words('notSureButton'),
        ),
      onBack && h('button', { class: 'button button--quiet', type: 'button', onClick: onBack }, words('back')),
    ]),
  ]);
}

/** Choices hold "not sure" among them; what is typed needs a button. */
const hasOwnNotSure = ({ kind }: CheckerQuestion) => kind !== 'one-of' && kind !== 'some-of';

function Summary({ question, problem, words }: QuestionStepProps): ComponentChildren {
  if (!problem) return null;
  const text = problemText(undefined, problem, words);
  return h(ErrorSummary, { title: words('problemTitle'), problems: [{ href: `#${question.id}`, text }] });
}

function Asked({ question, text, typed, problem, words }: QuestionStepProps): JSX.Element {
  const told = problem && { question: question.id, ...problem };
  if (question.kind === 'date') return h(DateFields, { id: question.id, text, typed, problem: told, words });
  return h(QuestionView, {
    question: asFormQuestion(question),
    text: { ...text, ...('options' in question ? { options: optionWords(question, text, words) } : {}) },
    answer: typed,
    problem: told,
    words: (key, blanks) => words(key === 'why' ? 'whyWeAsk' : key, blanks),
    headed: true,
  });
}

type Asked = Exclude<CheckerQuestion, { readonly kind: 'date' }>;

/** The same question as a form asks it. Here a decimal is typed like pounds. */
function asFormQuestion(question: Asked): Question {
  const { id } = question;
  switch (question.kind) {
    case 'one-of':
      return { id, kind: 'one-of', required: true, options: [...without(question.options), NOT_SURE] };
    case 'some-of':
      return { id, kind: 'some-of', required: true, options: [...without(question.options), NONE_OF_THESE, NOT_SURE] };
    case 'whole-number':
      return { id, kind: 'whole-number', required: true, least: question.least, most: question.most };
    case 'decimal':
    case 'money':
      return { id, kind: 'money', required: true };
    case 'postcode':
      return { id, kind: 'postcode', required: true };
  }
}

const without = (options: readonly string[]) => options.filter((option) => option !== NOT_SURE);

function optionWords(question: CheckerQuestion, text: CheckerQuestionText, words: FormWords) {
  const notSure = words(question.kind === 'some-of' ? 'notSureMore' : 'notSure');
  return { [NONE_OF_THESE]: words('noneOfThese'), [NOT_SURE]: notSure, ...text.options };
}
