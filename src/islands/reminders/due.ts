import { addDays, dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import type { Reminder } from '#store/reminders.ts';

/** A reminder whose time has come. */
export interface Due {
  readonly reminder: Reminder;
  readonly at: WallTime;
}

/** Reminders of dates that are today or tomorrow and still to come, each once. `now` is London's wall time. */
export function dueReminders(
  kept: readonly Reminder[],
  datesOf: (group: string) => readonly WallTime[],
  now: WallTime,
): readonly Due[] {
  return kept.flatMap((reminder) => {
    const at = datesOf(reminder.group).find((time) => time > now);
    const isSoon = at !== undefined && dayOf(at) <= addDays(dayOf(now), 1);
    return isSoon && at !== reminder.saidOf ? [{ reminder, at }] : [];
  });
}
