import { dayOf, type WallTime, weekdayOf } from '#core/sessions/wall-time.ts';
import { WEEKDAYS, weekdayInWords } from '#i18n/dates.ts';
import type { Sayer } from '#i18n/words.ts';
import { timesInWords } from './when-in-words.ts';

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const PLACES = ['1', '2', '3', '4', '5', '-1'] as const;
// What these parts say is said in full; a rule with any other part is told by its dates alone.
const SAID = ['FREQ', 'BYDAY', 'INTERVAL', 'UNTIL', 'COUNT', 'WKST'];

/** "every Monday, 6pm to 7:30pm" for the rules that people speak of; nothing for others. */
export function ruleInWords(
  rule: string,
  times: { readonly starts: WallTime; readonly ends: WallTime },
  words: Sayer,
): string | undefined {
  const parts = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  if ([...parts.keys()].some((name) => !SAID.includes(name))) return undefined;
  const said = { times: timesInWords(times, words) };
  const byDay = parts.get('BYDAY')?.split(',') ?? [];
  const interval = parts.get('INTERVAL') ?? '1';

  if (parts.get('FREQ') === 'WEEKLY') {
    const days = byDay.length > 0 ? byDay.map((code) => CODES.indexOf(code)) : [weekdayOf(dayOf(times.starts))];
    if (days.includes(-1) || !['1', '2'].includes(interval)) return undefined;
    const names = list(
      days.map((day) => dayName(day, words)),
      words.lang,
    );
    return words.t(interval === '2' ? 'timetable:rule.fortnightly' : 'timetable:rule.weekly', { days: names, ...said });
  }
  if (parts.get('FREQ') !== 'MONTHLY' || interval !== '1' || byDay.length === 0) return undefined;
  const which = byDay.map((code) => whichDay(code, words));
  if (!which.every((one) => one !== undefined)) return undefined;
  return words.t('timetable:rule.monthly', { which: list(which, words.lang), ...said });
}

function whichDay(code: string, words: Sayer): string | undefined {
  const [, nth = '', weekday = ''] = /^(-?\d)([A-Z]{2})$/.exec(code) ?? [];
  const place = PLACES.find((one) => one === nth);
  const day = CODES.indexOf(weekday);
  if (place === undefined || day < 0) return undefined;
  return words.t(`timetable:rule.which.${place}`, { day: dayName(day, words) });
}

function dayName(day: number, { lang }: Sayer): string {
  return weekdayInWords(WEEKDAYS[day] ?? 'mon', lang);
}

function list(names: readonly string[], lang: string): string {
  return new Intl.ListFormat(lang === 'en' ? 'en-GB' : lang).format(names);
}
