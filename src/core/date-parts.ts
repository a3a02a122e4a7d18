/** The controls of a date, in the order they stand in. */
export const DATE_PARTS = ['day', 'month', 'year'] as const;
export type DatePart = (typeof DATE_PARTS)[number];

const ISO = /^\d{4}-\d\d(-\d\d)?$/;

/** The controls of a date to the day, or to the month. */
export function partsOf(precision: 'day' | 'month'): readonly DatePart[] {
  return precision === 'day' ? DATE_PARTS : DATE_PARTS.slice(1);
}

/** What was typed as an ISO date (`2026-04-02`, `2026-04`); if it is none, as it was typed: `31/2/2026`. Nothing typed: ''. */
export function readParts(typed: readonly string[]): string {
  const iso = typed
    .map((part) => part.padStart(2, '0'))
    .reverse()
    .join('-');
  if (isDate(iso)) return iso;
  return typed.join('') && typed.join('/');
}

/** The parts of an answer, for the controls they came from. */
export function toParts(answer: string): readonly string[] {
  return ISO.test(answer) ? answer.split('-').reverse() : answer.split('/');
}

/** Whether it is an ISO date, or month, that the calendar has. */
export function isDate(text: string): boolean {
  if (!ISO.test(text)) return false;
  const date = new Date(text);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** Whether it is an ISO date to the day. */
export function isDay(text: string): boolean {
  return text.length === 'yyyy-mm-dd'.length && isDate(text);
}
