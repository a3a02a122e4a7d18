import type { Mode } from '../../sessions/session.ts';
import type { Day, WallTime } from '../../sessions/wall-time.ts';

/** A service as directories pass it to each other: what our own model and every version of the standard can both say. */
export interface Listing {
  /** In the feed that it stands in, or is to stand in. */
  readonly id: string;
  readonly name: string;
  readonly about: readonly string[];
  readonly whoFor: readonly string[];
  readonly howToGetIn: readonly string[];
  readonly status: 'open' | 'waiting' | 'ended' | 'unknown';
  /** The day somebody last said that all this is so. */
  readonly checkedOn?: Day;
  readonly ages: { readonly from?: number; readonly to?: number };
  readonly telephones: readonly Telephone[];
  readonly email?: string;
  readonly web?: string;
  readonly costs: readonly Price[];
  /** Something to know before all else, for a short time. */
  readonly alert?: string;
  readonly languages: readonly Tongue[];
  readonly organisation?: Provider;
  readonly terms: readonly Term[];
  /** Where people must live to use it, in words. */
  readonly areas: readonly string[];
  readonly sites: readonly Site[];
  readonly sessions: readonly ListedSession[];
  /** What is said of its times and is no session. */
  readonly times: readonly string[];
}

export interface Telephone {
  readonly number: string;
  /** Such as `voice`, `text`, `minicom`. */
  readonly kind?: string;
  readonly note?: string;
}

export interface Price {
  /** Absent: only the words are known. 0 is free. */
  readonly pence?: number;
  readonly words?: string;
}

export interface Tongue {
  /** ISO 639 code; absent where a feed gives a name only. */
  readonly code?: string;
  readonly name?: string;
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly email?: string;
  readonly web?: string;
  readonly parent?: string;
}

export interface Term {
  readonly id: string;
  readonly name: string;
  readonly about?: string;
  readonly parent?: string;
  /** The list of terms that it is from. */
  readonly taxonomy?: string;
}

export interface Site {
  readonly id: string;
  readonly kind: 'physical' | 'postal' | 'virtual';
  readonly name?: string;
  readonly about?: string;
  readonly address?: Address;
  /** What it has, a line each. */
  readonly access: readonly string[];
}

export interface Address {
  readonly street: string;
  readonly town: string;
  /** The standard asks for one: a county, or a country of the United Kingdom. */
  readonly county: string;
  readonly postcode: string;
}

export interface ListedSession {
  readonly id: string;
  readonly starts: WallTime;
  readonly minutes: number;
  /** An RRULE without its name; absent: once. */
  readonly rule?: string;
  readonly mode?: Mode;
  readonly site?: string;
  /** The days between which this is known to be so. */
  readonly validFrom?: Day;
  readonly validTo?: Day;
  readonly notes: readonly string[];
}
