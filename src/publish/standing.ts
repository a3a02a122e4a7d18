import type { Programme } from './collections/programme.ts';

/**
 * Whether a programme takes forms on a day, and if not, why. `demonstration`: opened by hand though its dates have passed.
 * `off`: switched off, so in no list, search or feed of the site (F-15); its page stays for those who have its address.
 */
export type Standing = 'open' | 'waiting' | 'ended' | 'unknown' | 'demonstration' | 'off';

type Dated = Pick<Programme, 'status' | 'validFrom' | 'validTo' | 'off'>;

/** Dates are ISO, in London, first and last day included. */
export function standingOn(facts: Dated, today: string, openedByHand: boolean): Standing {
  if (facts.off === true) return 'off';
  const standing = byDates(facts, today);
  return standing !== 'open' && openedByHand ? 'demonstration' : standing;
}

function byDates({ status, validFrom, validTo }: Dated, today: string): Standing {
  if (status !== 'open') return status;
  if (validTo !== null && validTo < today) return 'ended';
  if (validFrom !== null && validFrom > today) return 'waiting';
  return 'open';
}

/** Whether a form may be offered. */
export function takesForms(standing: Standing): boolean {
  return standing === 'open' || standing === 'demonstration';
}

/** The day up to which something was certain, while nobody has confirmed since that it goes on (B12). */
export function unconfirmedSince(facts: Dated & Pick<Programme, 'lastChecked'>): string | undefined {
  const { status, validTo, lastChecked } = facts;
  return status === 'unknown' && validTo !== null && lastChecked <= validTo ? validTo : undefined;
}
