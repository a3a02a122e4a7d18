import { type ComponentChild, type ComponentChildren, h } from 'preact';
import type { Sayer } from '#i18n/words.ts';
import { say } from './say.ts';
import type { Typed } from './typed.ts';

interface Named {
  /** The name of its value, and the last part of its id. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Whether it is asked, by what was said so far. */
  readonly asked?: (typed: Typed) => boolean;
}

/** A question of an organiser's form. */
export type FieldSpec = Named &
  (
    | { readonly kind: 'line' | 'long'; readonly lang?: string }
    | { readonly kind: 'date' | 'time' | 'money' | 'number' | 'tick' }
    | { readonly kind: 'passphrase'; readonly isNew: boolean }
    | { readonly kind: 'code' | 'name' }
    | { readonly kind: 'choice' | 'list'; readonly options: readonly (readonly [value: string, label: string])[] }
  );

interface FieldProps {
  readonly field: FieldSpec;
  /** The id of the form: ids are unique on the page. */
  readonly form: string;
  readonly value: string;
  readonly problem: string | undefined;
  readonly sayer: Sayer;
  readonly onTyped: (value: string) => void;
}

/** A question with its hint, its problem and its control, read out together. */
export function Field(props: FieldProps): ComponentChild {
  const { field, form, problem } = props;
  const id = fieldId(form, field.name);
  const className = problem ? 'question question--problem' : 'question';
  if (field.kind === 'choice') {
    return h('fieldset', { class: className, id: `${id}-set`, 'aria-describedby': describedBy(props) }, [
      h('legend', { class: 'question__label' }, field.label),
      ...notes(props),
      h(
        'div',
        { class: 'choices' },
        field.options.map(([value, label], place) =>
          h('label', { class: 'choice', key: value }, [
            h('input', {
              type: 'radio',
              id: place === 0 ? id : undefined,
              name: id,
              value,
              checked: props.value === value,
              onChange: () => props.onTyped(value),
            }),
            h('span', null, label),
          ]),
        ),
      ),
    ]);
  }
  if (field.kind === 'tick') {
    return h('div', { class: className }, [
      h('label', { class: 'choice' }, [
        h('input', {
          type: 'checkbox',
          id,
          checked: props.value === 'yes',
          onChange: (event: Event) => props.onTyped((event.currentTarget as HTMLInputElement).checked ? 'yes' : ''),
        }),
        h('span', null, field.label),
      ]),
    ]);
  }
  return h('div', { class: className }, [
    h('label', { class: 'question__label', for: id }, field.label),
    ...notes(props),
    control(props, id),
  ]);
}

/** The id of a question's control: where its problem's link leads. */
export function fieldId(form: string, name: string): string {
  return `${form}-${name}`;
}

function control(props: FieldProps, id: string): ComponentChild {
  const { field, value, problem, onTyped } = props;
  const shared = {
    id,
    value,
    'aria-describedby': describedBy(props),
    'aria-invalid': problem ? 'true' : undefined,
    autocomplete: 'off',
    onInput: (event: Event) => onTyped((event.currentTarget as HTMLInputElement).value),
  };
  switch (field.kind) {
    case 'long':
      return h('textarea', { ...shared, class: 'textarea', rows: 4, dir: 'auto', lang: field.lang });
    case 'line':
      return h('input', { ...shared, class: 'input', type: 'text', dir: 'auto', lang: field.lang });
    case 'name':
      return h('input', { ...shared, class: 'input', type: 'text', dir: 'auto', autocomplete: 'username' });
    case 'code':
      return h('input', {
        ...shared,
        class: 'input input--short',
        type: 'text',
        dir: 'ltr',
        autocapitalize: 'characters',
        spellcheck: false,
      });
    case 'passphrase':
      return h('input', {
        ...shared,
        class: 'input',
        type: 'password',
        dir: 'auto',
        autocomplete: field.isNew ? 'new-password' : 'current-password',
      });
    case 'date':
    case 'time':
      // The telephone's own wheel or calendar; by keyboard the parts are typed.
      return h('input', { ...shared, class: 'input input--short', type: field.kind });
    case 'money':
      return h('input', { ...shared, class: 'input input--short', type: 'text', inputmode: 'decimal', dir: 'ltr' });
    case 'number':
      return h('input', { ...shared, class: 'input input--short', type: 'text', inputmode: 'numeric', dir: 'ltr' });
    case 'list':
      return h('select', { ...shared, class: 'input', onChange: shared.onInput }, [
        ...field.options.map(([option, label]) => h('option', { value: option, selected: option === value }, label)),
      ]);
    default:
      return null;
  }
}

function notes({ field, form, problem, sayer }: FieldProps): readonly ComponentChildren[] {
  const id = fieldId(form, field.name);
  return [
    field.hint && h('p', { class: 'question__hint', id: `${id}-hint` }, field.hint),
    problem &&
      h('p', { class: 'question__problem', id: `${id}-problem` }, [
        h('span', { class: 'visually-hidden' }, `${say(sayer, 'form.mark')} `),
        problem,
      ]),
  ];
}

function describedBy({ field, form, problem }: FieldProps): string | undefined {
  const id = fieldId(form, field.name);
  return [field.hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ') || undefined;
}
