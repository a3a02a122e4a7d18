import { h, type JSX } from 'preact';
import type { Answer } from '#core/criteria/criterion.ts';
import { DATE_PARTS, type DatePart, toParts } from '#core/date-parts.ts';
import type { CheckerQuestionText } from '#core/eligibility/text.ts';
import { problemText } from '#i18n/problem-text.ts';
import type { FormWords } from '../form/form-words.ts';

export interface DateFieldsProps {
  readonly id: string;
  readonly text: CheckerQuestionText;
  /** `2026-03-27`, or what was typed: `27/3/26`. */
  readonly typed: Answer | undefined;
  readonly problem: { readonly code: string; readonly params: { readonly [name: string]: number } } | undefined;
  readonly words: FormWords;
}

/** A date in three numbers: whoever knows it types it, and no calendar has to be worked by keyboard. */
export function DateFields({ id, text, typed, problem, words }: DateFieldsProps): JSX.Element {
  const values = typeof typed === 'string' ? toParts(typed) : [];
  const described = [text.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const part = (name: DatePart, place: number) =>
    h('div', null, [
      h('label', { for: place === 0 ? id : `${id}-${name}` }, words(name)),
      h('input', {
        class: 'input',
        id: place === 0 ? id : `${id}-${name}`,
        name: `${id}-${name}`,
        type: 'text',
        inputmode: 'numeric',
        dir: 'ltr',
        value: values[place],
        'aria-invalid': problem ? 'true' : undefined,
      }),
    ]);
  return h(
    'fieldset',
    {
      class: problem ? 'question question--problem' : 'question',
      'data-question': id,
      'aria-describedby': described || undefined,
    },
    [
      h('legend', { class: 'question__label' }, h('h2', null, text.label)),
      text.hint && h('p', { class: 'question__hint', id: `${id}-hint` }, text.hint),
      text.why &&
        h('details', { class: 'question__why' }, [h('summary', null, words('whyWeAsk')), h('p', null, text.why)]),
      problem &&
        h('p', { class: 'question__problem', id: `${id}-problem` }, [
          h('span', { class: 'visually-hidden' }, [words('problemMark'), ' ']),
          problemText(undefined, problem, words),
        ]),
      h('div', { class: 'date' }, DATE_PARTS.map(part)),
    ],
  );
}
