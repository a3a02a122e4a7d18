/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  'on working days': { days: ['mon', 'tue', 'wed', 'thu', 'fri'], holidays: [] },
} as const;
