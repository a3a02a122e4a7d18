import type { Listing } from '#core/directory/oruk/listing.ts';
import type { Row } from '#core/directory/oruk/row.ts';
import { toListedService, toLocation, toOrganization, toService, toTerm } from '#core/directory/oruk/to-service.ts';
import { VERSIONS, type Version, type VersionName } from '#core/directory/oruk/versions.ts';
import { placesIn } from '../directory.ts';
import { uuidOf } from './ids.ts';
import { listings } from './listings.ts';
import { providers } from './providers.ts';
import { toSite } from './sites.ts';
import { type Taxonomy, taxonomies } from './taxonomies.ts';

/** A file of the feed, its text made when it is asked for: a large directory is never whole in memory as JSON. */
export interface FeedFile {
  readonly path: string;
  text(): string;
}

const LANGUAGE = 'en';
const PAGE_SIZE = 100;

/** All files of the feed: a front page, and for each kind its pages and a file a thing. Services come as JSON lines too. */
export function feedFiles(name: VersionName = 'oruk-3.0'): readonly FeedFile[] {
  const version: Version = VERSIONS[name];
  const all = listings();
  const lists = taxonomies();
  return [
    file('index.json', () => frontPage(version)),
    ...things(
      version,
      'services',
      all,
      ({ id }) => id,
      toListedService,
      (one) => toService(one, uuidOf),
    ),
    { path: 'services.ndjson', text: () => all.map((one) => line(version, toService(one, uuidOf))).join('') },
    ...things(
      version,
      'organizations',
      organizations(),
      ({ listed }) => String(listed['id']),
      ({ listed }) => listed,
      ({ full }) => full,
    ),
    ...things(
      version,
      'service_at_locations',
      all.flatMap(serviceAtLocations),
      ({ id }) => id,
      ({ listed }) => listed(),
      ({ full }) => full(),
    ),
    ...things(
      version,
      'taxonomies',
      lists,
      ({ id }) => id,
      toTaxonomy,
      (one) => ({ ...toTaxonomy(one), taxonomy_terms: one.terms.map(toTerm) }),
    ),
    ...things(
      version,
      'taxonomy_terms',
      lists.flatMap(({ terms }) => terms),
      ({ id }) => id,
      toTerm,
      toTerm,
    ),
  ];
}

const line = (version: Version, row: Row) => `${JSON.stringify(version.adapt(row))}\n`;

function file(path: string, row: () => Row): FeedFile {
  return { path, text: () => JSON.stringify(row()) };
}

function frontPage({ name, profile, openapi }: Version): Row {
  return { version: name, profile, openapi_url: openapi };
}

function things<Thing>(
  version: Version,
  folder: string,
  all: readonly Thing[],
  idOf: (thing: Thing) => string,
  toListed: (thing: Thing) => Row,
  toFull: (thing: Thing) => Row,
): FeedFile[] {
  const pages = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  return [
    ...Array.from({ length: pages }, (_, index) =>
      file(`${folder}/${index + 1}.json`, () => {
        const part = all.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE);
        return {
          total_items: all.length,
          total_pages: pages,
          page_number: index + 1,
          size: part.length,
          first_page: index === 0,
          last_page: index === pages - 1,
          empty: part.length === 0,
          contents: part.map((thing) => version.adapt(toListed(thing))),
        };
      }),
    ),
    ...all.map((thing) => file(`${folder}/${idOf(thing)}.json`, () => version.adapt(toFull(thing)))),
  ];
}

/** Every programme and organisation. A programme has its places with it: HSDS lists none by themselves. */
function organizations(): { readonly listed: Row; readonly full: Row }[] {
  const places = placesIn(LANGUAGE);
  return [...providers(LANGUAGE)].map(([id, { provider }]) => {
    const listed = toOrganization(provider);
    const own = places
      .filter(({ facts }) => facts.programmes[0] === id)
      .map((place) => toLocation(toSite(place), uuidOf));
    return { listed, full: own.length === 0 ? listed : { ...listed, locations: own } };
  });
}

function serviceAtLocations(listing: Listing) {
  return listing.sites.map((site) => {
    const id = uuidOf(`${listing.id}/at/${site.id}`);
    const location = () => toLocation(site, uuidOf);
    return {
      id,
      listed: (): Row => ({ id, location: location(), service: toListedService(listing) }),
      full: (): Row => {
        const { service_at_locations: _, ...service } = toService(listing, uuidOf);
        return { id, location: location(), service };
      },
    };
  });
}

function toTaxonomy({ id, name, about }: Taxonomy): Row {
  return { id, name, description: about };
}
