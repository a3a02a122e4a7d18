import { addDays, clockOf, type Day, dayOf, isWeekend, weekdayOf } from '../sessions/wall-time.ts';
import { unreachable } from '../unreachable.ts';
import { type Entry, type Facet, WHENS, type When } from './entry.ts';

/** What somebody chose. All of it must be true of a thing, several values of one facet included (E22). */
export interface Chosen {
  readonly facets: { readonly [facet in Facet]?: readonly string[] };
  readonly when?: When;
}

export const NOTHING_CHOSEN: Chosen = { facets: {} };

/** One of the things chosen. */
export type Choice = { readonly facet: Facet | 'when'; readonly value: string };

const EVENING = '17:00';
const SUNDAY = 6;
const SATURDAY = 5;

/** Whether a thing fits all that was chosen. What is not known of it does not fit: a person must not travel in vain. */
export function fits(entry: Entry, chosen: Chosen, today: Day): boolean {
  for (const [facet, values] of Object.entries(chosen.facets)) {
    const its = entry.facets[facet as Facet] ?? [];
    if (!values.every((value) => its.includes(value))) return false;
  }
  return chosen.when === undefined || isOn(entry, chosen.when, today);
}

/** Whether one single choice is true of it. */
export function has(entry: Entry, { facet, value }: Choice, today: Day): boolean {
  if (facet !== 'when') return entry.facets[facet]?.includes(value) === true;
  const when = WHENS.find((one) => one === value);
  return when !== undefined && isOn(entry, when, today);
}

/** Whether it takes place then. The weekend is the one that is, or the next one. */
export function isOn({ next }: Entry, when: When, today: Day): boolean {
  switch (when) {
    case 'today':
      return next.some((time) => dayOf(time) === today);
    case 'weekend': {
      const sunday = addDays(today, SUNDAY - weekdayOf(today));
      const saturday = addDays(today, SATURDAY - weekdayOf(today));
      return next.some(
        (time) => isWeekend(dayOf(time)) && dayOf(time) >= maxDay(saturday, today) && dayOf(time) <= sunday,
      );
    }
    case 'evening':
      return next.some((time) => dayOf(time) >= today && clockOf(time) >= EVENING);
    default:
      return unreachable(when);
  }
}

function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** All that was chosen, one by one, in a steady order. */
export function choicesIn(chosen: Chosen): readonly Choice[] {
  const facets = Object.entries(chosen.facets).flatMap(([facet, values]) =>
    values.map((value): Choice => ({ facet: facet as Facet, value })),
  );
  return chosen.when === undefined ? facets : [...facets, { facet: 'when', value: chosen.when }];
}

/** The same without one choice. */
export function without(chosen: Chosen, { facet, value }: Choice): Chosen {
  if (facet === 'when') return { facets: chosen.facets };
  const left = (chosen.facets[facet] ?? []).filter((one) => one !== value);
  const { [facet]: _, ...others } = chosen.facets;
  return { ...chosen, facets: left.length > 0 ? { ...others, [facet]: left } : others };
}

/** The same with one more choice. */
export function withChoice(chosen: Chosen, facet: Facet, value: string): Chosen {
  const before = chosen.facets[facet] ?? [];
  return before.includes(value) ? chosen : { ...chosen, facets: { ...chosen.facets, [facet]: [...before, value] } };
}
