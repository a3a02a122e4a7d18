/** What a field of the standard holds: one value, one thing, or a list of things. */
export type Shape =
  | 'text'
  | 'number'
  | 'uuid'
  | 'address'
  | 'email'
  | 'moment'
  | { readonly oneOf: readonly string[] }
  | { readonly one: Entity }
  | { readonly list: Entity };

export type Entity =
  | 'service'
  | 'organization'
  | 'organization_identifier'
  | 'program'
  | 'service_at_location'
  | 'location'
  | 'address'
  | 'accessibility'
  | 'phone'
  | 'contact'
  | 'schedule'
  | 'language'
  | 'service_area'
  | 'funding'
  | 'cost_option'
  | 'required_document'
  | 'attribute'
  | 'taxonomy'
  | 'taxonomy_term'
  | 'metadata';

interface Described {
  readonly needs: readonly string[];
  readonly fields: { readonly [field: string]: Shape };
}

const texts = (names: string): { [field: string]: Shape } =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'text']));
const uuids = (names: string): { [field: string]: Shape } =>
  Object.fromEntries(names.split(' ').map((name) => [name, 'uuid']));

const attributes: Shape = { list: 'attribute' };
const metadata: Shape = { list: 'metadata' };
const phones: Shape = { list: 'phone' };
const contacts: Shape = { list: 'contact' };
const schedules: Shape = { list: 'schedule' };
const languages: Shape = { list: 'language' };
const both = { attributes, metadata };
const WHERE: Shape = { oneOf: ['physical', 'postal', 'virtual'] };

export const STATUSES = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export const FREQUENCIES = ['WEEKLY', 'MONTHLY'] as const;
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The things of HSDS 3.0, field by field, with the four fields that only the UK profile (ORUK 3.0) has:
 * `accessibility.accessibility`, `service_area.service_area`, `taxonomy_term.term`, `taxonomy.taxonomy_terms`.
 */
export const ENTITIES: { readonly [entity in Entity]: Described } = {
  service: {
    needs: ['id', 'name', 'status'],
    fields: {
      ...uuids('id organization_id program_id'),
      ...texts(
        'name alternate_name description interpretation_services application_process fees_description wait_time fees accreditations eligibility_description assured_date licenses alert',
      ),
      url: 'address',
      email: 'email',
      assurer_email: 'email',
      status: { oneOf: STATUSES },
      minimum_age: 'number',
      maximum_age: 'number',
      last_modified: 'moment',
      phones,
      schedules,
      service_areas: { list: 'service_area' },
      service_at_locations: { list: 'service_at_location' },
      languages,
      organization: { one: 'organization' },
      funding: { list: 'funding' },
      cost_options: { list: 'cost_option' },
      program: { one: 'program' },
      required_documents: { list: 'required_document' },
      contacts,
      ...both,
    },
  },
  organization: {
    needs: ['id', 'name', 'description'],
    fields: {
      ...uuids('id parent_organization_id'),
      ...texts('name alternate_name description tax_status tax_id legal_status logo'),
      email: 'email',
      website: 'address',
      uri: 'address',
      year_incorporated: 'number',
      funding: { list: 'funding' },
      contacts,
      phones,
      locations: { list: 'location' },
      programs: { list: 'program' },
      organization_identifiers: { list: 'organization_identifier' },
      services: { list: 'service' },
      ...both,
    },
  },
  organization_identifier: {
    needs: ['id', 'identifier_type', 'identifier'],
    fields: { ...uuids('id organization_id'), ...texts('identifier_scheme identifier_type identifier'), ...both },
  },
  program: {
    needs: ['id', 'name', 'description'],
    fields: { ...uuids('id organization_id'), ...texts('name alternate_name description'), ...both },
  },
  service_at_location: {
    needs: ['id'],
    fields: {
      ...uuids('id service_id location_id'),
      description: 'text',
      contacts,
      phones,
      schedules,
      location: { one: 'location' },
      service: { one: 'service' },
      ...both,
    },
  },
  location: {
    needs: ['id', 'location_type'],
    fields: {
      ...uuids('id organization_id'),
      ...texts('name alternate_name description transportation external_identifier external_identifier_type'),
      location_type: WHERE,
      url: 'address',
      latitude: 'number',
      longitude: 'number',
      languages,
      addresses: { list: 'address' },
      contacts,
      accessibility: { list: 'accessibility' },
      phones,
      schedules,
      ...both,
    },
  },
  address: {
    needs: ['id', 'address_1', 'city', 'state_province', 'postal_code', 'country', 'address_type'],
    fields: {
      ...uuids('id location_id'),
      ...texts('attention address_1 address_2 city region state_province postal_code country'),
      address_type: WHERE,
      ...both,
    },
  },
  accessibility: {
    needs: ['id'],
    fields: { ...uuids('id location_id'), ...texts('description details accessibility'), url: 'address', ...both },
  },
  phone: {
    needs: ['id', 'number'],
    fields: {
      ...uuids('id location_id service_id organization_id contact_id service_at_location_id'),
      ...texts('number type description'),
      extension: 'number',
      languages,
      ...both,
    },
  },
  contact: {
    needs: ['id'],
    fields: {
      ...uuids('id organization_id service_id service_at_location_id location_id'),
      ...texts('name title department'),
      email: 'email',
      phones,
      ...both,
    },
  },
  schedule: {
    needs: ['id'],
    fields: {
      ...uuids('id service_id location_id service_at_location_id'),
      ...texts(
        'valid_from valid_to dtstart until byday byweekno bymonthday byyearday description opens_at closes_at attending_type notes',
      ),
      timezone: 'number',
      count: 'number',
      interval: 'number',
      wkst: { oneOf: WEEKDAYS },
      freq: { oneOf: FREQUENCIES },
      schedule_link: 'address',
      ...both,
    },
  },
  language: {
    needs: ['id'],
    fields: { ...uuids('id service_id location_id phone_id'), ...texts('name code note'), ...both },
  },
  service_area: {
    needs: ['id'],
    fields: { ...uuids('id service_id'), ...texts('name description extent extent_type uri service_area'), ...both },
  },
  funding: { needs: ['id'], fields: { ...uuids('id organization_id service_id'), source: 'text', ...both } },
  cost_option: {
    needs: ['id'],
    fields: {
      ...uuids('id service_id'),
      ...texts('valid_from valid_to option currency amount_description'),
      amount: 'number',
      ...both,
    },
  },
  required_document: {
    needs: ['id'],
    fields: { ...uuids('id service_id'), document: 'text', uri: 'address', ...both },
  },
  attribute: {
    needs: ['id'],
    fields: {
      ...uuids('id link_id taxonomy_term_id'),
      ...texts('link_type link_entity value'),
      taxonomy_term: { one: 'taxonomy_term' },
      metadata,
    },
  },
  taxonomy: {
    needs: ['id', 'name', 'description'],
    fields: {
      id: 'uuid',
      ...texts('name description version'),
      uri: 'address',
      taxonomy_terms: { list: 'taxonomy_term' },
      metadata,
    },
  },
  taxonomy_term: {
    needs: ['id', 'name', 'description'],
    fields: {
      ...uuids('id parent_id taxonomy_id'),
      ...texts('code name description taxonomy language term'),
      taxonomy_detail: { one: 'taxonomy' },
      term_uri: 'address',
      metadata,
    },
  },
  metadata: {
    needs: ['id'],
    fields: {
      ...uuids('id resource_id'),
      ...texts(
        'resource_type last_action_date last_action_type field_name previous_value replacement_value updated_by',
      ),
    },
  },
};
