import type { Answer } from '../../criteria/criterion.ts';
import { isDate } from '../../date-parts.ts';

/** Passes a date of the calendar: to the day `2026-04-02`, or to the month `2026-04`. */
export function notADate(answer: Answer, precision: 'day' | 'month'): boolean {
  return answer.length === (precision === 'day' ? 10 : 7) && isDate(String(answer));
}

/** Passes a date on `first` or after it. What is no date, `notADate` has told before. */
export function tooEarly(answer: Answer, first: string): boolean {
  return answer >= first.slice(0, answer.length);
}

/** Passes a date on `last` or before it. */
export function tooLate(answer: Answer, last: string): boolean {
  return answer <= last.slice(0, answer.length);
}
