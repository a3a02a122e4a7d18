import type { WallTime } from '#core/sessions/wall-time.ts';

/** What the clocks in London show now. */
export function londonTime(now: number): WallTime {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
  return shown.format(now).replace(' ', 'T');
}
