import type { FormDefinition } from '#core/forms/definition.ts';
import type { Opened } from '../open-held.ts';
import { asksOf, COUNTED, countedOf } from './counted.ts';
import { type Period, periodOf } from './period.ts';

/** How many in a period have one value of what is counted. */
export interface Count {
  readonly period: string;
  readonly counted: string;
  readonly value: string;
  readonly total: number;
}

const NOT_SAID = 'not said';

/** Counts while submissions stream by: nothing of them is kept but the sums. */
export function tally(period: Period): { add(opened: Opened, form: FormDefinition): void; counts(): readonly Count[] } {
  const totals = new Map<string, Count>();
  const order = Object.keys(COUNTED);
  const place = (counted: string) => String(order.indexOf(counted) + 1).padStart(3, '0');
  const add = (when: string, counted: string, value: string, more: number) => {
    const key = JSON.stringify([when, place(counted), counted, value]);
    totals.set(key, { period: when, counted, value, total: (totals.get(key)?.total ?? 0) + more });
  };
  return {
    add(opened, form) {
      const when = periodOf(opened.receivedAt ?? opened.month ?? null, period);
      const asks = asksOf(form);
      // A period with submissions always says how many non-residents, also when none (row E55).
      if (form.kind === 'submission') add(when, 'nonResident', 'yes', 0);
      for (const [counted, valuesOf] of Object.entries(countedOf(form))) {
        const values = valuesOf(opened);
        for (const value of values) add(when, counted, value, 1);
        if (values.length === 0 && asks.has(counted)) add(when, counted, NOT_SAID, 1);
      }
    },
    counts: () => [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count),
  };
}

/** Below this a number could point at somebody (domain.md §2.3, U12). */
export const SMALLEST_SHOWN = 5;

/** A number as it may be passed on: none stays none, a few are only said to be few. */
export function shownTotal(total: number, isExact: boolean): string {
  return isExact || total === 0 || total >= SMALLEST_SHOWN ? String(total) : `fewer than ${SMALLEST_SHOWN}`;
}
