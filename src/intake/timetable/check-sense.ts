import { expandRule } from '#core/sessions/expand-rule.ts';
import type { Session } from '#core/sessions/session.ts';
import { addDays, type Day, dayOf } from '#core/sessions/wall-time.ts';
import { laneOf, readTarget, type TimetableChange } from '#core/timetable/change.ts';
import type { Known } from './check-names.ts';

const A_YEAR = 366;

/**
 * Whether a change may be published without anybody looking at it: it is of the quick lane, and it fits the plan as it
 * stands. One that does not fit is no fault of its author's, perhaps; it waits for an editor.
 */
export function makesSense(change: TimetableChange, known: Known): boolean {
  if (laneOf(change) !== 'now') return false;
  const { set, target } = change;
  const read = readTarget(target);
  if (read?.kind === 'date') return fitsDate(change, read.session, read.day, known);
  if (read?.kind === 'session') return fitsSession(change, read.session, known);
  const { confirmed, pausedFrom, pausedTo } = set;
  // Tomorrow: a phone in another time zone.
  const isConfirmedInTime = typeof confirmed !== 'string' || confirmed <= addDays(known.today, 1);
  const isInOrder = typeof pausedFrom !== 'string' || typeof pausedTo !== 'string' || pausedFrom <= pausedTo;
  return isConfirmedInTime && isInOrder;
}

function fitsDate({ set }: TimetableChange, id: string, day: Day, known: Known): boolean {
  const session = known.group?.sessions.find((one) => one.id === id);
  if (session === undefined) return false;
  const isBack = Object.values(set).every((value) => value === null);
  const isUsual = isPlanned(session, day);
  const isExtra = session.changes.some(({ kind, on }) => kind === 'extra' && on === day);
  if (set['is'] === 'extra') return !isUsual && isInTime(set['at'], known);
  return isBack || ((isUsual || isExtra) && isInTime(set['at'], known));
}

function isInTime(at: unknown, { today }: Known): boolean {
  return typeof at !== 'string' || dayOf(at) >= today;
}

function isPlanned({ rule, starts }: Session, day: Day): boolean {
  return rule === undefined ? dayOf(starts) === day : expandRule(rule, starts, day, day).length > 0;
}

/** A session has to meet at least once in the year to come, or to be closed. */
function fitsSession({ set }: TimetableChange, id: string, { group, today }: Known): boolean {
  if (set['closed'] === true) return true;
  const before = group?.sessions.find((one) => one.id === id);
  const rule = set['rule'] ?? before?.rule;
  const starts = set['starts'] ?? before?.starts;
  if (typeof starts !== 'string') return Object.values(set).every((value) => value === null);
  if (typeof rule !== 'string') return dayOf(starts) >= today;
  return expandRule(rule, starts, today, addDays(today, A_YEAR)).length > 0;
}
