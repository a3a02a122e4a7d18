import type { Receipt } from '#core/submission/receipt.ts';

/** A finished, sealed form on its way from this device to the service. */
export type Parcel = {
  /** The envelope's id; the reference a person reads out is derived from it. */
  readonly id: string;
  readonly form: string;
  readonly formVersion: string;
  /** The service that can read it. */
  readonly recipient: string;
  /** The language the form was filled in. */
  readonly language: string;
  /** Milliseconds, by this device's clock. */
  readonly savedAt: number;
  readonly attempts: number;
  /** The draft it was made from, so that the same draft is never sent twice. Monitoring parcels have none. */
  readonly draft?: string;
  /** Nobody can reply: its writer left no name and no way to reach them. */
  readonly isNameless?: true;
} & ParcelState;

export type ParcelState =
  /** Not yet safe: the person has been told nothing. */
  | { readonly state: 'saving' }
  /** Safe here. `triedAt` is when `tryAgainAt` was worked out: a clock earlier than that has been put back. */
  | {
      readonly state: 'waiting';
      readonly triedAt: number;
      readonly tryAgainAt: number;
      readonly problem?: WaitingProblem;
    }
  /** Proved by the service's signature. */
  | { readonly state: 'received'; readonly receipt: Receipt; readonly jws: string }
  /** The service will never take it as it is: kept until the person decides. */
  | { readonly state: 'refused'; readonly problem: RefusedProblem };

/** Why the last attempt did not end in a receipt. */
export type WaitingProblem =
  | 'noConnection'
  | 'strangeAnswer'
  | 'notAllowed'
  | 'busy'
  | 'serverTrouble'
  | 'notProved'
  | 'deviceTrouble';

const REFUSALS = [
  'notAnEnvelope',
  'unknownField',
  'wrongId',
  'tooLarge',
  'unknownForm',
  'unknownFormVersion',
  'unknownRecipient',
  'badGeneration',
] as const;

/** `lostHere`: the browser has thrown the sealed form away while its entry stayed. */
export type RefusedProblem = (typeof REFUSALS)[number] | 'lostHere';

/** Reads the code of the drop box. Anything it does not say by design is not a refusal, and is tried again. */
export function toRefusal(code: unknown): RefusedProblem | undefined {
  return REFUSALS.find((known) => known === code);
}

/** Equality answers: never pushed together with, or right after, a form that has a name on it. */
export function isMonitoring(parcel: { readonly id: string }): boolean {
  return parcel.id.startsWith('monitoring:');
}
