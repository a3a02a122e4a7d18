const DAY_MS = 24 * 60 * 60_000;

/** A draft left alone is kept this long. */
export const DRAFT_DAYS = 14;

// A page is not left for longer than a year and a bit and then finished: such an age is a clock that jumped.
const OLDEST_BELIEVED_DAYS = 400;

/** `clockFault`: saved in the future, or absurdly long ago. One of the two clocks was wrong, so nothing may be thrown away. */
export function judgeDraftAge(savedAt: number, now: number): 'fresh' | 'old' | 'clockFault' {
  const days = (now - savedAt) / DAY_MS;
  if (days < 0 || days > OLDEST_BELIEVED_DAYS) return 'clockFault';
  return days > DRAFT_DAYS ? 'old' : 'fresh';
}

/** When a draft goes if it is left alone, in milliseconds. */
export function keptUntil(savedAt: number): number {
  return savedAt + DRAFT_DAYS * DAY_MS;
}
