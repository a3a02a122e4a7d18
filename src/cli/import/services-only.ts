import { isRow, type Row, rowOf, textOf } from '#core/directory/oruk/row.ts';
import type { Numbered } from './read-feed.ts';

/** A `service` with everything of its record put where a full service has it. `isLink`: the record tied it to one place. */
export interface ServiceRow {
  readonly row: Row;
  readonly isLink: boolean;
}

/**
 * A service out of a record of a feed: itself, the service of a `service_at_location`, or one of an organisation's list,
 * which then has the organisation with it.
 */
export function toServiceRow({ record, within }: Numbered): ServiceRow {
  const service = rowOf(record, 'service');
  if (service && !('status' in record)) {
    const { service: _, ...link } = record;
    return { row: { ...service, service_at_locations: [link] }, isLink: true };
  }
  const isOrganisation = textOf(within, 'id') !== undefined && textOf(within, 'name') !== undefined;
  if (!isOrganisation || 'organization' in record) return { row: record, isLink: false };
  const flat = Object.fromEntries(Object.entries(within).filter(([, value]) => !isRow(value) && !Array.isArray(value)));
  return { row: { ...record, organization: flat }, isLink: false };
}
