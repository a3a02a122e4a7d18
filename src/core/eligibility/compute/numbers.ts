import { parseDecimal } from './decimal.ts';

/** Whether the first number is more than the second. */
export function isMore(texts: readonly string[]): 'yes' | 'no' | undefined {
  const [value, than] = texts.map(parseDecimal);
  return value === undefined || than === undefined ? undefined : value > than ? 'yes' : 'no';
}

/** Whether the first number is at least the second. */
export function isAtLeast(texts: readonly string[]): 'yes' | 'no' | undefined {
  const [value, least] = texts.map(parseDecimal);
  return value === undefined || least === undefined ? undefined : value >= least ? 'yes' : 'no';
}

/** How many more whole ones the first number needs to reach the second; "0" if none. Takes number, goal. */
export function missingTo([number = '', goal = '']: readonly string[]): string | undefined {
  const missing = Number(goal) - Number(number);
  return Number.isNaN(missing) ? undefined : String(Math.max(0, missing));
}
