import type { StatusProps } from './submission-status.ts';

type Example = Omit<StatusProps, 'words' | 'language'>;

const now = Date.UTC(2026, 3, 2, 9, 0);
const reference = '7KFM-2PQX';
const team = 'the Network Coordinator at the Southwark Works hub';

/** Every state worth seeing. The gallery draws them; the tests and axe walk them. */
export const examples = {
  saved: { status: { state: 'saved' }, reference, promise: 'derby', now },
  'saved, no signal': {
    status: { state: 'saved', problem: 'noConnection', tryAgainAt: now + 4 * 60_000 },
    reference,
    promise: 'none',
    now,
  },
  'sent, with Derby dates': {
    status: {
      state: 'sent',
      receivedAt: '2026-04-02T10:00:00+01:00',
      respondBy: '2026-04-09',
      seenBy: '2026-04-15',
    },
    reference,
    promise: 'derby',
    now,
  },
  'sent, with a day to reply': {
    status: { state: 'sent', receivedAt: '2026-04-02T10:00:00+01:00', respondBy: '2026-04-09' },
    reference,
    promise: 'derby-reply',
    now,
  },
  'sent, no reply time': {
    status: { state: 'sent', receivedAt: '2026-04-02T10:00:00+01:00' },
    reference,
    promise: 'none',
    team,
    contact: { text: 'Southwark Works', href: '/en/services/swk-hub/' },
    now,
  },
  'sent, with no name': {
    status: { state: 'sent', receivedAt: '2026-04-02T10:00:00+01:00' },
    reference,
    promise: 'anonymous',
    team,
    contact: { text: 'Southwark Works', href: '/en/services/swk-hub/' },
    now,
  },
  'equality answers sent': { status: { state: 'sent', receivedAt: '2026-04' }, promise: 'none', now },
  'survey answers sent': { status: { state: 'sent', receivedAt: '2026-04' }, promise: 'anonymous', now },
  'needs attention': {
    status: { state: 'needs-attention', problem: 'unknownFormVersion' },
    reference,
    promise: 'none',
    now,
  },
} satisfies Record<string, Example>;
