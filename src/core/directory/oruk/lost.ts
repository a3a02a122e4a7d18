import { ENTITIES, type Entity } from './entities.ts';
import { isAbsent } from './fault.ts';
import type { Row } from './row.ts';

/** The fields that `fromService` reads. Ids and links only tie rows together. */
const KEPT: { readonly [entity in Entity]?: string } = {
  service:
    'name description url email status application_process fees_description fees eligibility_description minimum_age maximum_age assured_date last_modified alert phones schedules service_areas service_at_locations languages organization cost_options contacts attributes',
  organization: 'name description email website uri parent_organization_id',
  service_at_location: 'location schedules phones',
  location: 'location_type name description transportation addresses accessibility',
  address: 'address_1 address_2 city state_province postal_code country address_type',
  accessibility: 'description details accessibility',
  phone: 'number extension type description',
  contact: 'email phones',
  schedule:
    'valid_from valid_to dtstart until count freq interval byday bymonthday description opens_at closes_at attending_type notes',
  language: 'name code',
  service_area: 'name service_area',
  cost_option: 'option currency amount amount_description',
  attribute: 'link_type link_entity taxonomy_term',
  taxonomy_term: 'name description taxonomy parent_id term',
};

const kept = new Map(Object.entries(KEPT).map(([entity, fields]) => [entity, new Set(fields.split(' '))]));

/** A field with something in it that our model has no room for: its path without numbers, and what it said. */
export type Lost = (path: string, example: string) => void;

/** Names everything in a row that is not kept, fields the standard does not have included. */
export function nameLost(entity: Entity, row: Row, lost: Lost, path = ''): void {
  const { fields } = ENTITIES[entity];
  for (const [field, value] of Object.entries(row)) {
    if (isAbsent(value) || (Array.isArray(value) && value.length === 0)) continue;
    if (field === 'id' || field.endsWith('_id')) continue;
    const where = path === '' ? field : `${path}.${field}`;
    const shape = Object.hasOwn(fields, field) ? fields[field] : undefined;
    if (!kept.get(entity)?.has(field)) lost(where, exampleOf(value));
    else if (typeof shape === 'object' && 'one' in shape) nameLost(shape.one, value as Row, lost, where);
    else if (typeof shape === 'object' && 'list' in shape) {
      for (const one of value as readonly Row[]) nameLost(shape.list, one, lost, where);
    }
  }
}

const EXAMPLE_LETTERS = 60;

function exampleOf(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length > EXAMPLE_LETTERS ? `${flat.slice(0, EXAMPLE_LETTERS)}…` : flat;
}
