import { type Day, dayOf, type WallTime } from '#core/sessions/wall-time.ts';
import type { CourseIn } from '../directory.ts';

/** When a course begins, and whether it has: the first of its sessions, also where that lies further ahead than the lists go. */
export function courseStart(
  { facts }: CourseIn,
  today: Day,
): { readonly at: WallTime; readonly hasBegun: boolean } | undefined {
  const [at] = facts.sessions.map(({ starts }) => starts).toSorted();
  return at === undefined ? undefined : { at, hasBegun: dayOf(at) < today };
}
