import type { Day } from '../sessions/wall-time.ts';
import { type Entry, WHENS } from './entry.ts';
import { type Choice, type Chosen, choicesIn, has, NOTHING_CHOSEN, withChoice, without } from './filter.ts';

/** Another set of choices, near the one that found nothing, and how many things it finds. */
export interface Relaxed {
  /** `without`: this one choice given up. `only`: this one kept, the others given up. */
  readonly kind: 'without' | 'only';
  readonly choice: Choice;
  readonly chosen: Chosen;
  readonly count: number;
}

/**
 * Where nothing fits (`entries` hold none that do): each single choice whose loss would help, the most helpful first (E23). Where no single one
 * would, each choice alone.
 */
export function relax(entries: readonly Entry[], chosen: Chosen, today: Day): readonly Relaxed[] {
  const choices = choicesIn(chosen).map((choice) => ({ choice, alone: only(choice), lost: 0, kept: 0 }));
  for (const entry of entries) {
    const unmet = choices.filter(({ choice }) => !has(entry, choice, today));
    const [first] = unmet;
    if (first && unmet.length === 1) first.lost += 1;
    for (const one of choices) if (!unmet.includes(one)) one.kept += 1;
  }
  const helping = inOrder(choices.map(({ choice, lost }) => offer('without', choice, without(chosen, choice), lost)));
  return helping.length > 0
    ? helping
    : inOrder(choices.map(({ choice, alone, kept }) => offer('only', choice, alone, kept)));
}

function offer(kind: Relaxed['kind'], choice: Choice, chosen: Chosen, count: number): Relaxed {
  return { kind, choice, chosen, count };
}

function inOrder(offers: readonly Relaxed[]): readonly Relaxed[] {
  return offers.filter(({ count }) => count > 0).toSorted((a, b) => b.count - a.count);
}

function only({ facet, value }: Choice): Chosen {
  if (facet !== 'when') return withChoice(NOTHING_CHOSEN, facet, value);
  const when = WHENS.find((one) => one === value);
  return when === undefined ? NOTHING_CHOSEN : { ...NOTHING_CHOSEN, when };
}
