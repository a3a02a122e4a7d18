import type { Address, Listing, Provider, Site, Term } from './listing.ts';
import { type Row, tidy } from './row.ts';
import { toSchedule } from './schedule.ts';

/** Makes an id of the standard's shape out of a name; the same name always has the same id. */
export type Naming = (name: string) => string;

const STATUS = {
  open: 'active',
  waiting: 'inactive',
  ended: 'defunct',
  unknown: 'inactive',
} as const satisfies { readonly [status in Listing['status']]: string };

/** A listing as a full `service` of HSDS 3.0, everything about it inside. */
export function toService(listing: Listing, uuid: Naming): Row {
  const within = (part: string) => uuid(`${listing.id}/${part}`);
  const link = (site: string) => within(`at/${site}`);
  const known = new Set(listing.sites.map(({ id }) => id));
  return tidy({
    ...toListedService(listing),
    phones: listing.telephones.map(({ number, kind, note }, at) =>
      tidy({ id: within(`phone/${at}`), number, type: kind, description: note }),
    ),
    schedules: listing.sessions.map((session) =>
      toSchedule(
        session,
        within(`schedule/${session.id}`),
        session.site !== undefined && known.has(session.site) ? link(session.site) : undefined,
      ),
    ),
    service_areas: listing.areas.map((name, at) => ({ id: within(`area/${at}`), name })),
    service_at_locations: listing.sites.map((site) => ({ id: link(site.id), location: toLocation(site, uuid) })),
    languages: listing.languages.map(({ code, name }, at) => tidy({ id: within(`language/${at}`), name, code })),
    cost_options: listing.costs.map(({ pence, words }, at) =>
      tidy({
        id: within(`cost/${at}`),
        currency: pence === undefined ? undefined : 'GBP',
        amount: pence === undefined ? undefined : pence / 100,
        amount_description: words,
      }),
    ),
    attributes: listing.terms.map((term, at) => ({
      id: within(`attribute/${at}`),
      link_id: listing.id,
      link_type: term.taxonomy ?? 'topic',
      link_entity: 'service',
      taxonomy_term_id: term.id,
      taxonomy_term: toTerm(term),
    })),
  });
}

/** The same as it stands in a list: what it has one of, and its organisation. */
export function toListedService(listing: Listing): Row {
  return tidy({
    id: listing.id,
    name: listing.name,
    description: listing.about.join('\n'),
    url: listing.web,
    email: listing.email,
    status: STATUS[listing.status],
    application_process: listing.howToGetIn.join('\n'),
    fees_description: listing.costs
      .map(({ words }) => words)
      .filter((words) => words !== undefined)
      .join('\n'),
    eligibility_description: listing.whoFor.join('\n'),
    minimum_age: listing.ages.from,
    maximum_age: listing.ages.to,
    assured_date: listing.checkedOn,
    alert: listing.alert,
    organization: listing.organisation && toOrganization(listing.organisation),
  });
}

/** An organisation. The standard wants words about it: its name, where there are none. */
export function toOrganization({ id, name, about, email, web, parent }: Provider): Row {
  return tidy({ id, name, description: about ?? name, email, website: web, parent_organization_id: parent });
}

/** A place as a `location`. */
export function toLocation(site: Site, uuid: Naming): Row {
  return tidy({
    id: site.id,
    location_type: site.kind,
    name: site.name,
    description: site.about,
    addresses: site.address ? [toAddress(site.address, uuid(`${site.id}/address`), site.kind)] : [],
    accessibility: site.access.map((description, at) => ({ id: uuid(`${site.id}/access/${at}`), description })),
  });
}

function toAddress({ street, town, county, postcode }: Address, id: string, kind: Site['kind']): Row {
  return {
    id,
    address_1: street,
    city: town,
    state_province: county,
    postal_code: postcode,
    country: 'GB',
    address_type: kind,
  };
}

/** A term of a taxonomy. */
export function toTerm({ id, name, about, parent, taxonomy }: Term): Row {
  return tidy({ id, name, description: about ?? name, parent_id: parent, taxonomy });
}
