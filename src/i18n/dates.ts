import { localeOf } from './locale.ts';

const ZONE = 'Europe/London';

// To make one takes far longer than to use it, and a timetable uses hundreds.
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(lang: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${lang} ${JSON.stringify(options)}`;
  const format = formatters.get(name) ?? new Intl.DateTimeFormat(localeOf(lang), { timeZone: ZONE, ...options });
  formatters.set(name, format);
  return format;
}

/** A day in words: "Tuesday 10 March", with its year if asked for. Takes a date (`2026-03-10`) or an instant. */
export function dateInWords(when: string | number, lang: string, { year = false } = {}): string {
  // Noon keeps a bare date on its day in any zone the clock may be in.
  const instant = typeof when === 'string' && when.length === 10 ? `${when}T12:00:00Z` : when;
  const format = formatter(lang, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year ? { year: 'numeric' } : {}),
  });
  const text = format.format(new Date(instant));
  return lang === 'en' ? text.replace(',', '') : text;
}

/** A time in words: "6pm", "10:30am" in English; as the language writes it elsewhere. */
export function timeInWords(when: string | number, lang: string): string {
  const format = formatter(lang, { hour: 'numeric', minute: '2-digit', ...(lang === 'en' ? { hour12: true } : {}) });
  const text = format.format(new Date(when));
  return lang === 'en' ? text.replace(':00', '').replace(/\s/g, '') : text;
}

/** Day and time in words: "Tuesday 10 March, 6pm" (G34). */
export function dateAndTimeInWords(when: string | number, lang: string): string {
  return `${dateInWords(when, lang)}${lang === 'ar' ? '، ' : ', '}${timeInWords(when, lang)}`;
}

/** A clock time of a timetable (`"10:00"`) in words: "10am". */
export function clockInWords(clock: string, lang: string): string {
  // A winter's day, when London is on UTC, so that the clock reads as it is written.
  return timeInWords(`2026-01-15T${clock}:00Z`, lang);
}

/** A weekday's name: `mon` is "Monday". */
export function weekdayInWords(day: Weekday, lang: string): string {
  const monday = Date.UTC(2026, 0, 5, 12);
  return formatter(lang, { weekday: 'long' }).format(monday + WEEKDAYS.indexOf(day) * 86_400_000);
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
