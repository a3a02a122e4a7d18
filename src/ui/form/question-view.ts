import { type ComponentChildren, h, type JSX } from 'preact';
import type { Answer } from '#core/criteria/criterion.ts';
import { partsOf, toParts } from '#core/date-parts.ts';
import type { Question, QuestionKind, QuestionText } from '#core/forms/definition.ts';
import type { Problem } from '#core/forms/tree.ts';
import { problemText } from '#i18n/problem-text.ts';
import type { FormWords } from './form-words.ts';

export interface QuestionViewProps {
  readonly question: Question;
  readonly text: QuestionText;
  readonly answer: Answer | undefined;
  readonly problem: Problem | undefined;
  readonly words: FormWords;
  /** The question is a heading too: where it is the only one on the screen. */
  readonly headed?: boolean;
}

/**
 * One question: a label or legend, hint, "why we ask" and its control, tied together for assistive technology.
 * The control's `name` is the question's id; its problem is read out with it.
 */
export function QuestionView(props: QuestionViewProps): JSX.Element {
  const { question } = props;
  const { isGroup, draw } = VIEWS[question.kind];
  const attributes = {
    class: props.problem ? 'question question--problem' : 'question',
    id: `q-${question.id}`,
    'data-question': question.id,
  };
  if (!isGroup) return h('div', attributes, draw(props));
  // No aria-invalid here: ARIA allows it on neither fieldset nor radio. The problem text is part of the legend's group.
  return h('fieldset', { ...attributes, 'aria-describedby': describedBy(props) }, draw(props));
}

interface View {
  /** Several controls, held together by a fieldset and its legend. */
  readonly isGroup?: boolean;
  readonly draw: (props: QuestionViewProps) => ComponentChildren;
}

/** How each kind of question is drawn (core/forms/kinds has the rest of a kind). */
const VIEWS: { readonly [kind in QuestionKind]: View } = {
  text: { draw: Field },
  'long-text': { draw: Field },
  'one-of': { isGroup: true, draw: (props) => Choices(props, 'choices') },
  'some-of': { isGroup: true, draw: (props) => Choices(props, 'choices') },
  scale: { isGroup: true, draw: (props) => Choices(props, 'choices choices--scale') },
  'whole-number': { draw: Field },
  money: { draw: Field },
  date: { isGroup: true, draw: DateParts },
  postcode: { draw: Field },
  telephone: { draw: Field },
  email: { draw: Field },
  tick: { draw: Tick },
};

function Field(props: QuestionViewProps): ComponentChildren {
  const { question, answer } = props;
  const shared = {
    id: question.id,
    name: question.id,
    'aria-describedby': describedBy(props),
    'aria-required': question.required ? 'true' : undefined,
    'aria-invalid': props.problem ? 'true' : undefined,
    autocomplete: question.autocomplete ?? 'off',
  };
  const value = typeof answer === 'string' ? answer : '';
  const control =
    question.kind === 'long-text'
      ? h('textarea', { ...shared, class: 'textarea', rows: 5, dir: 'auto', 'data-limit': question.maxLength }, value)
      : h('input', { ...shared, ...inputOf(question), value: value || undefined });
  return [LabelOfField(props), ...notesOf(props), control];
}

/** Keyboard, direction and width of a one-line control. Never `type=number`: it changes values on scroll. */
function inputOf(question: Question): { readonly [name: string]: string } {
  switch (question.kind) {
    case 'email':
      return { class: 'input', type: 'email', dir: 'ltr', spellcheck: 'false' };
    case 'telephone':
      return { class: 'input input--short', type: 'tel', dir: 'ltr' };
    case 'postcode':
      return { class: 'input input--short', type: 'text', dir: 'ltr', spellcheck: 'false' };
    case 'whole-number':
      return { class: 'input input--short', type: 'text', inputmode: 'numeric', dir: 'ltr' };
    case 'money':
      return { class: 'input input--short', type: 'text', inputmode: 'decimal', dir: 'ltr' };
    default:
      return { class: 'input', type: 'text', dir: 'auto' };
  }
}

function Choices(props: QuestionViewProps, className: string): ComponentChildren {
  const { question, text, answer } = props;
  if (!('options' in question)) return null;
  const type = question.kind === 'some-of' ? 'checkbox' : 'radio';
  const chosen = typeof answer === 'string' ? [answer] : (answer ?? []);
  const choice = (option: string, place: number) =>
    h('label', { class: 'choice' }, [
      // The first control takes the question's id, so that the problem list leads to something that takes focus.
      h('input', {
        type,
        id: place === 0 ? question.id : undefined,
        name: question.id,
        value: option,
        checked: chosen.includes(option),
      }),
      h('span', null, text.options?.[option] ?? option),
    ]);
  return [LegendOf(props), ...notesOf(props), h('div', { class: className }, question.options.map(choice))];
}

/** A date in numbers: whoever knows it types it, and no calendar has to be worked by keyboard. */
function DateParts(props: QuestionViewProps): ComponentChildren {
  const { question, answer, problem, words } = props;
  if (question.kind !== 'date') return null;
  const typed = typeof answer === 'string' ? toParts(answer) : [];
  const part = (name: string, place: number) => {
    // The first control takes the question's id, so that the problem list leads to something that takes focus.
    const id = place === 0 ? question.id : `${question.id}-${name}`;
    return h('div', null, [
      h('label', { for: id }, words(name)),
      h('input', {
        class: 'input',
        id,
        name: `${question.id}-${name}`,
        type: 'text',
        inputmode: 'numeric',
        autocomplete: question.autocomplete ? `${question.autocomplete}-${name}` : 'off',
        dir: 'ltr',
        value: typed[place] || undefined,
        'aria-invalid': problem ? 'true' : undefined,
      }),
    ]);
  };
  return [LegendOf(props), ...notesOf(props), h('div', { class: 'date' }, partsOf(question.parts).map(part))];
}

function LegendOf(props: QuestionViewProps): JSX.Element {
  return h('legend', { class: 'question__label' }, props.headed ? h('h2', null, props.text.label) : labelOf(props));
}

function Tick(props: QuestionViewProps): ComponentChildren {
  const { question, answer } = props;
  return [
    ...notesOf(props),
    h('label', { class: 'choice' }, [
      h('input', {
        type: 'checkbox',
        id: question.id,
        name: question.id,
        value: 'yes',
        checked: answer === 'yes',
        'aria-required': question.required ? 'true' : undefined,
        'aria-invalid': props.problem ? 'true' : undefined,
        'aria-describedby': describedBy(props),
      }),
      h('span', { 'data-label': '' }, labelOf(props)),
    ]),
  ];
}

// A heading may hold a label, but no label a heading.
function LabelOfField({ headed, ...props }: QuestionViewProps): JSX.Element {
  const { question, text } = props;
  if (headed) return h('h2', { class: 'question__label' }, h('label', { for: question.id }, text.label));
  return h('label', { class: 'question__label', for: question.id }, labelOf(props));
}

function labelOf({ question, text, words }: QuestionViewProps): ComponentChildren {
  if (question.required) return text.label;
  return [text.label, ' ', h('span', { class: 'question__optional' }, words('optional'))];
}

function notesOf({ question, text, problem, words }: QuestionViewProps): readonly ComponentChildren[] {
  return [
    question.when && h('p', { class: 'question__hint when-note' }, words('onlyIfItFitsQuestion')),
    text.hint && h('p', { class: 'question__hint', id: `${question.id}-hint` }, text.hint),
    text.why && h('details', { class: 'question__why' }, [h('summary', null, words('why')), h('p', null, text.why)]),
    problem &&
      h('p', { class: 'question__problem', id: `${question.id}-problem` }, [
        h('span', { class: 'visually-hidden' }, [words('problemMark'), ' ']),
        problemText(text.problems, problem, words),
      ]),
  ];
}

function describedBy({ question, text, problem }: QuestionViewProps): string | undefined {
  const ids = [text.hint && `${question.id}-hint`, problem && `${question.id}-problem`].filter(Boolean);
  return ids.length > 0 ? ids.join(' ') : undefined;
}
