import { clockInWords, type Weekday, weekdayInWords } from '#i18n/dates.ts';
import type { Words } from '#i18n/words.ts';

/** Days in a row with one opening: Monday to Friday, 10:00 to 16:00. */
export interface Hours {
  readonly days: readonly Weekday[];
  readonly opens: string;
  readonly closes: string;
}

/** "Monday to Friday, 10am to 4pm". */
export function hoursInWords({ days, opens, closes }: Hours, { t, lang }: Words): string {
  const first = days[0] ?? 'mon';
  const last = days.at(-1) ?? first;
  const times = { opens: clockInWords(opens, lang), closes: clockInWords(closes, lang) };
  return days.length === 1
    ? t('site:contact.day', { day: weekdayInWords(first, lang), ...times })
    : t('site:contact.days', { from: weekdayInWords(first, lang), to: weekdayInWords(last, lang), ...times });
}
