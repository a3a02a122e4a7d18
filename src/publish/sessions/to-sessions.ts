import type { Session } from '#core/sessions/session.ts';
import type { CourseIn, EventIn, GroupIn } from '../directory.ts';
import { toCoreSession } from './written-session.ts';

/** What has dates: it says what it is, for the three differ in little else here. */
export type Meeting =
  | { readonly kind: 'group'; readonly thing: GroupIn }
  | { readonly kind: 'course'; readonly thing: CourseIn }
  | { readonly kind: 'event'; readonly thing: EventIn };

/** The sessions of a group or a course, or the one of an event, as the core knows them. */
export function sessionsOf(meeting: Meeting): readonly Session[] {
  switch (meeting.kind) {
    case 'group':
      return meeting.thing.facts.sessions.map((session) => toCoreSession(session));
    case 'course': {
      const { sessions, place } = meeting.thing.facts;
      return sessions.map((session) => toCoreSession(session, place));
    }
    case 'event': {
      const { starts, minutes, mode, place } = meeting.thing.facts;
      if (starts === null) return [];
      // An end that is not yet provided is the beginning: a page then says none.
      return [{ id: 'event', mode, ...(place === null ? {} : { place }), starts, minutes: minutes ?? 0, changes: [] }];
    }
  }
}
