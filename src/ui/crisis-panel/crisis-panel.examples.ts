/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'in English': {
    lang: 'en',
    numbers: [
      { id: 'danger', telephone: '999' },
      { id: 'urgent', telephone: '111' },
    ],
  },
} as const;
