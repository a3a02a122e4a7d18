import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { Listing } from '#core/directory/oruk/listing.ts';
import {
  type ListingFacts,
  type ListingText,
  listing as listingShape,
  listingText,
} from '#publish/collections/listing.ts';

const SAFE = /^[a-z0-9][a-z0-9-]{0,63}$/;

/** The folder's name of a record: its feed and its id, which no other feed can have. An id that is no safe name is hashed. */
export function folderOf(feed: string, id: string): string {
  const name = SAFE.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${feed}-${name}`;
}

/** A listing as the two files of content that it becomes. */
export function toFiles(
  listing: Listing,
  feed: string,
  source: string,
): { readonly id: string; readonly facts: string; readonly text: string } {
  const id = folderOf(feed, listing.id);
  const { organisation } = listing;
  const facts: ListingFacts = {
    id,
    feed,
    feedId: listing.id,
    status: listing.status,
    validFrom: null,
    validTo: null,
    source,
    lastChecked: listing.checkedOn ?? null,
    ages: listing.ages,
    organisation: organisation
      ? without({ id: organisation.id, name: organisation.name, email: organisation.email, web: organisation.web })
      : null,
    telephones: [...listing.telephones],
    email: listing.email ?? null,
    web: listing.web ?? null,
    languages: [...listing.languages],
    terms: listing.terms.map(({ name }) => name),
    areas: [...listing.areas],
    sites: listing.sites.map((site) => ({ ...site, access: [...site.access] })),
    sessions: listing.sessions.map((session) => ({ ...session, notes: [...session.notes] })),
    costs: [...listing.costs],
  };
  const text: ListingText = {
    name: listing.name,
    about: [...listing.about],
    whoFor: [...listing.whoFor],
    howToGetIn: [...listing.howToGetIn],
    ...(listing.alert === undefined ? {} : { alert: listing.alert }),
    times: [...listing.times],
  };
  return { id, facts: toYaml(listingShape.parse(facts)), text: toYaml(listingText.parse(text)) };
}

const toYaml = (value: unknown) => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false });

function without<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
