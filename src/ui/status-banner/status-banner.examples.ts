/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  waiting: { programme: 'The example service', standing: 'waiting' },
  ended: { programme: 'The example service', standing: 'ended' },
  unknown: { programme: 'The example service', standing: 'unknown' },
  off: { programme: 'The example service', standing: 'off' },
  demonstration: { programme: 'The example service', standing: 'demonstration' },
} as const;
