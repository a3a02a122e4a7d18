import { canonicalJson, type Json } from '../canonical-json.ts';
import { addDays, type Day } from '../sessions/wall-time.ts';

/** `change:` and the SHA-256 (hex) of the canonical JSON of all other fields. */
export type ChangeId = string;

/**
 * What is changed: `group`, `session:<id>`, one date of a session `date:<session>:<day>`, the words of one language
 * `words:<language>`, or `new`, a whole new group.
 */
export type Target = string;

/** New values by field; `null` is back to what the content says. */
export type Fields = { readonly [field: string]: Json };

/** One edit of a group's timetable. It is written once and never altered: what it undoes or replaces stays beside it. */
export interface TimetableChange {
  readonly _id: ChangeId;
  readonly kind: 'change';
  readonly version: 1;
  readonly group: string;
  readonly target: Target;
  readonly set: Fields;
  /** The newest changes of this group that the author had seen: what an edit came after, whatever the clocks say. */
  readonly after: readonly ChangeId[];
  /** The author's person id. The intake lets nobody write in another's name. */
  readonly by: string;
  /** The device's clock, ISO 8601: for people to read. It decides nothing. */
  readonly enteredAt: string;
  /** 16 hex digits of chance: the same edit made twice is two changes. */
  readonly nonce: string;
  readonly undoes?: ChangeId;
}

/** What the intake, by itself, or an editor made of a change. */
export interface Decision {
  /** `decision:` and the SHA-256 (hex) of the canonical JSON of all other fields. */
  readonly _id: string;
  readonly kind: 'decision';
  readonly version: 1;
  readonly change: ChangeId;
  readonly group: string;
  readonly verdict: 'published' | 'refused';
  /** An editor's reason in their own words. */
  readonly why?: string;
  /** `automatic`, or an editor's person id. */
  readonly by: string;
  readonly decidedAt: string;
}

export type TimetableDocument = TimetableChange | Decision;

export const AUTOMATIC = 'automatic';

/** The largest document of the timetable, in bytes of JSON. */
export const LARGEST_CHANGE_BYTES = 8 * 1024;

/** `now`: published after automatic checks. `editor`: waits for somebody to read it (U18). */
export type Lane = 'now' | 'editor';

/** Times, places and closures must reach people tonight; names and wording are worth a second pair of eyes. */
export function laneOf({ target }: Pick<TimetableChange, 'target'>): Lane {
  return target === 'new' || target.startsWith('words:') ? 'editor' : 'now';
}

/** A target, taken apart. */
export type ReadTarget =
  | { readonly kind: 'date'; readonly session: string; readonly day: Day }
  | { readonly kind: 'session'; readonly session: string }
  | { readonly kind: 'words'; readonly language: string }
  | { readonly kind: 'group' | 'new' };

const DATE = /^date:([a-z0-9-]{1,64}):(\d{4}-\d\d-\d\d)$/;
const SESSION = /^session:([a-z0-9-]{1,64})$/;
const WORDS = /^words:([a-z]{2,3}(?:-[A-Za-z]{2,4})?)$/;

/** Reads a target; nothing if it is none. */
export function readTarget(target: Target): ReadTarget | undefined {
  if (target === 'group' || target === 'new') return { kind: target };
  const [, session, day] = DATE.exec(target) ?? [];
  if (session !== undefined && day !== undefined) {
    return isDay(day) ? { kind: 'date', session, day } : undefined;
  }
  const [, whole] = SESSION.exec(target) ?? [];
  if (whole !== undefined) return { kind: 'session', session: whole };
  const [, language] = WORDS.exec(target) ?? [];
  return language === undefined ? undefined : { kind: 'words', language };
}

function isDay(text: string): boolean {
  return !Number.isNaN(Date.parse(`${text}T00:00Z`)) && addDays(text, 0) === text;
}

/** What a document's id is the hash of. */
export function hashedPart({ _id: _, ...rest }: Omit<TimetableDocument, '_id'> & { readonly _id?: string }): string {
  return canonicalJson(rest as unknown as Json);
}

/**
 * The one revision a document ever has, the same on every device and server. So replication never makes two of one.
 */
export function revisionOf(id: string): string {
  return `1-${id.slice(id.indexOf(':') + 1).slice(0, 32)}`;
}

/** The verdict that counts: an editor's refusal takes back what was published before. Nothing: not decided yet. */
export function verdictOf(decisions: readonly Decision[]): Decision | undefined {
  return decisions.find(({ verdict }) => verdict === 'refused') ?? decisions[0];
}
