/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  plain: {
    title: 'Help with work and mental health',
    href: '/en/services/',
    text: 'For people who want to find or keep work.',
  },
  'start here': {
    title: 'The hub',
    href: '/en/services/',
    text: 'Come in or send a form.',
    tag: 'Start here',
    first: true,
  },
  'in another language': {
    title: 'Pomoc w pracy',
    href: '/pl/services/',
    text: 'Dla osób szukających pracy.',
    lang: 'pl',
  },
};
