import { clockOf, dayOf } from '#core/sessions/wall-time.ts';
import { datesOf, meetingsIn, shownDays } from '#publish/sessions/agenda.ts';

/**
 * The dates of every group, course and event by id, for filters and for "my groups": `[date, start, mode, state]`.
 * What is paused or over stands there without dates; what is not there does not exist.
 */
export function GET() {
  const { first, last } = shownDays();
  const dates = (kind: 'group' | 'course' | 'event') =>
    Object.fromEntries(
      meetingsIn('en')
        .filter((meeting) => meeting.kind === kind)
        .map((meeting) => [
          meeting.thing.facts.id,
          datesOf(meeting).map(({ starts, mode, state }) => [dayOf(starts), clockOf(starts), mode, state]),
        ]),
    );
  return Response.json({ first, last, groups: dates('group'), courses: dates('course'), events: dates('event') });
}
