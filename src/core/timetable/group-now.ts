import type { Json } from '../canonical-json.ts';
import type { Expander, Session, SessionChange } from '../sessions/session.ts';
import { addDays, type Day, dayOf, daysBetween } from '../sessions/wall-time.ts';
import { changedSessions, valuesOf } from './apply.ts';
import type { BaseGroup } from './base.ts';
import type { ChangeId, Target } from './change.ts';
import { type Folded, fold } from './fold.ts';
import type { GroupChanges } from './published.ts';

export type GroupStatus = BaseGroup['groupStatus'];
export type GroupCost = BaseGroup['cost'];

/** What of a group can change from one day to the next. */
export type Changing = Pick<
  BaseGroup,
  'groupStatus' | 'cost' | 'lastConfirmed' | 'nextReviewDue' | 'sequence' | 'sessions'
>;

/** A group as it is now. */
export interface GroupNow extends Changing {
  /** Texts that organisers wrote, by the key that stands as a change's note. */
  readonly notes: { readonly [key: string]: string };
  /** Targets in which two people disagree: ask before you go. */
  readonly unsettled: ReadonlySet<Target>;
  readonly folded: Folded;
}

export interface KnownDays {
  readonly today: Day;
  /** The last day for which dates are told. */
  readonly last: Day;
  readonly expand: Expander;
}

/** The note of a date on which the group has a break. */
export const PAUSED = 'paused';

/** A group with its published changes; with some of them only, if `counts` says which. */
export function groupNow(
  base: Changing,
  { changes, publishedOn }: GroupChanges,
  days: KnownDays,
  counts: (change: ChangeId) => boolean = () => true,
): GroupNow {
  const published = changes.filter(({ _id }) => publishedOn.has(_id) && counts(_id));
  const folded = fold(changes, (change) => published.includes(change));
  const { sessions, notes, unsettled } = changedSessions(base.sessions, folded);
  const values = valuesOf(folded, 'group');
  const pause = pauseIn(values, days);
  const { today } = days;
  const confirmed = values['confirmed'];
  const lastConfirmed =
    typeof confirmed === 'string' && confirmed > base.lastConfirmed && confirmed <= today
      ? confirmed
      : base.lastConfirmed;
  const isOnBreak = pause !== undefined && pause.from <= today && pause.to >= days.last;
  const stamped = sessions.map((session) => withStamps(session, folded, publishedOn));
  return {
    groupStatus: isOnBreak ? 'paused' : statusIn(values, base.groupStatus, pause !== undefined),
    cost: (values['cost'] as GroupCost | undefined) ?? base.cost,
    lastConfirmed,
    // As long again as it was from the last time to the next.
    nextReviewDue:
      lastConfirmed === base.lastConfirmed
        ? base.nextReviewDue
        : addDays(lastConfirmed, daysBetween(base.lastConfirmed, base.nextReviewDue)),
    sequence: base.sequence + published.length,
    sessions: pause && !isOnBreak ? stamped.map((session) => withPause(session, pause, days.expand)) : stamped,
    notes,
    unsettled,
    folded,
  };
}

function statusIn(
  values: { readonly [field: string]: Json },
  base: GroupStatus,
  isPausedByDates: boolean,
): GroupStatus {
  const status = values['status'];
  if (status === undefined) return base;
  // A break with a beginning or an end shows in its dates.
  if (status === 'paused') return isPausedByDates ? 'active' : base;
  return status as GroupStatus;
}

interface Pause {
  readonly from: Day;
  readonly to: Day;
}

/** The days of a break that are told; nothing if there are none. */
function pauseIn(values: { readonly [field: string]: Json }, { today, last }: KnownDays): Pause | undefined {
  if (values['status'] !== 'paused') return undefined;
  const { pausedFrom, pausedTo } = values;
  const from = typeof pausedFrom === 'string' && pausedFrom > today ? pausedFrom : today;
  const to = typeof pausedTo === 'string' && pausedTo < last ? pausedTo : last;
  return from <= to ? { from, to } : undefined;
}

/** Dates within the break are off, but for those that somebody changed by themselves. */
function withPause(session: Session, { from, to }: Pause, expand: Expander): Session {
  const usual = session.rule === undefined ? [session.starts] : expand(session.rule, session.starts, from, to);
  const changed = new Set(session.changes.map(({ on }) => on));
  const off = usual
    .map(dayOf)
    .filter((on) => on >= from && on <= to && !changed.has(on))
    .map((on): SessionChange => ({ kind: 'cancelled', on, enteredOn: from, note: PAUSED }));
  return { ...session, changes: [...session.changes, ...off] };
}

/** When a change was written down is when it was published: calendars are told no day that is still to come. */
function withStamps(session: Session, folded: Folded, publishedOn: GroupChanges['publishedOn']): Session {
  const changes = session.changes.map((change) => {
    const fields = folded.get(`date:${session.id}:${change.on}`);
    if (fields === undefined) return change;
    const days = [...fields.values()].flat().map((entry) => publishedOn.get(entry.change._id) ?? change.enteredOn);
    return { ...change, enteredOn: days.sort().at(-1) ?? change.enteredOn };
  });
  return { ...session, changes };
}
