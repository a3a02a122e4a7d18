import { h, type JSX } from 'preact';

export interface SummaryRow {
  readonly name: string;
  readonly lines: readonly string[];
  readonly change?: {
    readonly text: string;
    /** What a voice says: "Change: your name". */
    readonly spoken: string;
    readonly go: () => void;
  };
}

/** Names and what was said to each, for reading over before sending. Each "change" says what it changes. */
export function SummaryList({ rows }: { readonly rows: readonly SummaryRow[] }): JSX.Element {
  return h(
    'dl',
    { class: 'summary-list' },
    rows.map(({ name, lines, change }) =>
      h('div', { class: 'summary-list__row' }, [
        h('dt', null, name),
        // In its own direction, at the page's side: a number alone would else change sides in Arabic.
        ...lines.map((line) => h('dd', null, h('bdi', null, line))),
        change &&
          h('dd', { class: 'summary-list__change' }, [
            h(
              'button',
              { class: 'button button--quiet', type: 'button', 'aria-label': change.spoken, onClick: change.go },
              change.text,
            ),
          ]),
      ]),
    ),
  );
}
