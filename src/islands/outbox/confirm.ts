import { type ComponentChild, Fragment, h } from 'preact';
import { useState } from 'preact/hooks';

interface ConfirmProps {
  readonly label: string;
  /** What the button is about, for those who hear buttons without their surroundings. */
  readonly what?: string;
  readonly questions: readonly string[];
  readonly yes: string;
  readonly no: string;
  readonly onYes: () => void;
}

/**
 * A button that asks before it acts: the question opens under it and stays in the reading order; the button keeps
 * focus and says that something is open. Closing puts everything back.
 */
export function Confirm({ label, what, questions, yes, no, onYes }: ConfirmProps): ComponentChild {
  const [isAsking, ask] = useState(false);
  const button = h(
    'button',
    {
      type: 'button',
      class: 'button button--secondary',
      'aria-expanded': isAsking,
      'aria-label': what,
      onClick: () => ask(!isAsking),
    },
    label,
  );
  if (!isAsking) return button;
  return h(
    Fragment,
    null,
    button,
    h(
      'div',
      { class: 'notice notice--warning', 'data-confirm': true },
      questions.map((question) => h('p', null, question)),
      h(
        'p',
        { class: 'buttons' },
        h('button', { type: 'button', class: 'button', 'data-action': 'confirm', onClick: onYes }, yes),
        h('button', { type: 'button', class: 'button button--secondary', onClick: () => ask(false) }, no),
      ),
    ),
  );
}
