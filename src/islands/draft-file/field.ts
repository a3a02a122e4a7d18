import { type ComponentChild, type ComponentChildren, h, type Ref } from 'preact';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  /** What to do about what was typed. */
  readonly problem?: string | undefined;
  readonly control: Readonly<Record<string, unknown>>;
  readonly controlRef: Ref<HTMLInputElement>;
}

/** A labelled box outside the form itself, with hint and problem read out with it. Its name is never posted. */
export function Field({ id, label, hint, problem, control, controlRef }: FieldProps): ComponentChild {
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  const children: ComponentChildren = [
    h('label', { class: 'question__label', for: id }, label),
    hint && h('p', { class: 'question__hint', id: `${id}-hint` }, hint),
    problem && h('p', { class: 'question__problem', id: `${id}-problem` }, problem),
    h('input', {
      class: 'input',
      id,
      ref: controlRef,
      'aria-describedby': described || undefined,
      'aria-invalid': problem ? 'true' : undefined,
      ...control,
    }),
  ];
  return h('div', { class: problem ? 'question question--problem' : 'question' }, children);
}

/** What the box of a passphrase is: any characters, read by password managers, and never spelt or corrected. */
export function passphraseControl(isShown: boolean, autocomplete: 'new-password' | 'current-password') {
  return {
    type: isShown ? 'text' : 'password',
    autocomplete,
    dir: 'auto',
    autocapitalize: 'off',
    spellcheck: false,
  } as const;
}

interface ShowProps {
  readonly label: string;
  readonly isShown: boolean;
  readonly onChange: (isShown: boolean) => void;
}

/** Shows what is typed: whoever is alone types a long passphrase better when they see it. */
export function ShowPassphrase({ label, isShown, onChange }: ShowProps): ComponentChild {
  return h(
    'p',
    null,
    h('label', { class: 'choice choice--small' }, [
      h('input', {
        type: 'checkbox',
        checked: isShown,
        onChange: (event: Event) => onChange((event.currentTarget as HTMLInputElement).checked),
      }),
      h('span', null, label),
    ]),
  );
}
