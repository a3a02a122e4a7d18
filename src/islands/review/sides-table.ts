import { type ComponentChild, h } from 'preact';

interface SidesTableProps {
  /** The id of what the table is called by. */
  readonly labelledBy: string;
  readonly heads: { readonly what: string; readonly before: string; readonly after: string };
  readonly rows: readonly {
    readonly label: string;
    readonly before: ComponentChild;
    readonly after: ComponentChild;
  }[];
}

/** Things with two sides, side by side. Narrow screens scroll the table by itself. */
export function SidesTable({ labelledBy, heads, rows }: SidesTableProps): ComponentChild {
  return h(
    'div',
    { class: 'scroll', role: 'region', 'aria-labelledby': labelledBy, tabIndex: 0 },
    h('table', { class: 'review-sides', 'aria-labelledby': labelledBy }, [
      h('thead', null, [
        h('tr', null, [
          h('th', { scope: 'col' }, heads.what),
          h('th', { scope: 'col' }, heads.before),
          h('th', { scope: 'col' }, heads.after),
        ]),
      ]),
      h(
        'tbody',
        null,
        rows.map(({ label, before, after }) =>
          h('tr', null, [
            h('th', { scope: 'row' }, label),
            h('td', { 'data-side': 'before' }, before),
            h('td', { 'data-side': 'after' }, after),
          ]),
        ),
      ),
    ]),
  );
}
