import { h, type JSX } from 'preact';
import { ErrorSummary, type ErrorSummaryProps } from './error-summary.ts';

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'one problem': { title: 'Check this answer', problems: [{ href: '#example-name', text: 'Enter your name' }] },
  'three problems': {
    title: 'Check these answers',
    problems: [
      { href: '#example-name', text: 'Enter your name' },
      { href: '#example-phone', text: 'Enter a phone number, like 01632 960 001' },
      { href: '#example-area', text: 'Choose where you live' },
    ],
  },
} satisfies Record<string, ErrorSummaryProps>;

export const draw = (props: ErrorSummaryProps): JSX.Element => h(ErrorSummary, props);
