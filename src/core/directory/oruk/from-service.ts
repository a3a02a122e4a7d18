import type { Listing, Price, Provider, Site, Telephone, Term, Tongue } from './listing.ts';
import { plainLines } from './plain-lines.ts';
import { numberOf, type Row, rowOf, rowsOf, textOf } from './row.ts';
import { fromSchedule, toDay } from './schedule.ts';

/** A `service` as we know it, and what an editor should look at. */
export interface ReadService {
  readonly listing: Listing;
  readonly remarks: readonly Remark[];
}

export type Remark =
  /** A schedule without a first day or without times: only its words are kept. */
  | 'scheduleWithoutDates'
  /** A time with a distance from UTC was taken as London wall time. */
  | 'scheduleWithZone'
  /** A status that the standard does not have. */
  | 'strangeStatus';

const STATUS: { readonly [status: string]: Listing['status'] } = {
  active: 'open',
  inactive: 'unknown',
  defunct: 'ended',
  'temporarily closed': 'waiting',
};

/** Reads a `service` of HSDS 3.0 or ORUK 3.0 whose types were checked (`faultIn`). */
export function fromService(row: Row): ReadService {
  const remarks: Remark[] = [];
  const status = textOf(row, 'status')?.toLowerCase() ?? '';
  if (!Object.hasOwn(STATUS, status)) remarks.push('strangeStatus');

  const links = rowsOf(row, 'service_at_locations');
  const sites = links.flatMap((link, at) => toSite(rowOf(link, 'location'), textOf(link, 'id') ?? `site-${at + 1}`));
  const siteByLink = new Map(
    links.map((link) => [textOf(link, 'id') ?? '', textOf(rowOf(link, 'location') ?? {}, 'id')] as const),
  );
  const schedules = [
    ...rowsOf(row, 'schedules').map((schedule) => ({ schedule, link: '' })),
    ...links.flatMap((link) =>
      rowsOf(link, 'schedules').map((schedule) => ({ schedule, link: textOf(link, 'id') ?? '' })),
    ),
  ].map(({ schedule, link }, at) =>
    fromSchedule(schedule, textOf(schedule, 'id') ?? `session-${at + 1}`, (named) => siteByLink.get(named || link)),
  );
  for (const { session, hasZone } of schedules) {
    if (!session) remarks.push('scheduleWithoutDates');
    if (hasZone) remarks.push('scheduleWithZone');
  }

  const people = rowsOf(row, 'contacts');
  const telephones = onlyOnce([row, ...people, ...links].flatMap((one) => rowsOf(one, 'phones')).flatMap(toTelephone));
  const email = textOf(row, 'email') ?? people.map((one) => textOf(one, 'email')).find((one) => one !== undefined);
  const web = toWeb(textOf(row, 'url'));
  const checkedOn = toDay(textOf(row, 'assured_date')) ?? toDay(textOf(row, 'last_modified'));
  const alert = plainLines(textOf(row, 'alert')).join(' ');
  const organisation = toProvider(rowOf(row, 'organization'));
  const listing: Listing = {
    id: textOf(row, 'id') ?? '',
    name: plainLines(textOf(row, 'name')).join(' '),
    about: plainLines(textOf(row, 'description')),
    whoFor: plainLines(textOf(row, 'eligibility_description')),
    howToGetIn: plainLines(textOf(row, 'application_process')),
    status: STATUS[status] ?? 'unknown',
    ...(checkedOn === undefined ? {} : { checkedOn }),
    ages: agesOf(row),
    telephones,
    ...(email === undefined ? {} : { email }),
    ...(web === undefined ? {} : { web }),
    costs: pricesOf(row),
    ...(alert === '' ? {} : { alert }),
    languages: rowsOf(row, 'languages').flatMap(toTongue),
    ...(organisation === undefined ? {} : { organisation }),
    terms: rowsOf(row, 'attributes').flatMap((one) => toTerm(rowOf(one, 'taxonomy_term'))),
    areas: rowsOf(row, 'service_areas').flatMap((one) =>
      plainLines(textOf(one, 'name') ?? textOf(one, 'service_area') ?? textOf(one, 'description')),
    ),
    sites,
    sessions: schedules.flatMap(({ session }) => session ?? []),
    times: schedules.flatMap(({ words }) => words),
  };
  return { listing, remarks };
}

function agesOf(row: Row): Listing['ages'] {
  const whole = (field: string) => {
    const age = numberOf(row, field);
    return age === undefined || age < 0 || age > 150 ? undefined : Math.floor(age);
  };
  const [from, to] = [whole('minimum_age'), whole('maximum_age')];
  return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
}

function pricesOf(row: Row): Price[] {
  const options = rowsOf(row, 'cost_options').flatMap((option): Price[] => {
    const amount = numberOf(option, 'amount');
    const currency = (textOf(option, 'currency') ?? 'GBP').toUpperCase();
    const words = ['option', 'amount_description'].flatMap((field) => plainLines(textOf(option, field))).join('. ');
    const pence = amount === undefined || amount < 0 || currency !== 'GBP' ? undefined : Math.round(amount * 100);
    if (pence === undefined && words === '') return [];
    return [{ ...(pence === undefined ? {} : { pence }), ...(words === '' ? {} : { words }) }];
  });
  const said = plainLines(textOf(row, 'fees_description') ?? textOf(row, 'fees')).join(' ');
  const isSaid = said === '' || options.some(({ words }) => words === said);
  return isSaid ? options : [...options, { words: said }];
}

/** Feeds repeat a number at each thing that it belongs to. */
function onlyOnce(telephones: readonly Telephone[]): Telephone[] {
  return [...new Map(telephones.map((one) => [one.number.replace(/\s/g, ''), one])).values()];
}

function toTelephone(phone: Row): Telephone[] {
  // An example of the standard has its number in quotes within the quotes.
  const number = textOf(phone, 'number')?.replaceAll('"', '');
  if (number === undefined || number === '') return [];
  const extension = textOf(phone, 'extension');
  const kind = textOf(phone, 'type');
  const note = [...plainLines(textOf(phone, 'description')), ...(extension ? [`Extension ${extension}.`] : [])].join(
    ' ',
  );
  return [{ number, ...(kind === undefined ? {} : { kind }), ...(note === '' ? {} : { note }) }];
}

function toTongue(language: Row): Tongue[] {
  const code = textOf(language, 'code');
  const name = textOf(language, 'name');
  // The UK profile leaves a language nothing but its id.
  if (code === undefined && name === undefined) return [];
  return [{ ...(code === undefined ? {} : { code }), ...(name === undefined ? {} : { name }) }];
}

function toProvider(row: Row | undefined): Provider | undefined {
  const name = row && plainLines(textOf(row, 'name')).join(' ');
  if (!row || !name) return undefined;
  const id = textOf(row, 'id');
  const about = plainLines(textOf(row, 'description')).join(' ');
  const email = textOf(row, 'email');
  const web = toWeb(textOf(row, 'website') ?? textOf(row, 'uri'));
  const parent = textOf(row, 'parent_organization_id');
  return {
    id: id ?? name,
    name,
    ...(about === '' || about === name ? {} : { about }),
    ...(email === undefined ? {} : { email }),
    ...(web === undefined ? {} : { web }),
    ...(parent === undefined ? {} : { parent }),
  };
}

function toTerm(row: Row | undefined): Term[] {
  const name = row && (textOf(row, 'name') ?? textOf(row, 'term'));
  if (!row || name === undefined) return [];
  const about = plainLines(textOf(row, 'description')).join(' ');
  const parent = textOf(row, 'parent_id');
  const taxonomy = textOf(row, 'taxonomy');
  return [
    {
      id: textOf(row, 'id') ?? name,
      name,
      ...(about === '' || about === name ? {} : { about }),
      ...(parent === undefined ? {} : { parent }),
      ...(taxonomy === undefined ? {} : { taxonomy }),
    },
  ];
}

const KINDS = ['physical', 'postal', 'virtual'] as const;

function toSite(row: Row | undefined, fallback: string): Site[] {
  if (!row) return [];
  const [address] = rowsOf(row, 'addresses');
  const kind = KINDS.find((one) => one === textOf(row, 'location_type')?.toLowerCase()) ?? 'physical';
  const name = textOf(row, 'name') ?? textOf(row, 'alternate_name');
  const about = [...plainLines(textOf(row, 'description')), ...plainLines(textOf(row, 'transportation'))].join(' ');
  const read = address && toAddress(address);
  return [
    {
      id: textOf(row, 'id') ?? fallback,
      kind,
      ...(name === undefined ? {} : { name }),
      ...(about === '' ? {} : { about }),
      ...(read ? { address: read } : {}),
      access: rowsOf(row, 'accessibility').flatMap((one) => [
        ...plainLines(textOf(one, 'description') ?? textOf(one, 'accessibility')),
        ...plainLines(textOf(one, 'details')),
      ]),
    },
  ];
}

function toAddress(row: Row): Site['address'] {
  const street = [textOf(row, 'address_1'), textOf(row, 'address_2')].filter((part) => part !== undefined).join(', ');
  const [town, county, postcode] = ['city', 'state_province', 'postal_code'].map((field) => textOf(row, field) ?? '');
  if (street === '' && town === '' && postcode === '') return undefined;
  return { street, town: town ?? '', county: county ?? '', postcode: postcode ?? '' };
}

/** A web address. Many feeds leave out its beginning; what is none is left out. */
export function toWeb(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const whole = /^https?:\/\//i.test(text) ? text : /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(text) ? `https://${text}` : '';
  return /^https?:\/\/[^\s<>"']+$/i.test(whole) ? whole : undefined;
}
