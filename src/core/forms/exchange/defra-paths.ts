import type { DefraConditions } from './defra-conditions.ts';
import { type FoundCondition, type FoundWhen, foundComparisons } from './found.ts';
import { LIMITS, type Notes } from './kept.ts';
import { listOf, memberOf, type Plain, textOf } from './plain.ts';

/** A page, its place in the file, and for which answers it is reached. */
export interface Reached {
  readonly page: Plain;
  readonly place: number;
  readonly when: readonly FoundWhen[];
}

/**
 * The pages in the order in which they are reached. In version 2 each says for whom it is; in version 1 each names the
 * next, with conditions, so that what must have been answered to come to a page is put together from the paths to it.
 */
export function reachOf(
  pages: readonly Plain[],
  form: Plain,
  conditions: DefraConditions,
  notes: Notes,
): readonly Reached[] {
  const hasLinks = pages.some((page) => listOf(memberOf(page, 'next')).length > 0);
  if (!hasLinks) {
    return pages.map((page, place) => {
      const condition = textOf(memberOf(page, 'condition'));
      return { page, place, when: condition ? [conditions.when(condition)] : [] };
    });
  }
  return new Paths(pages, textOf(memberOf(form, 'startPage')), conditions, notes).reached();
}

interface Link {
  readonly from: number;
  readonly to: number;
  /** What leads along it, those links before it not having led elsewhere. Nothing: it always leads on. */
  readonly when: FoundCondition | 'cannot' | undefined;
}

class Paths {
  readonly #pages: readonly Plain[];
  readonly #links: Link[] = [];
  readonly #order: readonly number[];
  readonly #next = new Map<number, readonly number[]>();

  constructor(pages: readonly Plain[], start: string | undefined, conditions: DefraConditions, notes: Notes) {
    this.#pages = pages;
    const places = new Map(pages.map((page, place) => [textOf(memberOf(page, 'path')), place]));
    for (const [from, page] of pages.entries()) this.#addLinks(from, page, places, conditions);
    this.#order = this.#sorted(places.get(start) ?? 0, notes);
    for (const { from, to } of this.#links) this.#next.set(from, [...(this.#next.get(from) ?? []), to]);
  }

  #addLinks(
    from: number,
    page: Plain,
    places: ReadonlyMap<string | undefined, number>,
    conditions: DefraConditions,
  ): void {
    const others: FoundCondition[] = [];
    const next = listOf(memberOf(page, 'next'));
    // One that leads on without a condition is for everybody whom no other takes along, wherever it stands.
    const isPlain = (link: unknown) => !textOf(memberOf(link, 'condition'));
    let cannot = false;
    for (const link of [...next.filter((one) => !isPlain(one)), ...next.filter(isPlain)]) {
      const to = places.get(textOf(memberOf(link, 'path')));
      if (to === undefined) continue;
      const name = textOf(memberOf(link, 'condition'));
      const own = name ? conditions.read(name) : undefined;
      cannot ||= name !== undefined && name !== '' && !own;
      const parts = [...others.map((other): FoundCondition => ({ not: other })), ...(own ? [own] : [])];
      this.#links.push({ from, to, when: cannot ? 'cannot' : allOf(parts) });
      if (own) others.push(own);
    }
  }

  /** Each page after all that lead to it; a link that leads back is left out. */
  #sorted(start: number, notes: Notes): readonly number[] {
    const done: number[] = [];
    const state = new Map<number, 'open' | 'done'>();
    const back: Link[] = [];
    const stack: { readonly place: number; readonly links: Link[] }[] = [];
    const enter = (place: number) => {
      state.set(place, 'open');
      // The last in the file first: what is finished first comes last.
      const links = this.#links.filter(({ from }) => from === place).sort((a, b) => a.to - b.to);
      stack.push({ place, links });
    };
    enter(start);
    while (stack.length > 0) {
      const top = stack.at(-1);
      const link = top?.links.pop();
      if (!top || !link) {
        stack.pop();
        if (top) {
          state.set(top.place, 'done');
          done.unshift(top.place);
        }
      } else if (!state.has(link.to)) enter(link.to);
      else if (state.get(link.to) === 'open') back.push(link);
    }
    for (const link of back) {
      this.#links.splice(this.#links.indexOf(link), 1);
      notes.add('notKept', 'part', `pages[${link.from}].next`, { what: `next: pages[${link.to}]` });
    }
    for (const place of this.#pages.keys()) {
      if (!state.has(place)) notes.add('notKept', 'part', `pages[${place}]`, { what: 'unreachable' });
    }
    return done;
  }

  reached(): readonly Reached[] {
    const reach = new Map<number, FoundCondition | 'cannot' | undefined>();
    for (const place of this.#order) reach.set(place, this.#reachOf(place, reach));
    return this.#order.flatMap((place) => {
      const page = this.#pages[place];
      const when = reach.get(place);
      if (!page) return [];
      return [
        {
          page,
          place,
          when: when === undefined ? [] : [when === 'cannot' ? { cannot: `pages[${place}]` } : { condition: when }],
        },
      ];
    });
  }

  #reachOf(place: number, reach: ReadonlyMap<number, FoundCondition | 'cannot' | undefined>) {
    const before = this.#order.slice(0, this.#order.indexOf(place));
    const [start] = this.#order;
    if (place === start) return undefined;
    // A page that every path from another leads to, and that is only come to by it, is for the same people.
    const gate = before.find((one) => this.#alwaysLeads(one, place) && this.#onlyComeBy(one, place));
    if (gate !== undefined) return reach.get(gate);
    const parts = this.#links
      .filter(({ to, from }) => to === place && before.includes(from))
      .map(({ from, when }) => both(reach.get(from), when));
    if (parts.includes('cannot')) return 'cannot';
    if (parts.length === 0 || parts.includes(undefined)) return undefined;
    const size = (parts as FoundCondition[]).flatMap(foundComparisons).length;
    if (size > LIMITS.comparisons) return 'cannot';
    const [first, ...others] = parts as FoundCondition[];
    return others.length === 0 ? first : { any: parts as FoundCondition[] };
  }

  #alwaysLeads(from: number, to: number): boolean {
    return !this.#walk(from, (place) => place === to).some((place) => place !== to && this.#ends(place));
  }

  #onlyComeBy(gate: number, to: number): boolean {
    const [start = 0] = this.#order;
    return gate === start || !this.#walk(start, (place) => place === gate).includes(to);
  }

  #ends(place: number): boolean {
    return !this.#next.has(place);
  }

  /** The pages come to from one, not going on behind those at which it stops. */
  #walk(from: number, stops: (place: number) => boolean): readonly number[] {
    const seen = new Set([from]);
    const open = stops(from) ? [] : [from];
    for (let place = open.pop(); place !== undefined; place = open.pop()) {
      for (const to of this.#next.get(place) ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        if (!stops(to)) open.push(to);
      }
    }
    return [...seen];
  }
}

function both(first: FoundCondition | 'cannot' | undefined, second: FoundCondition | 'cannot' | undefined) {
  if (first === 'cannot' || second === 'cannot') return 'cannot';
  return first && second ? { all: [first, second] } : (first ?? second);
}

function allOf(parts: readonly FoundCondition[]): FoundCondition | undefined {
  const [first, ...others] = parts;
  return !first || others.length === 0 ? first : { all: parts };
}
