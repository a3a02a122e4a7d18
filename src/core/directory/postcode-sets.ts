import type { Postcode } from './postcode.ts';

/**
 * Which council (LAD code) a postcode lies in. Compact: an outcode has its usual council, then those sectors that
 * have another, then single postcodes. It does not prove that a postcode exists.
 */
export interface PostcodeSets {
  readonly source: string;
  /** Lines that must stand where the data is used. */
  readonly credit: readonly string[];
  readonly las: readonly string[];
  readonly o: { readonly [outcode: string]: Outcode };
  /** Outcodes wholly outside the councils named, by area: `{ "AB": "10-16 21" }`. Only in a part of the sets. */
  readonly others?: { readonly [area: string]: string };
}

/** Indexes into `las`: the usual one, by sector digit, and by council the single postcodes: "1AABD 4XY". */
export type Outcode = readonly [
  usual: number,
  bySector?: { readonly [sector: string]: number },
  exceptions?: { readonly [council: string]: string },
];

/** Stands for every council that a part of the sets does not name. */
export const OTHER_COUNCIL = 'other';

/** The council of a postcode, or undefined: the sets have a gap there, and nothing may be concluded. */
export function councilIn(sets: PostcodeSets, postcode: Postcode): string | undefined {
  const [outcode = '', inward = ''] = postcode.split(' ');
  const entry = sets.o[outcode];
  if (!entry) return isAmong(sets.others ?? {}, outcode) ? OTHER_COUNCIL : undefined;

  const [usual, bySector, exceptions] = entry;
  const sector = inward.slice(0, 1);
  const single = Object.entries(exceptions ?? {}).find(([, groups]) => holds(groups, sector, inward.slice(1)));
  return sets.las[single ? Number(single[0]) : (bySector?.[sector] ?? usual)];
}

function holds(groups: string, sector: string, unit: string): boolean {
  const group = groups.split(' ').find((one) => one.startsWith(sector));
  for (let at = 1; group !== undefined && at < group.length; at += 2) {
    if (group.slice(at, at + 2) === unit) return true;
  }
  return false;
}

const OUTCODE = /^([A-Z]+)(\d+)$/;

function isAmong(others: { readonly [area: string]: string }, outcode: string): boolean {
  const [, area = '', district = ''] = OUTCODE.exec(outcode) ?? [];
  const ranges = others[area]?.split(' ') ?? [];
  return ranges.some((range) => {
    const [first = '', last = first] = range.split('-');
    return district !== '' && Number(district) >= Number(first) && Number(district) <= Number(last);
  });
}

/** The part of the sets that tells the councils named from all others: small enough for a page to take. */
export function onlyCouncils(sets: PostcodeSets, councils: readonly string[]): PostcodeSets {
  const las = [OTHER_COUNCIL, ...councils];
  const renamed = (index: number | string) => Math.max(0, las.indexOf(sets.las[Number(index)] ?? ''));
  const entries = Object.entries(sets.o).map(([outcode, entry]) => [outcode, narrowed(entry, renamed)] as const);
  const isOther = ([outcode, [usual, bySector, exceptions]]: (typeof entries)[number]) =>
    usual === 0 && !bySector && !exceptions && OUTCODE.test(outcode);
  return {
    source: sets.source,
    credit: sets.credit,
    las,
    o: Object.fromEntries(entries.filter((one) => !isOther(one))),
    others: inRanges(entries.filter(isOther).map(([outcode]) => outcode)),
  };
}

/** The same outcode with councils renamed; what then says nothing new is left out. */
function narrowed(
  [usual, bySector = {}, exceptions = {}]: Outcode,
  renamed: (index: number | string) => number,
): Outcode {
  const usually = renamed(usual);
  const sectors = Object.fromEntries(
    Object.entries(bySector).flatMap(([sector, index]) =>
      renamed(index) === usually ? [] : [[sector, renamed(index)]],
    ),
  );
  const singles: Record<string, string> = {};
  for (const [index, groups] of Object.entries(exceptions)) {
    const council = renamed(index);
    const kept = groups.split(' ').filter((group) => council !== (sectors[group.slice(0, 1)] ?? usually));
    if (kept.length > 0) singles[council] = joined(singles[council], kept);
  }
  if (Object.keys(singles).length > 0) return [usually, sectors, singles];
  return Object.keys(sectors).length > 0 ? [usually, sectors] : [usually];
}

/** Groups of two councils that became one: those of the same sector are put together. */
function joined(before: string | undefined, groups: readonly string[]): string {
  const bySector = new Map<string, string>();
  for (const group of [...(before?.split(' ') ?? []), ...groups]) {
    const sector = group.slice(0, 1);
    bySector.set(sector, (bySector.get(sector) ?? sector) + group.slice(1));
  }
  return [...bySector.values()].sort().join(' ');
}

function inRanges(outcodes: readonly string[]): { readonly [area: string]: string } {
  const byArea = new Map<string, number[]>();
  for (const outcode of outcodes) {
    const [, area = '', district = ''] = OUTCODE.exec(outcode) ?? [];
    byArea.set(area, [...(byArea.get(area) ?? []), Number(district)]);
  }
  return Object.fromEntries([...byArea].map(([area, districts]) => [area, rangesOf(districts.sort((a, b) => a - b))]));
}

function rangesOf(districts: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const district of districts) {
    const last = ranges.at(-1);
    if (last && district === last[1] + 1) last[1] = district;
    else ranges.push([district, district]);
  }
  return ranges.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(' ');
}
