import type { Session } from '#core/sessions/session.ts';
import { changedSessions } from '#core/timetable/apply.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { readTarget, type TimetableChange } from '#core/timetable/change.ts';
import { fold } from '#core/timetable/fold.ts';

/** A group as the intake knows it: what the build published, or what a change that makes a new one says. */
export interface KnownGroup {
  readonly sessions: readonly Session[];
  /** Ids of sessions that somebody added, published or not. */
  readonly added: ReadonlySet<string>;
}

/** The group as it stands; nothing if neither the build nor a change knows it. `isPublished` says which changes count. */
export function knownGroup(
  base: TimetableBase,
  group: string,
  changes: readonly TimetableChange[],
  isPublished: (change: TimetableChange) => boolean,
): KnownGroup | undefined {
  const built = base.groups[group];
  const made = changes.filter(({ target }) => target === 'new');
  if (built === undefined && made.length === 0) return undefined;

  const first = built?.sessions ?? made.flatMap(({ set }) => sessionsIn(set['sessions']));
  const added = changes.flatMap(({ target }) => {
    const read = readTarget(target);
    return read?.kind === 'session' ? [read.session] : [];
  });
  return { sessions: changedSessions(first, fold(changes, isPublished)).sessions, added: new Set(added) };
}

/** A new group's sessions, as `parseChange` let them through. */
function sessionsIn(given: unknown): readonly Session[] {
  return Array.isArray(given) ? given.map((session) => ({ ...session, changes: [] }) as Session) : [];
}
