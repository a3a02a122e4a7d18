import fc from 'fast-check';
import type { ListedSession, Listing } from '#core/directory/oruk/listing.ts';

/** A listing with something in every field. */
export const whole: Listing = {
  id: '11111111-1111-8111-a111-111111111111',
  name: 'Monday talking group',
  about: ['People meet and talk.', 'Tea is there.'],
  whoFor: ['You live in Derby.'],
  howToGetIn: ['Just come.'],
  status: 'open',
  checkedOn: '2026-11-02',
  ages: { from: 18, to: 25 },
  telephones: [{ number: '01632 960 101', kind: 'voice', note: 'Mornings.' }],
  email: 'hello@friends.example',
  web: 'https://friends.example/group',
  costs: [{ pence: 250, words: 'for tea' }],
  alert: 'The door is round the back.',
  languages: [{ code: 'pl', name: 'Polish' }],
  organisation: {
    id: '22222222-2222-8222-a222-222222222222',
    name: 'Friends',
    about: 'They run groups.',
    email: 'hello@friends.example',
    web: 'https://friends.example/',
    parent: '33333333-3333-8333-a333-333333333333',
  },
  terms: [
    {
      id: '44444444-4444-8444-a444-444444444444',
      name: 'Mental health',
      about: 'Feeling well.',
      parent: '55555555-5555-8555-a555-555555555555',
      taxonomy: 'topics',
    },
  ],
  areas: ['Derby'],
  sites: [
    {
      id: '66666666-6666-8666-a666-666666666666',
      kind: 'physical',
      name: 'The hall',
      about: 'Behind the church.',
      address: { street: '1 High Street', town: 'Derby', county: 'England', postcode: 'DE1 1AA' },
      access: ['Step free: yes'],
    },
  ],
  sessions: [
    {
      id: 'weekly',
      starts: '2026-09-07T18:00',
      minutes: 90,
      rule: 'FREQ=WEEKLY;BYDAY=MO',
      mode: 'in-person',
      site: '66666666-6666-8666-a666-666666666666',
      validFrom: '2026-09-01',
      validTo: '2027-08-31',
      notes: ['Cancelled on 2026-12-28.'],
    },
  ],
  times: [],
};

/** A UUID-like name for tests: the same for the same name. */
export function naming(name: string): string {
  let number = 7n;
  for (const letter of name) number = (number * 1_000_003n + BigInt(letter.codePointAt(0) ?? 0)) % (1n << 120n);
  const hex = number.toString(16).padStart(30, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(12, 15)}-a${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
}

const word = fc.stringMatching(/^[A-Za-zŁąéß][a-zA-Z0-9 ]{0,18}[a-z]$/).map((text) => text.replace(/ +/g, ' '));
const some = fc.array(word, { maxLength: 3 });
const day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const rule = fc.constantFrom(
  'FREQ=WEEKLY;BYDAY=MO',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH',
  'FREQ=MONTHLY;BYDAY=2TU,4TU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY;BYMONTHDAY=1,15',
  'FREQ=WEEKLY;BYDAY=MO;COUNT=8',
  'FREQ=WEEKLY;BYDAY=MO;UNTIL=20271231',
);
const session: fc.Arbitrary<ListedSession> = fc
  .record({
    on: day,
    hour: fc.integer({ min: 7, max: 20 }),
    minutes: fc.integer({ min: 15, max: 180 }),
    rule,
    notes: some,
  })
  .map(({ on, hour, minutes, rule, notes }) => ({
    id: 'one',
    starts: `${on}T${String(hour).padStart(2, '0')}:30`,
    minutes,
    rule,
    mode: 'online',
    notes,
  }));

/** Any listing that the standard can say whole. */
export const anyListing: fc.Arbitrary<Listing> = fc
  .record({
    name: word,
    about: some,
    whoFor: some,
    howToGetIn: some,
    status: fc.constantFrom('open', 'waiting', 'ended', 'unknown'),
    pence: fc.integer({ min: 0, max: 10_000 }),
    from: fc.integer({ min: 0, max: 100 }),
    areas: some,
    sessions: fc.array(session, { maxLength: 1 }),
    checkedOn: day,
  })
  .map(({ pence, from, ...rest }) => ({ ...whole, ...rest, ages: { from }, costs: [{ pence }], sites: [] }));
