import type { Day, WallTime } from './wall-time.ts';

export type Mode = 'in-person' | 'online' | 'phone';

interface Dated {
  /** The day it would have been; for an extra session, the day it is. */
  readonly on: Day;
  /** The day somebody wrote it down: of two changes to one day, the later counts. */
  readonly enteredOn: Day;
  readonly note?: string;
}

/** A dated change to a session. It says nothing any more once its days have passed (E27). */
export type SessionChange =
  | (Dated & { readonly kind: 'cancelled' })
  | (Dated & { readonly kind: 'moved'; readonly to: WallTime; readonly place?: string })
  | (Dated & { readonly kind: 'extra'; readonly to?: WallTime; readonly place?: string });

/** When and how people meet: by an RFC 5545 rule in London wall time, or once. */
export interface Session {
  readonly id: string;
  readonly mode: Mode;
  /** Where; absent when online, by phone, or not yet provided. */
  readonly place?: string;
  /** The first time. */
  readonly starts: WallTime;
  readonly minutes: number;
  /** An RRULE without its name; absent: once. */
  readonly rule?: string;
  readonly changes: readonly SessionChange[];
}

/** Whether a group meets on bank holidays; `unknown` never reads as yes. */
export type OnBankHolidays = 'yes' | 'no' | 'unknown';

/** The wall times at which a rule falls, from the first day to the last, both included. Given by the caller: it needs a library. */
export type Expander = (rule: string, starts: WallTime, first: Day, last: Day) => readonly WallTime[];
