import { unreachable } from '../unreachable.ts';
import type { Expander, Mode, OnBankHolidays, Session, SessionChange } from './session.ts';
import { addMinutes, clockOf, type Day, dayOf, type WallTime } from './wall-time.ts';

interface Happening {
  /** The session's id. */
  readonly session: string;
  readonly mode: Mode;
  readonly place?: string;
  readonly starts: WallTime;
  readonly ends: WallTime;
  /** A note's key in the group's text. */
  readonly note?: string;
  /** It falls on a bank holiday, and whether the group meets all the same. */
  readonly holiday?: { readonly name: string; readonly meets: OnBankHolidays };
}

/** One session on one day. What was called off or moved away stays, and says so. */
export type Occurrence = Happening &
  (
    | { readonly state: 'on' | 'extra' }
    | { readonly state: 'cancelled'; readonly because: 'organiser' | 'bankHoliday' }
    | { readonly state: 'movedAway'; readonly to: WallTime; readonly toPlace?: string }
    | { readonly state: 'movedHere'; readonly from: WallTime; readonly fromPlace?: string }
  );

export interface Window {
  readonly first: Day;
  readonly last: Day;
  readonly expand: Expander;
  /** The bank holidays by day, with their names. */
  readonly holidays: ReadonlyMap<Day, string>;
  readonly onBankHolidays: OnBankHolidays;
}

/** All that happens, or does not happen after all, from the first day to the last, in order of time. */
export function occurrences(sessions: readonly Session[], window: Window): readonly Occurrence[] {
  return sessions
    .flatMap((session) => occurrencesOf(session, window))
    .filter(({ starts }) => dayOf(starts) >= window.first && dayOf(starts) <= window.last)
    .sort((a, b) => compare(a.starts, b.starts) || compare(a.session, b.session));
}

/** Whether one can go: it is on, though perhaps at another time or place than usual. */
export function takesPlace(occurrence: Occurrence): boolean {
  switch (occurrence.state) {
    case 'on':
    case 'extra':
    case 'movedHere':
      return true;
    case 'cancelled':
    case 'movedAway':
      return false;
    default:
      return unreachable(occurrence);
  }
}

/** Changes for a day on which the session would not have been: a slip of an editor, or of a rule changed since. */
export function strayChanges(session: Session, expand: Expander): readonly SessionChange[] {
  const extras = session.changes.filter(({ kind }) => kind === 'extra').map(({ on }) => on);
  return session.changes.filter(
    ({ kind, on }) => kind !== 'extra' && !extras.includes(on) && planned(session, expand, on, on).length === 0,
  );
}

function occurrencesOf(session: Session, window: Window): readonly Occurrence[] {
  const { first, last, expand } = window;
  const changed = new Map(lastEnteredLast(session.changes).map((change) => [change.on, change]));
  const moved = [...changed.values()].filter(({ kind }) => kind === 'moved');
  // A session moved into the window may come from outside it.
  const strangers = moved.flatMap(({ on }) => (on < first || on > last ? planned(session, expand, on, on) : []));
  const usual = [...planned(session, expand, first, last), ...strangers].flatMap((starts) =>
    afterChange(session, starts, changed.get(dayOf(starts)), window),
  );
  const extras = session.changes
    .filter((change) => change.kind === 'extra')
    .map((extra) => toExtra(session, extra, window));
  return [...usual, ...extras];
}

/** The change entered last comes last, so that it is the one a map keeps. Extra sessions change no other. */
function lastEnteredLast(changes: readonly SessionChange[]): readonly SessionChange[] {
  return changes.filter(({ kind }) => kind !== 'extra').toSorted((a, b) => compare(a.enteredOn, b.enteredOn));
}

function planned({ rule, starts }: Session, expand: Expander, first: Day, last: Day): readonly WallTime[] {
  if (rule !== undefined) return expand(rule, starts, first, last);
  return dayOf(starts) >= first && dayOf(starts) <= last ? [starts] : [];
}

function afterChange(
  session: Session,
  starts: WallTime,
  change: SessionChange | undefined,
  window: Window,
): readonly Occurrence[] {
  const happening = toHappening(session, starts, session.place, change?.note);
  switch (change?.kind) {
    case undefined:
    case 'extra':
      return [onItsDay(happening, window)];
    case 'cancelled':
      return [{ ...happening, ...holidayOn(starts, window), state: 'cancelled', because: 'organiser' }];
    case 'moved':
      return moved(session, happening, change, window);
    default:
      return unreachable(change);
  }
}

/** The old time and the new. Within one day the new one says both. */
function moved(
  session: Session,
  old: Happening,
  { to, place = session.place, note }: SessionChange & { kind: 'moved' },
  window: Window,
): readonly Occurrence[] {
  const here: Occurrence = {
    ...toHappening(session, to, place, note),
    ...agreedHolidayOn(to, window),
    state: 'movedHere',
    from: old.starts,
    ...(place !== session.place && session.place !== undefined ? { fromPlace: session.place } : {}),
  };
  if (dayOf(to) === dayOf(old.starts)) return [here];
  const away: Occurrence = {
    ...old,
    state: 'movedAway',
    to,
    ...(place !== session.place && place !== undefined ? { toPlace: place } : {}),
  };
  return [away, here];
}

function toExtra(
  session: Session,
  { on, to = `${on}T${clockOf(session.starts)}`, place = session.place, note }: SessionChange & { kind: 'extra' },
  window: Window,
): Occurrence {
  return { ...toHappening(session, to, place, note), ...agreedHolidayOn(to, window), state: 'extra' };
}

function onItsDay(happening: Happening, window: Window): Occurrence {
  const holiday = holidayOn(happening.starts, window);
  if (holiday.holiday?.meets === 'no') return { ...happening, ...holiday, state: 'cancelled', because: 'bankHoliday' };
  return { ...happening, ...holiday, state: 'on' };
}

function holidayOn(starts: WallTime, { holidays, onBankHolidays }: Window): Pick<Happening, 'holiday'> {
  const name = holidays.get(dayOf(starts));
  return name === undefined ? {} : { holiday: { name, meets: onBankHolidays } };
}

/** Somebody chose this very day: then the group meets on it, whatever it does on other bank holidays. */
function agreedHolidayOn(starts: WallTime, window: Window): Pick<Happening, 'holiday'> {
  return holidayOn(starts, { ...window, onBankHolidays: 'yes' });
}

function toHappening(
  { id, mode, minutes }: Session,
  starts: WallTime,
  place: string | undefined,
  note: string | undefined,
): Happening {
  return {
    session: id,
    mode,
    starts,
    ends: addMinutes(starts, minutes),
    ...(place === undefined ? {} : { place }),
    ...(note === undefined ? {} : { note }),
  };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
