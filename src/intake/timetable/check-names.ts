import type { Json } from '#core/canonical-json.ts';
import { expandRule } from '#core/sessions/expand-rule.ts';
import type { Session } from '#core/sessions/session.ts';
import { type Day, dayOf, daysBetween } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { unreachable } from '#core/unreachable.ts';
import type { KnownGroup } from './known-group.ts';

export type SenseProblem =
  | 'unknownGroup'
  | 'groupExists'
  | 'unknownSession'
  | 'unknownPlace'
  | 'farAway'
  | 'badRule'
  | 'tooMany';

/** What names and dates of a change are compared with. */
export interface Known {
  readonly base: TimetableBase;
  readonly group: KnownGroup | undefined;
  readonly today: Day;
}

const FAR_DAYS = 400;
const NEW_SESSION = /^x-[0-9a-f]{8}$/;

/** Whether all that a change names is there, and its dates are near enough to be meant. */
export function problemOfNames(change: TimetableChange, known: Known): SenseProblem | undefined {
  const { base, group, today } = known;
  if (change.target === 'new' && base.groups[change.group] !== undefined) return 'groupExists';
  if (change.target !== 'new' && group === undefined) return 'unknownGroup';
  if (!hasItsSession(change, group)) return 'unknownSession';
  if (placesIn(change).some((place) => base.places[place] === undefined)) return 'unknownPlace';
  if (daysIn(change, group).some((day) => Math.abs(daysBetween(today, day)) > FAR_DAYS)) return 'farAway';
  return rulesIn(change, group).every((session) => canExpand(session, today)) ? undefined : 'badRule';
}

function hasItsSession({ target, set }: TimetableChange, group: KnownGroup | undefined): boolean {
  const read = readTarget(target);
  switch (read?.kind) {
    case 'date':
    case 'session': {
      const isThere = group?.added.has(read.session) || group?.sessions.some(({ id }) => id === read.session);
      const isNew = read.kind === 'session' && NEW_SESSION.test(read.session);
      return isThere || (isNew && ['starts', 'minutes', 'mode'].every((field) => set[field] != null));
    }
    case 'group':
    case 'words':
    case 'new':
    case undefined:
      return true;
    default:
      return unreachable(read);
  }
}

/** The sessions that a new group comes with. */
function newSessions({ target, set }: TimetableChange): readonly { readonly [field: string]: Json }[] {
  const sessions = target === 'new' ? set['sessions'] : undefined;
  return Array.isArray(sessions) ? sessions : [];
}

function placesIn(change: TimetableChange): readonly string[] {
  return texts([change.set['place'], ...newSessions(change).map(({ place }) => place)]);
}

/** Every day a change names. A first time that the group has already may lie long ago. */
function daysIn(change: TimetableChange, group: KnownGroup | undefined): readonly Day[] {
  const { target, set } = change;
  const read = readTarget(target);
  const { at, starts, pausedFrom, pausedTo, confirmed } = set;
  const isOld = group?.sessions.some((session) => session.starts === starts);
  const named = [at, isOld ? undefined : starts, pausedFrom, pausedTo, confirmed];
  const own = read?.kind === 'date' ? [read.day] : [];
  return [...own, ...texts([...named, ...newSessions(change).map((session) => session['starts'])]).map(dayOf)];
}

function rulesIn(change: TimetableChange, group: KnownGroup | undefined): readonly Pick<Session, 'rule' | 'starts'>[] {
  const read = readTarget(change.target);
  const before = read?.kind === 'session' ? group?.sessions.find(({ id }) => id === read.session) : undefined;
  const starts = change.set['starts'] ?? before?.starts;
  const own = { rule: change.set['rule'], starts };
  return [own, ...newSessions(change)].filter(
    (session): session is { rule: string; starts: string } =>
      typeof session.rule === 'string' && typeof session.starts === 'string',
  );
}

/** The library throws at what it cannot read, such as a thirteenth month. */
function canExpand({ rule, starts }: Pick<Session, 'rule' | 'starts'>, today: Day): boolean {
  try {
    return rule === undefined || expandRule(rule, starts, today, today) !== undefined;
  } catch {
    return false;
  }
}

function texts(values: readonly (Json | undefined)[]): readonly string[] {
  return values.filter((value) => typeof value === 'string');
}
