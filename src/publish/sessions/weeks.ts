import { addDays, type Day, daysFrom, mondayOf } from '#core/sessions/wall-time.ts';
import { shownDays } from './agenda.ts';

/** A week that the pages know, from its first shown day (Monday, or today) to Sunday. */
export interface Week {
  /** Its Monday, as in its address; the present week has none. */
  readonly name: Day | undefined;
  readonly days: readonly Day[];
}

/** The present week and those after it that the pages know whole. */
export function shownWeeks(): readonly Week[] {
  const { first, last } = shownDays();
  const mondays = daysFrom(mondayOf(first), last).filter((day, index) => index % 7 === 0 && addDays(day, 6) <= last);
  return mondays.map((monday, index) => ({
    name: index === 0 ? undefined : monday,
    days: daysFrom(index === 0 ? first : monday, addDays(monday, 6)),
  }));
}
