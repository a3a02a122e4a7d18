import { h, type JSX } from 'preact';
import { SummaryList, type SummaryRow } from './summary-list.ts';

type Props = { readonly rows: readonly SummaryRow[] };
const change = (name: string) => ({ text: 'Change', spoken: `Change: ${name}`, go: () => undefined });

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'answers to change': {
    rows: [
      { name: 'Your name', lines: ['Ada Example'], change: change('Your name') },
      {
        name: 'What would you like help with?',
        lines: ['Meeting others', 'Learning about my mental health'],
        change: change('What would you like help with?'),
      },
      {
        name: 'Anything else?',
        lines: ['averyveryverylongwordthatdoesnotfitonthelineofasmalltelephoneandmustbreak'],
        change: change('Anything else?'),
      },
    ],
  },
  'to read only': { rows: [{ name: 'Reference', lines: ['7KFM-2PQX'] }] },
} satisfies Record<string, Props>;

export const draw = (props: Props): JSX.Element => h(SummaryList, props);
