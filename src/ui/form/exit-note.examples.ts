import { h, type JSX } from 'preact';
import { ExitNote, type ExitNoteProps } from './exit-note.ts';

const page = {
  id: 'not-agreed',
  exit: true,
  questions: [],
  links: [{ href: '/help-now/' }, { href: '/services/' }],
} as const;

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples: { readonly [name: string]: ExitNoteProps } = {
  'they do not agree': {
    form: {
      id: 'example',
      system: 'example',
      kind: 'submission',
      audience: 'professional',
      promise: 'none',
      privacyNotice: 'example-1',
      crisisPanel: false,
      routes: [{ recipient: 'example' }],
      pages: [page],
    },
    page,
    text: {
      title: 'An example form',
      intro: [],
      recipients: { example: 'the example team' },
      pages: {
        'not-agreed': {
          title: 'Ask them first',
          body: ['You cannot send this form until the person agrees.'],
          links: ['Get help now', 'All services'],
        },
      },
      questions: {},
    },
    language: 'en',
    answers: {},
    words: (key) => (key === 'opensNewTab' ? '(opens in a new tab)' : 'Nothing was sent. Your answers are below.'),
  },
};

export const draw = (props: ExitNoteProps): JSX.Element => h(ExitNote, props);
