import { dayOf, weekdayOf } from '../sessions/wall-time.ts';

const FREQUENCIES = ['WEEKLY', 'MONTHLY', 'DAILY'];
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const BY_DAY = /^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/;
const UNTIL = /^\d{8}(T\d{6}Z?)?$/;
const MOST_TIMES = 500;
const MOST_INTERVAL = 52;
const KNOWN = ['FREQ', 'INTERVAL', 'BYDAY', 'UNTIL', 'COUNT', 'WKST'];

/**
 * What is wrong with a rule that somebody wrote for a session; nothing if it is well. People meet by the week, the
 * month or, for a time, by the day: finer rules, and those nobody could expand, are refused.
 */
export function problemOfRule(rule: string): 'badRule' | 'neverEnds' | undefined {
  const parts = rule.split(';').map((part) => part.split('='));
  if (rule.length > 120 || parts.some(({ length }) => length !== 2)) return 'badRule';
  const by = new Map(parts as [string, string][]);
  const frequency = by.get('FREQ') ?? '';
  if (/^(SECOND|MINUTE|HOUR)LY$/.test(frequency)) return 'neverEnds';
  if (by.size !== parts.length || !FREQUENCIES.includes(frequency)) return 'badRule';
  if ([...by.keys()].some((name) => !KNOWN.includes(name))) return 'badRule';

  const count = by.get('COUNT');
  if (count !== undefined && !isNumber(count, MOST_TIMES)) return 'neverEnds';
  if (!isNumber(by.get('INTERVAL') ?? '1', MOST_INTERVAL)) return 'badRule';
  const days = by.get('BYDAY')?.split(',') ?? [];
  if (days.length > 14 || !days.every((day) => BY_DAY.test(day))) return 'badRule';
  if (frequency === 'WEEKLY' && !days.every((day) => WEEKDAYS.includes(day))) return 'badRule';
  if (frequency === 'MONTHLY' && days.length === 0) return 'badRule';
  const until = by.get('UNTIL');
  if (until !== undefined && !UNTIL.test(until)) return 'badRule';
  // Every day and no end is a slip: no group meets so.
  return frequency === 'DAILY' && count === undefined && until === undefined ? 'neverEnds' : undefined;
}

function isNumber(text: string, most: number): boolean {
  return /^[1-9]\d{0,3}$/.test(text) && Number(text) <= most;
}

/** The days of the week on which a session falls; 0 is Monday. */
export function weekdaysOf({ rule, starts }: { readonly rule?: string; readonly starts: string }): readonly number[] {
  const [, days] = /(?:^|;)BYDAY=([^;]+)/.exec(rule ?? '') ?? [];
  if (days === undefined) return [weekdayOf(dayOf(starts))];
  const named = days.split(',').map((day) => WEEKDAYS.indexOf(day.slice(-2)));
  return [...new Set(named.filter((weekday) => weekday >= 0))].sort();
}
