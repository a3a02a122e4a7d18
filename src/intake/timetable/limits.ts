import { addDays, type Day } from '#core/sessions/wall-time.ts';
import type { TimetableChange } from '#core/timetable/change.ts';
import type { Author } from './check-rights.ts';
import type { Ledger } from './ledger.ts';

export const MOST_OF_GROUP = 500;
export const MOST_OF_PERSON = 2_000;
const OPEN_DAYS = 31;

/** What one person, or one group, may fill the ledger with: far more than people write, far less than harms. */
export interface Limits {
  /** Whether there is room for one more document of this person today. */
  hasRoomFor(author: Author): boolean;
  count(author: Author): void;
}

export function makeLimits(today: () => Day): Limits {
  let day: Day | undefined;
  const written = new Map<string, number>();
  const writtenToday = (id: string) => {
    if (day !== today()) written.clear();
    day = today();
    return written.get(id) ?? 0;
  };
  return {
    hasRoomFor: ({ id }) => writtenToday(id) < MOST_OF_PERSON,
    count: ({ id }) => void written.set(id, writtenToday(id) + 1),
  };
}

/** How many changes of a group wait for somebody, or were decided in the last month. */
export function openChanges(changes: readonly TimetableChange[], ledger: Ledger, today: Day): number {
  const since = addDays(today, -OPEN_DAYS);
  const isOpen = ({ _id }: TimetableChange) => {
    const decided = ledger.decisionsOf(_id);
    return decided.length === 0 || decided.some(({ decidedAt }) => decidedAt >= since);
  };
  return changes.length < MOST_OF_GROUP ? changes.length : changes.filter(isOpen).length;
}
