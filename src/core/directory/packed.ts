import { addDays, clockOf, type Day, dayOf, daysBetween } from '../sessions/wall-time.ts';
import { ENTRY_KINDS, type Entry, FACETS, type Facets } from './entry.ts';

/** Values that many things share, each written once: the thing's place in the column names its value. */
interface Column {
  readonly values: readonly string[];
  readonly of: readonly number[];
}

/** A directory as it travels: column by column, since likes compress beside likes. */
export interface PackedEntries {
  /** The day that the columns of times count from. */
  readonly from: Day;
  readonly ids: readonly string[];
  readonly names: readonly string[];
  readonly lines: readonly string[];
  readonly alsoCalled: readonly string[];
  readonly kinds: Column;
  readonly langs: Column;
  readonly standings: Column;
  readonly examples: Column;
  readonly checked: Column;
  /** `0 18:00,7 18:00`: days after `from`, and the clock. */
  readonly next: Column;
  readonly facets: { readonly [facet: string]: Column };
}

/** Packs a directory for its way to the browser. */
export function pack(entries: readonly Entry[], from: Day): PackedEntries {
  return {
    from,
    ids: entries.map(({ id }) => id),
    names: entries.map(({ name }) => name),
    lines: entries.map(({ line }) => line),
    alsoCalled: entries.map(({ alsoCalled }) => alsoCalled),
    kinds: column(entries.map(({ kind }) => kind)),
    langs: column(entries.map(({ lang }) => lang)),
    standings: column(entries.map(({ standing }) => standing)),
    examples: column(entries.map(({ example }) => (example ? '1' : ''))),
    checked: column(entries.map(({ checked }) => checked)),
    next: column(
      entries.map(({ next }) => next.map((time) => `${daysBetween(from, dayOf(time))} ${clockOf(time)}`).join()),
    ),
    facets: Object.fromEntries(
      FACETS.map((facet) => [facet, column(entries.map(({ facets }) => (facets[facet] ?? []).join(' ')))]),
    ),
  };
}

/** The directory as it was packed. */
export function unpack(packed: PackedEntries): readonly Entry[] {
  const kindOf = (at: number) => ENTRY_KINDS.find((kind) => kind === valueAt(packed.kinds, at)) ?? 'service';
  const times = packed.next.values.map((text) =>
    splitList(text, ',').map((time) => {
      const [days = '0', clock = ''] = time.split(' ');
      return `${addDays(packed.from, Number(days))}T${clock}`;
    }),
  );
  const lists = Object.fromEntries(
    Object.entries(packed.facets).map(([facet, { values }]) => [facet, values.map((text) => splitList(text, ' '))]),
  );
  return packed.ids.map((id, at) => ({
    id,
    kind: kindOf(at),
    name: packed.names[at] ?? '',
    line: packed.lines[at] ?? '',
    alsoCalled: packed.alsoCalled[at] ?? '',
    lang: valueAt(packed.langs, at),
    standing: valueAt(packed.standings, at),
    example: valueAt(packed.examples, at) === '1',
    checked: valueAt(packed.checked, at),
    next: times[packed.next.of[at] ?? 0] ?? [],
    facets: facetsAt(packed, lists, at),
  }));
}

function facetsAt(
  packed: PackedEntries,
  lists: { [facet: string]: readonly (readonly string[])[] },
  at: number,
): Facets {
  const known = FACETS.flatMap((facet) => {
    const values = lists[facet]?.[packed.facets[facet]?.of[at] ?? -1] ?? [];
    return values.length > 0 ? [[facet, values] as const] : [];
  });
  return Object.fromEntries(known);
}

function column(texts: readonly string[]): Column {
  const places = new Map<string, number>();
  const of = texts.map((text) => {
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  });
  return { values: [...places.keys()], of };
}

const valueAt = ({ values, of }: Column, at: number) => values[of[at] ?? -1] ?? '';

const splitList = (text: string, between: string) => (text === '' ? [] : text.split(between));
