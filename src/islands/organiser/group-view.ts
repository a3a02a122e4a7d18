import { expandPlainly } from '#core/sessions/expand-plainly.ts';
import { type Occurrence, occurrences, takesPlace } from '#core/sessions/occurrences.ts';
import type { Expander } from '#core/sessions/session.ts';
import { addDays, type Day, dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import { valuesOf } from '#core/timetable/apply.ts';
import type { BaseGroup, TimetableBase } from '#core/timetable/base.ts';
import { type Fields, type Target, type TimetableChange, verdictOf } from '#core/timetable/change.ts';
import { type Conflict, conflictsIn, type Folded, fold } from '#core/timetable/fold.ts';
import { type GroupNow, groupNow } from '#core/timetable/group-now.ts';
import { type ChangeState, changeState } from '#core/timetable/state.ts';
import type { TimetableCopy } from '#store/timetable/copy.ts';

/** Weeks of dates that are shown at first. */
export const WEEKS = 8;

/** A group as the people who run it see it: with all that they changed, published or not. */
export interface GroupView {
  readonly id: string;
  readonly base: BaseGroup;
  readonly now: GroupNow;
  /** Newest last. */
  readonly changes: readonly TimetableChange[];
  readonly folded: Folded;
  readonly conflicts: readonly Conflict[];
  readonly states: ReadonlyMap<string, ChangeState>;
  readonly holidays: TimetableBase['holidays'];
  readonly expand: Expander;
}

/** Puts a group together. Nothing if the site does not have it, as when it was taken out. */
export function groupView(
  id: string,
  timetable: TimetableBase,
  copy: TimetableCopy,
  today: Day,
): GroupView | undefined {
  const base = timetable.groups[id];
  if (!base) return undefined;
  const changes = copy.changes
    .filter(({ group }) => group === id)
    .toSorted((a, b) => (a.enteredAt < b.enteredAt ? -1 : 1));
  const states = new Map(changes.map((change) => [change._id, stateOf(change, copy)]));
  const counts = ({ _id }: TimetableChange) => states.get(_id)?.state !== 'refused';
  const folded = fold(changes, counts);
  const expand = expanderOf(base);
  const publishedOn = new Map(changes.filter(counts).map(({ _id, enteredAt }) => [_id, dayOf(enteredAt)]));
  const now = groupNow(base, { changes, publishedOn }, { today, last: addDays(today, 7 * WEEKS), expand });
  const { holidays } = timetable;
  return { id, base, now, changes, folded, conflicts: conflictsIn(folded), states, holidays, expand };
}

/** Where a change stands; what the service's own checks refused counts as refused by them. */
function stateOf(change: TimetableChange, { decisions, waiting, refused, undecided }: TimetableCopy): ChangeState {
  const why = refused[change._id];
  if (why !== undefined) return { state: 'refused', by: 'automatic', why };
  const arrival = waiting.has(change._id) ? 'no' : undecided.has(change._id) ? 'read' : 'taken';
  return changeState(change, arrival, decisions.get(change._id) ?? []);
}

/** The build knows the dates of its own rules; those that were changed since are worked out here. */
function expanderOf({ sessions, dates }: BaseGroup): Expander {
  const built = new Map(sessions.map(({ id, rule, starts }) => [`${rule} ${starts}`, dates[id] ?? []]));
  return (rule, starts, first, last) => {
    const plain = expandPlainly(rule, starts, first, last);
    if (plain.length > 0) return plain;
    const known = built.get(`${rule} ${starts}`) ?? [];
    return known.filter((time) => dayOf(time) >= first && dayOf(time) <= last);
  };
}

/** The dates of a group from a day on, those that were called off included. A group with a break or at its end has none. */
export function datesOf(view: GroupView, first: Day, weeks: number): readonly Occurrence[] {
  const { base, now, expand, holidays } = view;
  if (!base.isOpen || now.groupStatus === 'paused' || now.groupStatus === 'closed') return [];
  return occurrences(now.sessions, {
    first,
    last: addDays(first, 7 * weeks),
    expand,
    holidays: new Map(holidays),
    onBankHolidays: base.onBankHolidays,
  });
}

/** The next session that takes place and is not over. */
export function nextSession(view: GroupView, now: WallTime): Occurrence | undefined {
  return datesOf(view, dayOf(now), WEEKS).find((one) => takesPlace(one) && one.ends > now);
}

/** What a change to this date is a change to: the day on which it would have been. */
export function targetOf(occurrence: Occurrence): Target {
  const day = dayOf(occurrence.state === 'movedHere' ? occurrence.from : occurrence.starts);
  return `date:${occurrence.session}:${day}`;
}

/** The words of the group in a language, with what was changed and not refused. */
export function wordsNow({ base, folded }: GroupView, lang: string): Fields {
  const { notes: _, ...written } = base.names[lang] ?? base.names['en'] ?? { notes: {} };
  return { ...(written as Fields), ...valuesOf(folded, `words:${lang}`) };
}

/** The group's name in a language, with the language that it is in. */
export function nameOf({ base, id }: GroupView, lang: string): { readonly name: string; readonly lang: string } {
  const own = base.names[lang];
  return own ? { name: own.name, lang } : { name: base.names['en']?.name ?? id, lang: 'en' };
}

/** Changes that somebody took back. */
export function undoneIn({ changes, states }: GroupView): ReadonlySet<string> {
  return new Set(
    changes.flatMap(({ undoes, _id }) =>
      undoes !== undefined && states.get(_id)?.state !== 'refused' ? [undoes] : [],
    ),
  );
}

/** Whether a change is settled one way: its own state is final. */
export function isDecided(copy: TimetableCopy, change: TimetableChange): boolean {
  return verdictOf(copy.decisions.get(change._id) ?? []) !== undefined || copy.refused[change._id] !== undefined;
}
