import { daysBetween, isNotAfter, weeksAfter } from './dates.ts';
import { isAtLeast, isMore, missingTo } from './numbers.ts';
import { payTarget, reachesPayTarget } from './pay.ts';

/** Arithmetic that criteria cannot say, by the name a checker uses, with how many values each takes. */
export const COMPUTATIONS = {
  isMore: { takes: 2, work: isMore },
  isAtLeast: { takes: 2, work: isAtLeast },
  missingTo: { takes: 2, work: missingTo },
  payTarget: { takes: 3, work: payTarget },
  reachesPayTarget: { takes: 4, work: reachesPayTarget },
  weeksAfter: { takes: 2, work: weeksAfter },
  daysBetween: { takes: 2, work: daysBetween },
  isNotAfter: { takes: 2, work: isNotAfter },
} as const satisfies Record<string, { takes: number; work: (texts: readonly string[]) => string | undefined }>;

export type Computation = keyof typeof COMPUTATIONS;

/** Works it out; undefined while a value is missing. */
export function compute(name: Computation, values: readonly (string | undefined)[]): string | undefined {
  const texts = values.filter((value) => value !== undefined);
  return texts.length === values.length ? COMPUTATIONS[name].work(texts) : undefined;
}
