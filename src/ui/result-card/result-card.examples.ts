import { h, type JSX } from 'preact';
import type { Entry } from '#core/directory/entry.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { ResultCard } from './result-card.ts';

const texts: { readonly [key: string]: string } = {
  'values.oneKind.group': 'Group',
  'values.oneKind.organisation': 'Organisation',
  'card.example': 'Example',
  'card.ended': 'Has ended',
  'card.next': 'Next: {{when}}',
  'card.when': '{{day}}, {{time}}',
  'card.free': 'Free',
  'card.turn-up': 'Just turn up',
};

const group: Entry = {
  kind: 'group',
  id: 'example',
  name: 'Art on Mondays',
  line: 'Paint and draw together. You do not need to be good at it.',
  alsoCalled: '',
  lang: 'en',
  standing: 'open',
  example: true,
  checked: '2026-11-22',
  next: ['2026-11-30T18:00'],
  facets: { cost: ['free'], join: ['turn-up'] },
};

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'a group with its next day': { entry: group, today: '2026-11-23' },
  'on a page that stands for weeks': { entry: group },
  'an organisation that has ended': {
    entry: { ...group, kind: 'organisation', name: 'A partner', standing: 'ended', example: false, facets: {} },
  },
} satisfies Record<string, { entry: Entry; today?: string }>;

export const draw = (props: { entry: Entry; today?: string }): JSX.Element =>
  h(
    'ul',
    { class: 'results' },
    h(ResultCard, { ...props, language: 'en', say: (key, blanks = {}) => fillIn(texts[key] ?? key, blanks) }),
  );
