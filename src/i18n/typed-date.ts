import { localeOf } from './locale.ts';

/**
 * A date that somebody typed, in words: "2 April 2026", or "April 2026" for a month. What is no date stays as typed.
 * Apart from the other dates, so that a form page does not bring those.
 */
export function typedDateInWords(date: string, lang: string): string {
  if (!/^\d{4}-/.test(date)) return date;
  return new Date(date).toLocaleDateString(localeOf(lang), {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'long',
    ...(date.length > 'yyyy-mm'.length ? { day: 'numeric' } : {}),
  });
}
