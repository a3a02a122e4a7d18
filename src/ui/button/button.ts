import { h, type JSX } from 'preact';

export interface ButtonProps {
  readonly text: string;
  /** The one thing to do next is plain; others step back. */
  readonly kind?: 'first' | 'secondary' | 'quiet';
  /** An address makes it a link: it goes somewhere, it does nothing. */
  readonly href?: string;
  readonly disabled?: boolean;
  readonly onPress?: () => void;
}

/** A link that looks like a button is still a link to voices and keys; a button is a button. Both are 52 px high. */
export function Button({ text, kind = 'first', href, disabled, onPress }: ButtonProps): JSX.Element {
  const name = kind === 'first' ? 'button' : `button button--${kind}`;
  if (href !== undefined) return h('a', { class: name, href }, text);
  return h('button', { class: name, type: 'button', disabled, onClick: onPress }, text);
}
