const none = {
  landline: null,
  otherPhone: null,
  minicom: null,
  textMessage: null,
  email: null,
  post: null,
  address: null,
  web: null,
};

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. Numbers are Ofcom's for drama. */
export const examples = {
  'nothing provided': { programme: 'The example service', contacts: none, hours: [] },
  'all provided': {
    programme: 'The example service',
    contacts: {
      landline: '01632 960 001',
      otherPhone: '01632 960 002',
      minicom: '01632 960 003',
      textMessage: '01632 960 004',
      email: 'hello@example.org',
      post: '1 Example Street, Exampleton',
      address: '1 Example Street, Exampleton',
      web: 'https://example.org/',
    },
    hours: [
      { days: ['mon', 'tue', 'wed', 'thu', 'fri'], opens: '10:00', closes: '16:00' },
      { days: ['sat'], opens: '10:30', closes: '12:00' },
    ],
    hoursNote: 'Evenings if you ask.',
  },
} as const;
