import type site from '../../content/messages/en/site.json';
import type timetable from '../../content/messages/en/timetable.json';

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<Name extends string> = Name extends `${infer Base}_${Plural}` ? Base : Name;

type Names<Texts> = {
  [Name in keyof Texts & string]: Texts[Name] extends string ? WithoutPlural<Name> : `${Name}.${Names<Texts[Name]>}`;
}[keyof Texts & string];

/** The texts of the pages, known by name to the compiler. */
export type SiteKey = `site:${Names<typeof site>}`;

/** The texts of timetables, groups, courses and events, known as well. */
export type TimetableKey = `timetable:${Names<typeof timetable>}`;

/** A text's namespace and name. Those outside `site` and `timetable` are checked when they are used. */
export type Key =
  | SiteKey
  | TimetableKey
  | `check:${string}`
  | `news:${string}`
  | `paper:${string}`
  | `exchange:${string}`
  | `form:${string}`
  | `outbox:${string}`
  | `draft:${string}`
  | `intake:${string}`
  | `organise:${string}`
  | `review:${string}`
  | `made:${string}`
  | `builder:${string}`
  | `directory:${string}`;
