import type { Expander } from './session.ts';
import { addDays, clockOf, type Day, dayOf, daysBetween, mondayOf, type WallTime, weekdayOf } from './wall-time.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT', 'WKST'];
const BY_DAY = /^(-?[1-5])?([A-Z]{2})$/;
const UNTIL = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)\d\d(Z?))?$/;

/**
 * The wall times of a rule as people speak of meetings: by the week, on weekdays of the month, every so many days.
 * For devices, which have no library for more. Of a rule with anything else in it nothing is known here.
 */
export const expandPlainly: Expander = (rule, starts, first, last) => {
  const by = new Map(rule.split(';').map((part) => part.split('=', 2) as [string, string]));
  const days = daysOf(by, dayOf(starts));
  if (!days || [...by.keys()].some((name) => !KNOWN.includes(name))) return [];

  const until = lastMoment(by.get('UNTIL'));
  const most = Number(by.get('COUNT') ?? Number.POSITIVE_INFINITY);
  const found: WallTime[] = [];
  let count = 0;
  for (const day of days(last)) {
    const time = `${day}T${clockOf(starts)}`;
    if (time < starts) continue;
    count += 1;
    if (count > most || time > until || day > last) break;
    if (day >= first) found.push(time);
  }
  return found;
};

type Days = (last: Day) => Iterable<Day>;

/** The days of a rule in order, from the period of its first day on. */
function daysOf(by: ReadonlyMap<string, string>, start: Day): Days | undefined {
  const every = Number(by.get('INTERVAL') ?? '1');
  const named = (by.get('BYDAY') ?? '').split(',').filter((name) => name !== '');
  const read = named.map((name) => BY_DAY.exec(name));
  if (!(every >= 1) || read.some((one) => !WEEKDAYS.includes(one?.[2] ?? ''))) return undefined;
  const places = read.map((one) => ({ nth: Number(one?.[1] ?? 0), weekday: WEEKDAYS.indexOf(one?.[2] ?? '') }));
  const weekdays = places.map(({ weekday }) => weekday);

  switch (by.get('FREQ')) {
    case 'DAILY':
      return (last) => daily(start, last, every, weekdays);
    case 'WEEKLY':
      return (last) => weekly(start, last, every, weekdays.length > 0 ? weekdays : [weekdayOf(start)]);
    case 'MONTHLY':
      return places.length > 0 ? (last) => monthly(start, last, every, places) : undefined;
    default:
      return undefined;
  }
}

function* daily(start: Day, last: Day, every: number, weekdays: readonly number[]): Iterable<Day> {
  for (let day = start; day <= last; day = addDays(day, every)) {
    if (weekdays.length === 0 || weekdays.includes(weekdayOf(day))) yield day;
  }
}

function* weekly(start: Day, last: Day, every: number, weekdays: readonly number[]): Iterable<Day> {
  const sorted = [...new Set(weekdays)].sort();
  for (let monday = mondayOf(start); monday <= last; monday = addDays(monday, 7 * every)) {
    for (const weekday of sorted) yield addDays(monday, weekday);
  }
}

interface Place {
  /** 0: every such day of the month; below 0 counts from its end. */
  readonly nth: number;
  readonly weekday: number;
}

function* monthly(start: Day, last: Day, every: number, places: readonly Place[]): Iterable<Day> {
  for (let month = start.slice(0, 7); `${month}-01` <= last; month = addMonths(month, every)) {
    yield* daysOfMonth(month, places);
  }
}

function daysOfMonth(month: string, places: readonly Place[]): readonly Day[] {
  const first = `${month}-01`;
  const length = daysBetween(first, `${addMonths(month, 1)}-01`);
  const days = Array.from({ length }, (_, index) => addDays(first, index));
  return days.filter((day, index) =>
    places.some(({ nth, weekday }) => {
      if (weekdayOf(day) !== weekday) return false;
      const fromEnd = -(Math.floor((length - 1 - index) / 7) + 1);
      return nth === 0 || nth === Math.floor(index / 7) + 1 || nth === fromEnd;
    }),
  );
}

function addMonths(month: string, months: number): string {
  const whole = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + months;
  return `${Math.floor(whole / 12)}-${String((whole % 12) + 1).padStart(2, '0')}`;
}

/** The last moment on London's clocks. A bare day counts whole. */
function lastMoment(until: string | undefined): WallTime {
  const [, year, month, day, hour = '23', minute = '59', zulu] = UNTIL.exec(until ?? '') ?? [];
  if (year === undefined) return '9999';
  const time = `${year}-${month}-${day}T${hour}:${minute}`;
  if (zulu !== 'Z') return time;
  const london = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/London',
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return london.format(new Date(`${time}Z`)).replace(' ', 'T');
}
