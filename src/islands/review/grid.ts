import { type ComponentChild, h } from 'preact';

export interface Cell {
  /** Nothing meets there: said in words, and marked. */
  readonly isGap: boolean;
  readonly content: ComponentChild;
}

interface GridProps {
  readonly id: string;
  readonly caption: string;
  /** What the rows are. */
  readonly corner: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly Cell[] }[];
}

/** A table with real headers, which scrolls in itself where it is wider than the page (G5). */
export function Grid({ id, caption, corner, columns, rows }: GridProps): ComponentChild {
  return h(
    'div',
    { class: 'scroll review-grid', role: 'region', 'aria-labelledby': `${id}-caption`, tabIndex: 0 },
    h('table', { class: 'week', id }, [
      h('caption', { id: `${id}-caption` }, h('span', null, caption)),
      h(
        'thead',
        null,
        h('tr', null, [
          h('th', { scope: 'col' }, corner),
          columns.map((name) => h('th', { scope: 'col', key: name }, name)),
        ]),
      ),
      h(
        'tbody',
        null,
        rows.map(({ name, cells }) =>
          h('tr', { key: name }, [
            h('th', { scope: 'row' }, name),
            cells.map(({ isGap, content }) =>
              h('td', { class: isGap ? 'review-gap' : undefined, 'data-gap': isGap ? true : undefined }, content),
            ),
          ]),
        ),
      ),
    ]),
  );
}
