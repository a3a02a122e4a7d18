import type { Day } from '../sessions/wall-time.ts';
import type { Entry } from './entry.ts';
import { type Chosen, fits } from './filter.ts';
import { type Relaxed, relax } from './relax.ts';

/** What was found; where that is nothing, what to give up. */
export interface Found {
  readonly entries: readonly Entry[];
  readonly relaxed: readonly Relaxed[];
}

/**
 * Finds by typed words and by choices. `named` are the places in the list that the words found, best first;
 * left out, nothing was typed and the list keeps its order, or goes by time if a time was chosen.
 */
export function find(all: readonly Entry[], chosen: Chosen, today: Day, named?: readonly number[]): Found {
  const base = named ? named.flatMap((at) => all[at] ?? []) : all;
  const fitting = base.filter((entry) => fits(entry, chosen, today));
  // Who asks when wants to know what comes first.
  const entries = chosen.when && !named ? fitting.toSorted(byNextTime(today)) : fitting;
  return { entries, relaxed: entries.length > 0 ? [] : relax(base, chosen, today) };
}

function byNextTime(today: Day): (a: Entry, b: Entry) => number {
  const nextOf = ({ next }: Entry) => next.find((time) => time >= today) ?? '~';
  return (a, b) => (nextOf(a) < nextOf(b) ? -1 : Number(nextOf(a) > nextOf(b)));
}
