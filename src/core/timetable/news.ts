import type { Occurrence } from '../sessions/occurrences.ts';
import type { Day, WallTime } from '../sessions/wall-time.ts';
import type { GroupStatus } from './group-now.ts';

/** A text with its language, where that is not the page's. */
export interface NewsText {
  readonly text: string;
  readonly lang?: string;
}

/** One date as a list must say it now, in words. */
export interface NewsLine {
  readonly session: string;
  /** When it stands in a list as its content has it; absent: it may not be there yet. */
  readonly was?: WallTime;
  readonly at: WallTime;
  readonly state: Occurrence['state'];
  /** It is among the dates no more: a list that has it says so, one that has not adds nothing. */
  readonly isGone?: true;
  /** "Cancelled", "Moved": what is not as usual, in a word. */
  readonly word?: string;
  readonly day: string;
  readonly times: string;
  readonly mode: string;
  readonly place?: NewsText;
  readonly say: readonly string[];
  /** What the organiser wrote, in a language that nobody knows. */
  readonly note?: string;
}

/** What pages must say of a group otherwise than they were built. */
export interface NewsGroup {
  readonly name: NewsText;
  readonly programme: string;
  /** The word for an example. */
  readonly example?: string;
  readonly lines: readonly NewsLine[];
  /** The next date on which one can go, or that there is none; before it, what is off until then. */
  readonly next: { readonly text: string; readonly off?: string; readonly day?: Day };
  /** The next dates on which one can go. */
  readonly dates: readonly WallTime[];
  readonly status?: { readonly kind: GroupStatus; readonly title: string; readonly body: string };
  /** The word for a full group. */
  readonly full?: string;
  readonly cost?: string;
  /** It may be out of date; null: it was, and somebody has confirmed it. */
  readonly old?: { readonly title: string; readonly body: string } | null;
  readonly confirmed?: string;
  /** The group as one text message. */
  readonly message: string;
}

/** What has changed since the pages were built, in one language. It holds what anybody may know, and no author. */
export interface News {
  /** Another with every change. */
  readonly version: string;
  readonly words: {
    readonly checked: string;
    readonly notChecked: string;
    readonly inPage: string;
    readonly nextTitle: string;
    readonly noDates: string;
  };
  readonly groups: { readonly [group: string]: NewsGroup };
}

/** The path of a language's news. */
export function newsPath(lang: string): string {
  return `/timetable/${lang}/changes.json`;
}
