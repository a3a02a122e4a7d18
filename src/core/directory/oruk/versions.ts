import { type Row, tidy } from './row.ts';

/** A version of the standard: how it is named in a feed, and how a row of HSDS 3.0 is said in it. */
export interface Version {
  readonly name: string;
  readonly profile: string;
  readonly openapi: string;
  /** What it calls its own beside the fields of HSDS 3.0. Fields it does not name are allowed by it and stay. */
  adapt(row: Row): Row;
}

/** To add a version, add its adapter here. */
export const VERSIONS = {
  'hsds-3.0': {
    name: '3.0',
    profile: 'https://docs.openreferral.org/en/3.0/',
    openapi: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json',
    adapt: (row) => row,
  },
  'oruk-3.0': {
    name: 'HSDS-UK-3.0',
    profile: 'https://docs.openreferraluk.org/en/latest/',
    openapi: 'https://raw.githubusercontent.com/OpenReferralUK/uk-profile/main/schema/openapi.json',
    adapt: toProfile,
  },
} as const satisfies { readonly [version: string]: Version };

export type VersionName = keyof typeof VERSIONS;

/**
 * The UK profile takes names of languages, telephones and who a service is for out of HSDS, but forbids no field:
 * they stay for readers that know them. Where it has another name for a thing, that stands beside.
 */
function toProfile(row: Row): Row {
  const fields = Object.entries(row).map(([field, value]) => [field, adaptValue(field, value)] as const);
  const adapted: Row = Object.fromEntries(fields);
  const { fees_description: fees } = row;
  return tidy({ ...adapted, ...(fees === undefined ? {} : { fees }) });
}

function adaptValue(field: string, value: unknown): unknown {
  if (field === 'taxonomy_term') return withTerm(value as Row);
  if (Array.isArray(value)) {
    const rows = value as readonly Row[];
    if (field === 'accessibility') return rows.map((row) => ({ ...row, accessibility: row['description'] }));
    if (field === 'service_areas') return rows.map((row) => ({ ...row, service_area: row['name'] }));
    if (field === 'taxonomy_terms') return rows.map(withTerm);
    return rows.map(toProfile);
  }
  return typeof value === 'object' && value !== null ? toProfile(value as Row) : value;
}

const withTerm = (row: Row): Row => ({ ...row, term: row['name'] });
