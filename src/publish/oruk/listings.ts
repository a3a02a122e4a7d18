import type { ListedSession, Listing, Price, Tongue } from '#core/directory/oruk/listing.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import type { Cost } from '../collections/cost.ts';
import type { Session, SessionException } from '../collections/session.ts';
import {
  areasIn,
  type CourseIn,
  coursesIn,
  type EventIn,
  eventsIn,
  type GroupIn,
  groupsIn,
  placesIn,
} from '../directory.ts';
import { programmesIn, type ServiceIn, servicesOf } from '../queries.ts';
import type { Standing } from '../standing.ts';
import { uuidOf } from './ids.ts';
import { providers } from './providers.ts';
import { toSite } from './sites.ts';
import { taxonomies, termsByName } from './taxonomies.ts';

const LANGUAGE = 'en';

/** Everything people can go to, as other systems know it: services, groups, courses and events. */
export function listings(): readonly Listing[] {
  const make = maker();
  return [
    ...programmesIn(LANGUAGE)
      .flatMap((programme) => servicesOf(programme, LANGUAGE))
      .map(make.service),
    ...groupsIn(LANGUAGE).map(make.group),
    ...coursesIn(LANGUAGE).map(make.course),
    ...eventsIn(LANGUAGE).map(make.event),
  ];
}

/** An invented example must never pass for a real thing in another directory: it is not active there, and says what it is. */
const EXAMPLE = { status: 'unknown', alert: 'This is an example. It is invented and cannot be used.' } as const;

function maker() {
  const who = providers(LANGUAGE);
  const terms = termsByName(taxonomies());
  const places = new Map(placesIn(LANGUAGE).map((place) => [place.facts.id, toSite(place)]));
  const areaNames = new Map([
    ...areasIn(LANGUAGE).map(({ facts, text }) => [facts.id, text.name] as const),
    ...programmesIn(LANGUAGE).map(({ facts, text }) => [facts.id, text.area ?? facts.area] as const),
  ]);
  const languageNames = new Intl.DisplayNames(LANGUAGE, { type: 'language' });

  const of = (kind: string, id: string) => uuidOf(`${kind}/${id}`);
  const from = (id: string) => {
    const found = who.get(id);
    if (!found) return { telephones: [] };
    return { organisation: found.provider, ...found.reach };
  };
  const tongues = (codes: readonly string[]): Tongue[] =>
    codes.map((code) => ({ code, name: languageNames.of(code) ?? code }));
  const at = (sessions: readonly Session[], usual: string | null = null) => {
    const ids = new Set([...sessions.map(({ place }) => place), usual].filter((id) => id !== null));
    return [...ids].flatMap((id) => places.get(id) ?? []);
  };
  const area = (...ids: string[]) => [...new Set(ids.flatMap((id) => areaNames.get(id) ?? []))];
  const said = (standing: Standing) => STANDING[standing];
  const plain = {
    whoFor: [],
    howToGetIn: [],
    ages: {},
    costs: [],
    languages: [],
    areas: [],
    sites: [],
    sessions: [],
    times: [],
  };

  return {
    service: ({ facts, text, standing }: ServiceIn): Listing => ({
      ...plain,
      ...from(facts.programme),
      id: of('service', facts.id),
      name: text.name,
      about: [text.oneLine, ...text.offer, ...text.goodToKnow],
      whoFor: text.whoFor,
      howToGetIn: text.howToGetIn,
      status: said(standing),
      checkedOn: facts.lastChecked,
      ages: agesOf(facts.ages.from, facts.ages.to),
      costs: facts.cost === 'free' ? [{ pence: 0 }] : [],
      terms: [...terms('kinds', ['service']), ...terms('topics', facts.topics)],
      areas: area(facts.programme),
    }),
    group: ({ facts, text, standing }: GroupIn): Listing => ({
      ...plain,
      ...from(facts.organiser),
      id: of('group', facts.id),
      name: text.name,
      about: [text.oneLine, ...text.access],
      whoFor: text.whoFor,
      howToGetIn: text.firstTime,
      status: said(standing) === 'open' ? GROUP_STATUS[facts.groupStatus] : said(standing),
      checkedOn: facts.lastConfirmed,
      ages: agesOf(facts.ageFrom ?? undefined, facts.ageTo ?? undefined),
      costs: pricesOf(facts.cost, text.costFor),
      languages: tongues(facts.languages),
      terms: [
        ...terms('kinds', ['group', facts.kind, ...(facts.example ? ['example'] : [])]),
        ...terms('topics', facts.topics),
        ...terms('audiences', facts.audience),
      ],
      areas: area(facts.area),
      sites: at(facts.sessions),
      sessions: sessionsOf(facts.sessions, facts, text.notes),
      ...(facts.example ? EXAMPLE : {}),
    }),
    course: ({ facts, text, standing }: CourseIn): Listing => ({
      ...plain,
      ...from(who.has(facts.provider) ? facts.provider : facts.programme),
      id: of('course', facts.id),
      name: text.name,
      about: [text.oneLine, ...text.about],
      whoFor: text.whoFor,
      status: said(standing) === 'open' && facts.courseStatus === 'planned' ? 'waiting' : said(standing),
      checkedOn: facts.lastChecked,
      costs: pricesOf(facts.fee),
      languages: tongues(facts.languages),
      terms: [...terms('kinds', ['course', ...(facts.example ? ['example'] : [])]), ...terms('topics', facts.topics)],
      areas: area(facts.programme),
      sites: at(facts.sessions, facts.place),
      sessions: sessionsOf(facts.sessions, facts, text.notes, facts.place),
      ...(facts.example ? EXAMPLE : {}),
    }),
    event: ({ facts, text, standing }: EventIn): Listing => ({
      ...plain,
      ...from(facts.programme),
      id: of('event', facts.id),
      name: text.name,
      about: [text.oneLine, ...text.about],
      status: said(standing),
      checkedOn: facts.lastChecked,
      costs: pricesOf(facts.cost),
      terms: [...terms('kinds', ['event', ...(facts.example ? ['example'] : [])]), ...terms('topics', facts.topics)],
      areas: area(facts.programme),
      sites: at([], facts.place),
      sessions: sessionsOf(onlySession(facts), facts, {}),
      ...(facts.example ? EXAMPLE : {}),
    }),
  };
}

const STANDING: { readonly [standing in Standing]: Listing['status'] } = {
  open: 'open',
  waiting: 'waiting',
  ended: 'ended',
  unknown: 'unknown',
  // Opened by hand for a demonstration: nobody else may send people there.
  demonstration: 'ended',
  // Never in the feed.
  off: 'unknown',
};

const GROUP_STATUS = {
  active: 'open',
  starting: 'open',
  full: 'open',
  paused: 'waiting',
  closed: 'ended',
} as const satisfies { readonly [status in GroupIn['facts']['groupStatus']]: Listing['status'] };

function agesOf(from: number | undefined, to: number | undefined): Listing['ages'] {
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function pricesOf(cost: Cost, words?: string): Price[] {
  const said = words === undefined ? {} : { words };
  if (cost.kind === 'free') return [{ pence: 0, ...said }];
  if (cost.kind === 'amount') return [{ pence: cost.pence, ...said }];
  return words === undefined ? [] : [said];
}

function onlySession({ starts, minutes, mode, place }: EventIn['facts']): Session[] {
  // Without its length the standard cannot say when it is.
  if (starts === null || minutes === null) return [];
  return [{ id: 'event', mode, place, starts, minutes, rule: null, exceptions: [] }];
}

type Span = { readonly validFrom: string | null; readonly validTo: string | null };
type Notes = { readonly [key: string]: string };

function sessionsOf(
  sessions: readonly Session[],
  span: Span,
  notes: Notes,
  usual: string | null = null,
): ListedSession[] {
  const { validFrom, validTo } = span;
  return sessions.flatMap((session): ListedSession[] => {
    const place = session.place ?? (session.mode === 'in-person' ? usual : null);
    const base = {
      minutes: session.minutes,
      mode: session.mode,
      ...(place === null ? {} : { site: uuidOf(`place/${place}`) }),
    };
    const regular: ListedSession = {
      ...base,
      id: session.id,
      starts: session.starts,
      ...(session.rule === null ? {} : { rule: session.rule }),
      ...(validFrom === null ? {} : { validFrom }),
      ...(validTo === null ? {} : { validTo }),
      notes: session.exceptions.map((change) => sayChange(change, notes)),
    };
    // The standard has no exceptions: a date that is added or moved stands as a schedule of its own.
    const added = session.exceptions.flatMap((change, at): ListedSession[] => {
      const starts = newTime(change, session.starts);
      return starts === undefined ? [] : [{ ...base, id: `${session.id}/${at}`, starts, notes: [] }];
    });
    return [regular, ...added];
  });
}

function newTime(change: SessionException, usual: string): string | undefined {
  if (change.kind === 'cancelled') return undefined;
  return change.to ?? `${change.on}${usual.slice(dayOf(usual).length)}`;
}

function sayChange(change: SessionException, notes: Notes): string {
  const why = change.note === undefined ? '' : ` ${notes[change.note] ?? ''}`;
  if (change.kind === 'cancelled') return `Cancelled on ${change.on}.${why}`;
  if (change.kind === 'moved') return `Not on ${change.on}: moved to ${change.to.replace('T', ' at ')}.${why}`;
  return `Also on ${change.on}.${why}`;
}
