import type { Address, Site } from '#core/directory/oruk/listing.ts';
import type { access } from '../collections/place.ts';
import type { PlaceIn } from '../directory.ts';
import { uuidOf } from './ids.ts';

const ACCESS: readonly (keyof typeof access)[] = [
  'stepFree',
  'accessibleToilet',
  'lift',
  'hearingLoop',
  'quietSpace',
  'parking',
  'changing',
];

/** A place as feeds know it. What nobody knows about a building is not said. */
export function toSite({ facts, text }: PlaceIn): Site {
  const address = facts.address === null ? undefined : parseAddress(facts.address);
  const said = facts.address !== null && address === undefined ? [facts.address] : [];
  const about = [...said, ...text.notes].join(' ');
  return {
    id: uuidOf(`place/${facts.id}`),
    kind: facts.kind === 'online' ? 'virtual' : 'physical',
    name: text.name,
    ...(about === '' ? {} : { about }),
    ...(address === undefined ? {} : { address }),
    access: ACCESS.filter((field) => facts[field] !== 'unknown').map((field) => `${inWords(field)}: ${facts[field]}`),
  };
}

const WHOLE = /^(.+),\s*([^,\d]+?),?\s+([A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2})$/;

/** Street, town and postcode of a line; nothing where one of them is missing: the standard wants all, and none is made up. */
function parseAddress(line: string): Address | undefined {
  const [, street, town, postcode] = WHOLE.exec(line.trim()) ?? [];
  if (street === undefined || town === undefined || postcode === undefined) return undefined;
  return { street, town, county: 'England', postcode };
}

/** `stepFree` → `Step free`. */
function inWords(field: string): string {
  const words = field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}
