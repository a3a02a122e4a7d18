import { h, type JSX } from 'preact';
import { Button, type ButtonProps } from './button.ts';

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  first: { text: 'Send' },
  secondary: { text: 'Save to a file', kind: 'secondary' },
  quiet: { text: 'Back', kind: 'quiet' },
  'as a link': { text: 'Ask for help', href: '/en/services/' },
  'not ready': { text: 'Send', disabled: true },
  'long text': { text: 'Fill in a form to ask for help with finding or changing work in Southwark' },
} satisfies Record<string, ButtonProps>;

export const draw = (props: ButtonProps): JSX.Element => h(Button, props);
