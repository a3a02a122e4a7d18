import { h, type JSX } from 'preact';

export interface ErrorSummaryProps {
  readonly title: string;
  /** What to put right, each with the address of its control: `#phone`. */
  readonly problems: readonly { readonly href: string; readonly text: string }[];
}

/** All problems in one place, each a link to its control. It can take focus, and is then read out whole (G3). */
export function ErrorSummary({ title, problems }: ErrorSummaryProps): JSX.Element {
  return h('div', { class: 'error-summary', role: 'group', tabIndex: -1, 'aria-labelledby': 'error-summary-title' }, [
    h('h2', { id: 'error-summary-title' }, title),
    h(
      'ul',
      null,
      problems.map(({ href, text }) => h('li', null, h('a', { href }, text))),
    ),
  ]);
}
