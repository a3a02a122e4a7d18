import type { WallTime } from '#core/sessions/wall-time.ts';
import { clockOf, dayOf } from '#core/sessions/wall-time.ts';
import { clockInWords, dateInWords } from '#i18n/dates.ts';
import { keepReminder, reminders } from '#store/reminders.ts';
import { keptNews } from '../news/kept-news.ts';
import type { Listed } from '../timetable/my-list.ts';
import { dueReminders } from './due.ts';

const LOOK_AGAIN_MS = 10 * 60_000;
const OFF = ['cancelled', 'movedAway'];

/** While a page of the site is open, and when one is opened: reminds of what is today or tomorrow. */
export function keepReminding(): void {
  void remind();
  setInterval(() => void remind(), LOOK_AGAIN_MS);
}

/** Nothing happens where permission was taken back, or the dates cannot be had. */
export async function remind(): Promise<void> {
  const kept = reminders();
  if (kept.length === 0 || !('Notification' in globalThis) || Notification.permission !== 'granted') return;
  const lang = document.documentElement.lang;
  const news = keptNews(lang)?.news.groups;
  const built = await fetchDates();
  const datesOf = (group: string) => news?.[group]?.dates ?? built?.[group]?.flatMap(toTime) ?? [];
  for (const { reminder, at } of dueReminders(kept, datesOf, londonWallTime(new Date()))) {
    keepReminder({ ...reminder, saidOf: at });
    const body = `${dateInWords(dayOf(at), lang)}${lang === 'ar' ? '،' : ','} ${clockInWords(clockOf(at), lang)}`;
    await show(reminder.name, {
      body,
      lang,
      tag: `wayin-${reminder.group}`,
      data: `/${lang}/groups/${reminder.group}/`,
    });
  }
}

/** Telephones take a notification from the service worker alone. */
async function show(title: string, options: NotificationOptions): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (registration?.active) await registration.showNotification(title, options);
  else new Notification(title, options);
}

const toTime = ([date, start, , state]: Listed): WallTime[] => (OFF.includes(state) ? [] : [`${date}T${start}`]);

async function fetchDates(): Promise<{ readonly [group: string]: readonly Listed[] } | undefined> {
  try {
    const answer = await fetch('/wayin/occurrences.json');
    return answer.ok ? (await answer.json()).groups : undefined;
  } catch {
    return undefined;
  }
}

function londonWallTime(now: Date): WallTime {
  const london = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return london.format(now).replace(' ', 'T');
}
