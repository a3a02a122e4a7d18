import type { CourseIn, EventIn, GroupIn, OrganisationIn, PlaceIn } from '../directory.ts';
import type { ServiceIn } from '../queries.ts';

/** Where a page stands: its whole address, if the site knows its own. */
export type Address = (path: string) => string;

type Contacts = OrganisationIn['facts']['contacts'];

const SCHEMA = 'https://schema.org';

/** JSON-LD as text that can stand in a page: nothing in it can end its element. Empty fields are left out. */
export function toJsonLd(data: object): string {
  const known = (_: string, value: unknown) => (value === null || value === undefined ? undefined : value);
  return JSON.stringify({ '@context': SCHEMA, ...data }, known).replace(/[<>&\u2028\u2029]/g, escapeUnicode);
}

const escapeUnicode = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;

function reach(contacts: Contacts) {
  return {
    telephone: contacts.landline ?? contacts.otherPhone,
    email: contacts.email,
    address: contacts.address ?? contacts.post,
    sameAs: contacts.web,
  };
}

/** An organisation, and how to reach it. */
export function organisationData({ facts, text, textLang }: OrganisationIn, url: string): object {
  return {
    '@type': facts.kind === 'council' ? 'GovernmentOrganization' : 'Organization',
    '@id': url,
    url,
    name: text.name,
    description: text.oneLine,
    knowsLanguage: textLang,
    ...reach(facts.contacts),
  };
}

/** A service of a programme. */
export function serviceData({ facts, text, programme }: ServiceIn, url: string): object {
  return {
    '@type': 'Service',
    '@id': url,
    url,
    name: text.name,
    description: text.oneLine,
    areaServed: programme.text.area ?? programme.facts.area,
    ...(facts.cost === 'free' ? { offers: { '@type': 'Offer', price: 0, priceCurrency: 'GBP' } } : {}),
    provider: { '@type': 'Organization', name: programme.text.name, ...reach(programme.facts.contacts) },
  };
}

/** A building: what is known of it, and nothing else. */
export function placeData({ facts, text }: PlaceIn): object {
  return {
    '@type': 'Place',
    name: text.name,
    address: facts.address,
    amenityFeature: (['stepFree', 'accessibleToilet', 'hearingLoop', 'quietSpace', 'lift', 'parking'] as const)
      .filter((feature) => facts[feature] === 'yes' || facts[feature] === 'no')
      .map((feature) => ({ '@type': 'LocationFeatureSpecification', name: feature, value: facts[feature] === 'yes' })),
  };
}

/** A date of something: London wall time. */
export interface Dated {
  readonly starts: string;
  readonly ends: string;
  readonly mode: 'in-person' | 'online' | 'phone';
  readonly place?: PlaceIn | undefined;
  readonly cancelled?: boolean;
}

/** Something people meet for: a group, a course or an event. One date is an event of its own. */
export function meetingData(
  { text, facts }: GroupIn | CourseIn | EventIn,
  url: string,
  dates: readonly Dated[],
): object {
  const cost = 'fee' in facts ? facts.fee : facts.cost;
  const whole = {
    '@id': url,
    url,
    name: text.name,
    description: text.oneLine,
    isAccessibleForFree: cost.kind === 'unknown' ? undefined : cost.kind === 'free',
    inLanguage: 'languages' in facts ? facts.languages : undefined,
  };
  const [only, ...others] = dates;
  if (only && others.length === 0) return { '@type': 'Event', ...whole, ...dateData(only) };
  return {
    '@type': 'EventSeries',
    ...whole,
    subEvent: dates.map((date) => ({ '@type': 'Event', name: text.name, ...dateData(date) })),
  };
}

function dateData({ starts, ends, mode, place, cancelled }: Dated): object {
  return {
    startDate: starts,
    endDate: ends,
    eventStatus: `${SCHEMA}/${cancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `${SCHEMA}/${mode === 'in-person' ? 'OfflineEventAttendanceMode' : 'OnlineEventAttendanceMode'}`,
    location: place ? placeData(place) : undefined,
  };
}
