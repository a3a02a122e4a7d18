import type { Answer } from '../../criteria/criterion.ts';

// NFC makes one of four at most (Greek with three accents), and none of them is longer than two code units.
const MOST_UNITS_A_CHARACTER = 8;

/** Counts characters as people see them, so that an accent or an emoji is one. */
export function countCharacters(text: string): number {
  return [...text.normalize('NFC')].length;
}

/** Passes text of at most `limit` characters. */
export function tooLong(answer: Answer, limit: number): boolean {
  if (typeof answer !== 'string' || isFarOver(answer, limit)) return false;
  return countCharacters(answer) <= limit;
}

/** Over the limit whatever its characters: ten million pasted letters need not be counted one by one. */
export function isFarOver(text: string, limit: number): boolean {
  return text.length > limit * MOST_UNITS_A_CHARACTER;
}
