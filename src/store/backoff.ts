import { isMonitoring, type Parcel } from './parcel.ts';

const FIRST_MS = 2_000;
const LONGEST_MS = 5 * 60_000;

/** A server may ask for more patience than we have by ourselves, up to an hour. */
export const LONGEST_ASKED_MS = 60 * 60_000;

const MONITORING_SOONEST_MS = 5_000;
const MONITORING_LATEST_MS = 20_000;

/**
 * Milliseconds to wait before trying again after `attempts` attempts (at least 1).
 * `chance`, from 0 to 1, spreads out devices that lost the same mast together.
 */
export function waitMs(attempts: number, chance: number): number {
  const ceiling = Math.min(FIRST_MS * 2 ** (attempts - 1), LONGEST_MS);
  return Math.round((ceiling / 2) * (1 + chance));
}

/** Milliseconds that keep equality answers apart in time from the form they came with. */
export function monitoringDelayMs(chance: number): number {
  return Math.round(MONITORING_SOONEST_MS + (MONITORING_LATEST_MS - MONITORING_SOONEST_MS) * chance);
}

/**
 * Milliseconds until a waiting parcel may be tried; 0 is now. A clock that was put back, or a time further away
 * than any wait we give, means that the clock jumped: such a parcel is due at once.
 */
export function dueInMs(parcel: Extract<Parcel, { state: 'waiting' }>, now: number): number {
  const left = parcel.tryAgainAt - now;
  if (left <= 0 || now < parcel.triedAt || left > LONGEST_ASKED_MS) return 0;
  return left;
}

/** Milliseconds until the first of the waiting parcels is due, or nothing if none waits. */
export function nextDueInMs(parcels: readonly Parcel[], now: number): number | undefined {
  const waits = parcels.flatMap((parcel) => (parcel.state === 'waiting' ? [dueInMs(parcel, now)] : []));
  return waits.length === 0 ? undefined : Math.min(...waits);
}

/**
 * What to push in this round, oldest first. Forms go before equality answers, and while a form is due no equality
 * answers go at all. `force` (a person pressed "Send now") does not wait, but keeps the distance between the two.
 */
export function dueParcels(parcels: readonly Parcel[], now: number, force: boolean): readonly Parcel[] {
  const due = parcels
    .filter((parcel) => parcel.state === 'waiting')
    .filter((parcel) => (force && !keepsDistance(parcel)) || dueInMs(parcel, now) === 0)
    .sort((a, b) => a.savedAt - b.savedAt);
  const forms = due.filter((parcel) => !isMonitoring(parcel));
  return forms.length > 0 ? forms : due;
}

function keepsDistance(parcel: Parcel): boolean {
  return isMonitoring(parcel) && parcel.attempts === 0;
}

/** Reads `Retry-After` (seconds, or a date counted from the server's own `Date`), never more than an hour. */
export function readRetryAfterMs(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim();
  if (!text) return undefined;
  const serverNow = Date.parse(headers.get('date') ?? '');
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - (Number.isNaN(serverNow) ? now : serverNow);
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), LONGEST_ASKED_MS);
}
