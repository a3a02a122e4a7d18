import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

const TOPICS = [
  'mental-health',
  'housing',
  'money-and-debt',
  'benefits',
  'work',
  'learning',
  'carers',
  'family',
  'friends-and-community',
];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const FIRST_MONDAY = Date.UTC(2026, 8, 7);
const WORDS =
  'art walk tea music garden talk help debt home work learn food family carer sport book quiet new open local young older friends advice support group class step plan care'.split(
    ' ',
  );

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

type Chance = () => number;
const pick = <One>(chance: Chance, list: readonly One[]): One => list[Math.floor(chance() * list.length)] as One;
const sentence = (chance: Chance, words: number) => {
  const text = Array.from({ length: words }, () => pick(chance, WORDS)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};
const title = (chance: Chance, number: number) => `${sentence(chance, 3).replace('.', '')} ${number}`;

/** Adds made-up services and groups to a copy of the project, below Derby and Southwark Works by turns. */
export function addThings(project: string, services: number, groups: number, seed = 1): void {
  const chance = seeded(seed);
  const programmes = ['derby', 'southwark-works'];
  const lists: Record<string, string[]> = { derby: [], 'southwark-works': [] };
  for (let n = 0; n < services; n += 1) {
    const programme = programmes[n % 2] ?? 'derby';
    lists[programme]?.push(`bench-${n}`);
    write(project, `services/bench-${n}`, 'service.yaml', aService(chance, n, programme), aServiceText(chance, n));
  }
  for (let n = 0; n < groups; n += 1) {
    write(project, `groups/bench-${n}`, 'group.yaml', aGroup(chance, n), aGroupText(chance, n));
  }
  for (const programme of programmes) {
    const file = join(project, 'content/programmes', programme, 'programme.yaml');
    const facts = parse(readFileSync(file, 'utf8'));
    writeFileSync(file, stringify({ ...facts, services: [...facts.services, ...(lists[programme] ?? [])] }));
  }
}

function write(project: string, folder: string, name: string, facts: object, text: object): void {
  const path = join(project, 'content', folder);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, name), stringify(facts));
  writeFileSync(join(path, 'text.en.yaml'), stringify(text));
}

const standing = {
  status: 'open',
  validFrom: null,
  validTo: null,
  lastChecked: '2026-11-22',
  source: 'Made up for measuring',
};

function aService(chance: Chance, n: number, programme: string): object {
  return {
    id: `bench-${n}`,
    programme,
    kind: 'element',
    ...standing,
    ages: { from: 18 },
    howToGetIn: ['self'],
    form: null,
    needsDocuments: false,
    cost: 'free',
    related: [],
    crisisPanel: false,
    topics: [pick(chance, TOPICS)],
  };
}

function aServiceText(chance: Chance, n: number): object {
  return {
    name: title(chance, n),
    oneLine: sentence(chance, 10),
    whoFor: [sentence(chance, 8), sentence(chance, 8)],
    offer: [sentence(chance, 10), sentence(chance, 10), sentence(chance, 10)],
    howToGetIn: [sentence(chance, 8)],
    goodToKnow: [sentence(chance, 12)],
    nextSteps: [
      { text: 'See all services', href: '/services/' },
      { text: 'Get help now', href: '/help-now/' },
    ],
  };
}

function aGroup(chance: Chance, n: number): object {
  const weekday = Math.floor(chance() * DAYS.length);
  const first = new Date(FIRST_MONDAY + weekday * 86_400_000).toISOString().slice(0, 10);
  const hour = String(9 + Math.floor(chance() * 11)).padStart(2, '0');
  return {
    id: `bench-${n}`,
    kind: 'mutual-support',
    programme: 'derby',
    topics: [pick(chance, TOPICS)],
    audience: ['everyone'],
    area: 'derby',
    runBy: 'volunteer',
    organiser: 'example-friends-derby',
    groupStatus: 'active',
    ageFrom: 18,
    ageTo: null,
    carersWelcome: 'yes',
    newPeople: 'turn-up',
    languages: ['en'],
    bsl: 'ask',
    cost: { kind: 'free' },
    bringSomeone: 'yes',
    onBankHolidays: 'no',
    lastConfirmed: '2026-11-02',
    nextReviewDue: '2027-02-01',
    sequence: 0,
    sessions: [
      {
        id: 'main',
        mode: 'in-person',
        place: 'example-house',
        starts: `${first}T${hour}:00`,
        minutes: 90,
        rule: `FREQ=WEEKLY;BYDAY=${DAYS[weekday]}`,
        exceptions: [],
      },
    ],
    example: true,
    ...standing,
  };
}

function aGroupText(chance: Chance, n: number): object {
  return {
    name: title(chance, n),
    oneLine: sentence(chance, 10),
    whoFor: [sentence(chance, 8)],
    firstTime: [sentence(chance, 10)],
    access: [sentence(chance, 8)],
  };
}

/** Writes a feed of made-up services, each with a place, times, terms and an organisation, as a council might. */
export function writeFeed(file: string, services: number, seed = 2): void {
  const chance = seeded(seed);
  const page = {
    total_items: services,
    total_pages: 1,
    page_number: 1,
    size: services,
    first_page: true,
    last_page: true,
  };
  writeFileSync(file, `${JSON.stringify(page).slice(0, -1)},"contents":[`);
  for (let n = 0; n < services; n += 1)
    appendFileSync(file, `${n === 0 ? '' : ','}${JSON.stringify(aRecord(chance, n))}`);
  appendFileSync(file, ']}');
}

function aRecord(chance: Chance, n: number): object {
  const organisation = Math.floor(chance() * 500);
  return {
    id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    name: title(chance, n),
    status: 'active',
    description: `<p>${sentence(chance, 60)}</p><p>${sentence(chance, 40)}</p>`,
    url: 'www.council.example',
    email: `service-${n}@council.example`,
    assured_date: '2026-05-01',
    wait_time: '2 weeks',
    organization: {
      id: `org-${organisation}`,
      name: `Organisation ${organisation}`,
      description: sentence(chance, 12),
    },
    service_at_locations: [
      {
        id: `at-${n}`,
        location: {
          id: `place-${n % 800}`,
          location_type: 'physical',
          name: `Hall ${n % 800}`,
          latitude: 52.9,
          longitude: -1.4,
          addresses: [
            {
              id: `address-${n % 800}`,
              address_1: `${n % 800} High Street`,
              city: 'Derby',
              state_province: 'England',
              postal_code: 'DE1 1AA',
              country: 'GB',
              address_type: 'physical',
            },
          ],
        },
      },
    ],
    schedules: [
      {
        id: `times-${n}`,
        freq: 'WEEKLY',
        byday: pick(chance, DAYS),
        dtstart: '2026-09-07',
        opens_at: '10:00',
        closes_at: '12:00',
      },
    ],
    attributes: [
      {
        id: `attribute-${n}`,
        taxonomy_term: { id: `term-${n % 40}`, name: pick(chance, WORDS), description: 'A term' },
      },
    ],
  };
}
