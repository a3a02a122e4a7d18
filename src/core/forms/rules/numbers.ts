import type { Answer } from '../../criteria/criterion.ts';

const WHOLE = /^-?\d{1,9}$/;
const POUNDS = /^£?\s?\d{1,6}([.,]\d{1,2})?$/;

// Arabic-Indic and Persian digits, as the keyboards of many readers type them.
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The same number in the digits 0 to 9. */
export function toWesternDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16));
}

/** Passes a whole number. */
export function notANumber(answer: Answer): boolean {
  return typeof answer === 'string' && WHOLE.test(answer);
}

/** Passes a number of at least `least`; what is no number is the business of `notANumber`. */
export function tooSmall(answer: Answer, least: number): boolean {
  return Number.isNaN(Number(answer)) || Number(answer) >= least;
}

/** Passes a number of at most `most`. */
export function tooLarge(answer: Answer, most: number): boolean {
  return Number.isNaN(Number(answer)) || Number(answer) <= most;
}

/** Passes an amount in pounds, with or without pence and the pound sign. */
export function notMoney(answer: Answer): boolean {
  return typeof answer === 'string' && POUNDS.test(answer);
}
