import { WEEKDAYS } from '#i18n/dates.ts';
import type { Session } from '../collections/session.ts';

const NOON = 12;
const EVENING = 17;

/**
 * When sessions are, in the words that forms ask with: `mon` … `sun`, `weekday`, `weekend`, `morning`, `afternoon`,
 * `evening`, both together (`weekday-morning`), and `any`.
 */
export function daysOf(sessions: readonly Pick<Session, 'starts' | 'rule'>[]): readonly string[] {
  return sessions.length === 0 ? [] : [...new Set([...sessions.flatMap(partsOf), 'any'])];
}

function partsOf({ starts, rule }: Pick<Session, 'starts' | 'rule'>): readonly string[] {
  const hour = Number(starts.slice(11, 13));
  const time = hour < NOON ? 'morning' : hour < EVENING ? 'afternoon' : 'evening';
  return daysIn(starts, rule).flatMap((day) => {
    const isWeekend = day === 'sat' || day === 'sun';
    return [day, time, ...(isWeekend ? ['weekend', `weekend-${time}`] : ['weekday', `weekday-${time}`])];
  });
}

/** The days of a rule (`BYDAY=MO,2TU`), or else the day of its first session. */
function daysIn(starts: string, rule: string | null): readonly string[] {
  const named = /BYDAY=([^;]+)/.exec(rule ?? '')?.[1]?.split(',') ?? [];
  const days = WEEKDAYS.filter((day) => named.some((one) => one.endsWith(day.slice(0, 2).toUpperCase())));
  if (days.length > 0) return days;
  const first = new Date(`${starts.slice(0, 10)}T12:00:00Z`).getUTCDay();
  return [WEEKDAYS[(first + 6) % 7] ?? 'mon'];
}
