import type { WallTime } from '../wall-time.ts';

const ZONE = 'Europe/London';

/** London's clock changes as yearly rules, so that a calendar needs no table of its own (the law has held since 1996). */
export const londonZone: readonly string[] = [
  'BEGIN:VTIMEZONE',
  `TZID:${ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:BST',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'DTSTART:19810329T010000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:GMT',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'DTSTART:19961027T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/** A property that says London wall times. */
export function londonTimes(name: string, times: readonly WallTime[]): string {
  return `${name};TZID=${ZONE}:${times.map(toBasic).join(',')}`;
}

/** `2026-09-07T18:00` as iCalendar writes it: `20260907T180000`. */
function toBasic(time: WallTime): string {
  return `${time.replace(/[-:]/g, '')}00`;
}
