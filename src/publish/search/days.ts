import type { Entry } from '#core/directory/entry.ts';
import { addDays, clockOf, dayOf, isWeekend, weekdayOf } from '#core/sessions/wall-time.ts';
import { WEEKDAYS, type Weekday, weekdayInWords } from '#i18n/dates.ts';
import type { Words } from '#i18n/words.ts';
import { today } from '../today.ts';

/** Lists that hold for weeks: by weekday, for evenings and for weekends. */
export const DAY_LISTS = ['evening', 'weekend', ...WEEKDAYS] as const;
export type DayList = (typeof DAY_LISTS)[number];

const SHOWN_DAYS = 28;
const EVENING = '17:00';

/** Whether a thing takes place then, in the four weeks from the day of the build (E21). */
export function isOnList({ next }: Entry, list: DayList): boolean {
  const end = addDays(today(), SHOWN_DAYS);
  const shown = next.filter((time) => dayOf(time) < end);
  if (list === 'evening') return shown.some((time) => clockOf(time) >= EVENING);
  if (list === 'weekend') return shown.some((time) => isWeekend(dayOf(time)));
  return shown.some((time) => WEEKDAYS[weekdayOf(dayOf(time))] === list);
}

/** "In the evening", "Tuesday". */
export function dayListName({ lang, t }: Words, list: DayList): string {
  if (list === 'evening') return t('directory:days.evening');
  if (list === 'weekend') return t('directory:days.weekend');
  return weekdayInWords(list satisfies Weekday, lang);
}
