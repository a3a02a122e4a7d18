import { ENTRY_KINDS, type Entry, type EntryKind, type Facets } from '#core/directory/entry.ts';
import { takesPlace } from '#core/sessions/occurrences.ts';
import type { Cost } from '../collections/cost.ts';
import {
  areasIn,
  coursesIn,
  eventsIn,
  groupsIn,
  opportunitiesIn,
  organisationsIn,
  placesIn,
  type ThingIn,
  thingsIn,
  topicsIn,
} from '../directory.ts';
import { type ProgrammeIn, programmesIn, servicesOf } from '../queries.ts';
import { datesOf, goesOn } from '../sessions/agenda.ts';
import { type Meeting, sessionsOf } from '../sessions/to-sessions.ts';
import { accessOf, accessOfAll, areaAndAround, areasOfOrganisation, areasOfProgrammes } from './reach.ts';

const made = new Map<string, readonly Entry[]>();

/** Everything that can be found in a language. What is switched off, and what is over, is not in it (F-15). */
export function entriesIn(lang: string): readonly Entry[] {
  const before = made.get(lang);
  if (before && !import.meta.env?.DEV) return before;
  const programmes = programmesIn(lang);
  const entries = [
    ...programmes.flatMap((programme) => servicesOf(programme, lang)).map((service) => serviceEntry(lang, service)),
    ...groupsIn(lang)
      .filter(({ facts }) => facts.groupStatus !== 'closed')
      .map((thing) => groupEntry(lang, thing)),
    ...coursesIn(lang).map((thing) => courseEntry(lang, thing)),
    ...eventsIn(lang).map((thing) => eventEntry(lang, thing)),
    ...organisationsIn(lang).map((thing) => organisationEntry(lang, thing)),
    ...opportunitiesIn(lang).map((thing) => opportunityEntry(lang, thing)),
    ...placesIn(lang).map((thing) => placeEntry(lang, thing)),
    ...programmes.map((programme) => programmeEntry(lang, programme)),
    ...thingsIn('listings', lang).map((thing) => listingEntry(lang, thing)),
  ];
  const names = new Intl.Collator(lang);
  const order = new Map(ENTRY_KINDS.map((kind, at) => [kind, at]));
  // What is over stands last among its kind.
  const rank = ({ kind, standing }: Entry) => (order.get(kind) ?? 0) + (standing === 'ended' ? 0.5 : 0);
  const sorted = entries.sort((a, b) => rank(a) - rank(b) || names.compare(a.name, b.name));
  made.set(lang, sorted);
  return sorted;
}

interface Described {
  readonly facts: { readonly id: string; readonly lastChecked: string; readonly example?: boolean | undefined };
  readonly text: { readonly name: string; readonly oneLine?: string; readonly alsoCalled?: readonly string[] };
  readonly textLang: string;
  readonly standing: string;
}

function entry(kind: EntryKind, { facts, text, textLang, standing }: Described, facets: Facets): Entry {
  return {
    kind,
    id: facts.id,
    name: text.name,
    line: text.oneLine ?? '',
    alsoCalled: (text.alsoCalled ?? []).join(', '),
    lang: textLang,
    standing,
    example: facts.example === true,
    checked: facts.lastChecked,
    next: [],
    facets: { kind: [kind], ...withoutEmpty(facets) },
  };
}

function withoutEmpty(facets: Facets): Facets {
  return Object.fromEntries(Object.entries(facets).filter(([, values]) => values.length > 0));
}

function serviceEntry(lang: string, service: ReturnType<typeof servicesOf>[number]): Entry {
  const { facts, programme } = service;
  return entry('service', service, {
    topic: facts.topics,
    area: areasOfProgrammes(lang, [programme.facts.id]),
    cost: facts.cost === 'free' ? ['free'] : [],
    way: facts.ways ?? [],
    join: [
      ...(facts.howToGetIn.some((way) => ['self', 'hub'].includes(way)) ? ['contact'] : []),
      ...(facts.howToGetIn.some((way) => !['self', 'hub'].includes(way)) ? ['referral'] : []),
    ],
  });
}

function groupEntry(lang: string, thing: ThingIn<'groups'>): Entry {
  const { facts } = thing;
  const bsl = facts.bsl === 'interpreted' || facts.bsl === 'bsl-led';
  return meetingEntry(
    lang,
    { kind: 'group', thing },
    {
      topic: facts.topics,
      area: areaAndAround(lang, facts.area),
      for: facts.audience,
      language: [...facts.languages, ...(bsl ? ['bsl'] : [])],
      cost: costOf(facts.cost),
      access: bsl ? ['bsl'] : [],
      join: [{ 'turn-up': 'turn-up', 'contact-first': 'contact', referral: 'referral' }[facts.newPeople]],
      carers: ['yes', 'carers-only'].includes(facts.carersWelcome) ? ['welcome'] : [],
      sort: [facts.kind],
    },
  );
}

function courseEntry(lang: string, thing: ThingIn<'courses'>): Entry {
  const { facts } = thing;
  return meetingEntry(
    lang,
    { kind: 'course', thing },
    {
      topic: facts.topics,
      area: areaOfPlace(lang, facts.place, facts.programme),
      language: facts.languages,
      cost: costOf(facts.fee),
      carers: facts.carersWelcome === 'yes' ? ['welcome'] : [],
    },
  );
}

function eventEntry(lang: string, thing: ThingIn<'events'>): Entry {
  const { facts } = thing;
  return meetingEntry(
    lang,
    { kind: 'event', thing },
    {
      topic: facts.topics,
      area: areaOfPlace(lang, facts.place, facts.programme),
      cost: costOf(facts.cost),
      way: [facts.mode],
      sort: [facts.kind],
    },
  );
}

/** What has dates: its ways, its places' access and its next times come from its sessions. */
function meetingEntry(lang: string, meeting: Meeting, facets: Facets): Entry {
  const sessions = sessionsOf(meeting);
  const rooms = sessions.filter(({ mode }) => mode === 'in-person').map(({ place }) => place);
  const ways = [...(facets.way ?? []), ...sessions.map(({ mode }) => mode)];
  const next = goesOn(meeting) ? datesOf(meeting).filter(takesPlace) : [];
  return {
    ...entry(meeting.kind, meeting.thing, {
      ...facets,
      way: [...new Set(ways)],
      access: [...accessOfAll(lang, rooms), ...(facets.access ?? [])],
    }),
    next: next.map(({ starts }) => starts),
  };
}

function organisationEntry(lang: string, thing: ThingIn<'organisations'>): Entry {
  const { facts } = thing;
  const { landline, otherPhone } = facts.contacts;
  return entry('organisation', thing, {
    topic: facts.topics,
    area: areasOfOrganisation(lang, facts.id, facts.programmes),
    way: landline !== null || otherPhone !== null ? ['phone'] : [],
    join: facts.openTo === 'public' ? ['contact'] : facts.openTo === 'referral' ? ['referral'] : [],
    sort: [facts.kind],
    partner: facts.partnerKind === undefined ? [] : [facts.partnerKind],
  });
}

/** What a kind of opportunity is about, where nothing else says so. */
const ABOUT: { readonly [kind: string]: string } = { volunteering: 'volunteering', training: 'learning' };

function opportunityEntry(lang: string, thing: ThingIn<'opportunities'>): Entry {
  const { facts } = thing;
  const about = ABOUT[facts.kind] ?? 'work';
  const known = topicsIn(lang).some((topic) => topic.facts.id === about);
  return entry('opportunity', thing, {
    topic: known ? [about] : [],
    area: facts.area === null ? areasOfProgrammes(lang, [facts.programme]) : areaAndAround(lang, facts.area),
    language: facts.languages,
    sort: [facts.kind],
    contract: [facts.contract],
    hours: [facts.hours],
  });
}

function placeEntry(lang: string, thing: ThingIn<'places'>): Entry {
  return entry('place', thing, {
    area: areaAndAround(lang, thing.facts.area),
    access: accessOf(thing),
    way: [thing.facts.kind === 'online' ? 'online' : 'in-person'],
    sort: [thing.facts.kind],
  });
}

function programmeEntry(lang: string, programme: ProgrammeIn): Entry {
  return entry('programme', programme, { area: areasOfProgrammes(lang, [programme.facts.id]) });
}

/** What another directory lists: its terms are words to search by, since its topics are not ours. */
function listingEntry(lang: string, { facts, text, textLang, standing }: ThingIn<'listings'>): Entry {
  const named = new Set(facts.areas.map((area) => area.toLowerCase()));
  const areas = areasIn(lang).filter(({ text: { name } }) => named.has(name.toLowerCase()));
  const words = { ...text, oneLine: shortened(text.about[0] ?? ''), alsoCalled: facts.terms };
  const checked = { id: facts.id, lastChecked: facts.lastChecked ?? '' };
  return entry(
    'listing',
    { facts: checked, text: words, textLang, standing },
    {
      area: areas.map((area) => area.facts.id),
      language: facts.languages.flatMap(({ code }) => code ?? []),
      cost: facts.costs.length > 0 && facts.costs.every(({ pence }) => pence === 0) ? ['free'] : [],
      way: [...new Set(facts.sessions.flatMap(({ mode }) => mode ?? []))],
    },
  );
}

const MOST_LETTERS = 140;

function shortened(text: string): string {
  if (text.length <= MOST_LETTERS) return text;
  const cut = text.slice(0, MOST_LETTERS);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), MOST_LETTERS / 2))}…`;
}

function areaOfPlace(lang: string, place: string | null, programme: string): readonly string[] {
  const found = placesIn(lang).find(({ facts }) => facts.id === place);
  return found ? areaAndAround(lang, found.facts.area) : areasOfProgrammes(lang, [programme]);
}

function costOf(cost: Cost): readonly string[] {
  switch (cost.kind) {
    case 'free':
      return ['free'];
    case 'amount':
      return cost.canBeWaived ? ['waivable'] : ['paid'];
    case 'unknown':
      return [];
  }
}
