import type { Outcode, PostcodeSets } from './postcode-sets.ts';

// One place for each of the ten sectors with 26 × 26 units of an outcode.
const LETTERS = 26;
const UNITS = LETTERS * LETTERS;
const PLACES = 10 * UNITS;
const NONE = -1;

/** Collects postcodes with their councils, one by one, and makes the compact sets of them. */
export class PostcodeCollection {
  readonly #las: string[] = [];
  readonly #outcodes = new Map<string, Int16Array>();

  /** Notes a postcode such as `SE17 1RW`. */
  add(outcode: string, inward: string, council: string): void {
    let index = this.#las.indexOf(council);
    if (index === NONE) index = this.#las.push(council) - 1;
    const places = this.#outcodes.get(outcode) ?? new Int16Array(PLACES).fill(NONE);
    this.#outcodes.set(outcode, places);
    places[placeOf(inward)] = index;
  }

  /** The sets: an outcode's usual council, the sectors that differ, and single postcodes that differ from those. */
  toSets(source: string, credit: readonly string[]): PostcodeSets {
    const las = this.#las.toSorted();
    const moved = this.#las.map((council) => las.indexOf(council));
    const outcodes = [...this.#outcodes].sort(([a], [b]) => (a < b ? -1 : 1));
    return {
      source,
      credit,
      las,
      o: Object.fromEntries(outcodes.map(([name, places]) => [name, compact(places, moved)])),
    };
  }
}

const LETTER_A = 65;

function placeOf(inward: string): number {
  const [sector = '', first = '', second = ''] = inward;
  return Number(sector) * UNITS + (first.charCodeAt(0) - LETTER_A) * LETTERS + (second.charCodeAt(0) - LETTER_A);
}

function compact(places: Int16Array, moved: readonly number[]): Outcode {
  const usual = mostCommon(places) ?? NONE;
  const bySector: Record<string, number> = {};
  const singles = new Map<number, string[]>();
  for (let sector = 0; sector < 10; sector += 1) {
    const inSector = places.subarray(sector * UNITS, (sector + 1) * UNITS);
    const here = mostCommon(inSector);
    if (here === undefined) continue;
    if (here !== usual) bySector[sector] = moved[here] ?? NONE;
    for (const [council, units] of unitsBut(here, inSector)) {
      singles.set(council, [...(singles.get(council) ?? []), `${sector}${units}`]);
    }
  }
  const exceptions = Object.fromEntries([...singles].map(([council, groups]) => [moved[council], groups.join(' ')]));
  const first = moved[usual] ?? NONE;
  if (singles.size > 0) return [first, bySector, exceptions];
  return Object.keys(bySector).length > 0 ? [first, bySector] : [first];
}

function mostCommon(places: Int16Array): number | undefined {
  const counts = new Map<number, number>();
  for (const council of places) if (council !== NONE) counts.set(council, (counts.get(council) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a - b)[0]?.[0];
}

/** The units of a sector that lie in another council than the one given: `AABD`, by council. */
function unitsBut(council: number, places: Int16Array): ReadonlyMap<number, string> {
  const units = new Map<number, string>();
  for (const [place, other] of places.entries()) {
    if (other === NONE || other === council) continue;
    const unit = String.fromCharCode(LETTER_A + Math.floor(place / LETTERS), LETTER_A + (place % LETTERS));
    units.set(other, (units.get(other) ?? '') + unit);
  }
  return units;
}
