import { dateInWords } from '#i18n/dates.ts';
import { fillIn } from '#i18n/plural-of.ts';
import { nextReadOn } from './next-read-on.ts';

/** On days when nobody reads forms, says when they are next read (E17). Without script the days alone stand there. */
export function showNextRead(now: Date): void {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' }).format(now);
  for (const line of document.querySelectorAll<HTMLElement>('[data-next-read]')) {
    const { weekdays = '', holidays = '', text = '' } = line.dataset;
    const date = nextReadOn(today, { weekdays: weekdays.split(' ').map(Number), holidays: holidays.split(' ') });
    line.hidden = date === undefined;
    if (date) line.textContent = fillIn(text, { day: dateInWords(date, document.documentElement.lang) });
  }
}
