import type { Occurrence } from '#core/sessions/occurrences.ts';
import { type PlaceIn, thingIn } from '../directory.ts';
import { programmeIn } from '../queries.ts';
import type { Entry } from './agenda.ts';
import type { Meeting } from './to-sessions.ts';

/** A text with the language it is in, where that is not the page's. */
export interface Said {
  readonly text: string;
  readonly lang?: string | undefined;
}

/** One session as a page shows it, in its language. */
export interface SessionLine {
  readonly occurrence: Occurrence;
  /** A group's id, for those who keep it. */
  readonly group?: string | undefined;
  /** Without its language: `/groups/derby-monday/`. */
  readonly path: string;
  readonly name: Said;
  /** Where its programme is: Derby, Southwark. */
  readonly area: Said;
  readonly isExample: boolean;
  readonly isFull: boolean;
  readonly place?: Said | undefined;
  readonly access?: PlaceIn['facts'] | undefined;
  /** The place it moved to, or was at before. */
  readonly otherPlace?: Said | undefined;
  readonly note?: Said | undefined;
}

const FOLDERS = { group: 'groups', course: 'courses', event: 'events' } as const;

/** A thing's page, without its language. */
export function pathOf({ kind, thing }: Meeting): string {
  return `/${FOLDERS[kind]}/${thing.facts.id}/`;
}

/** An entry with every word that its line needs. */
export function toLine({ meeting, occurrence }: Entry, lang: string): SessionLine {
  const { kind, thing } = meeting;
  const programme = programmeIn(lang, thing.facts.programme);
  const place = occurrence.place === undefined ? undefined : thingIn('places', lang, occurrence.place);
  const otherId =
    (occurrence.state === 'movedAway' && occurrence.toPlace) ||
    (occurrence.state === 'movedHere' && occurrence.fromPlace);
  const other = otherId ? thingIn('places', lang, otherId) : undefined;
  return {
    occurrence,
    group: kind === 'group' ? thing.facts.id : undefined,
    path: pathOf(meeting),
    name: said(thing.text.name, thing.textLang, lang),
    area: said(programme.text.area ?? programme.facts.area, programme.text.area ? programme.textLang : 'en', lang),
    isExample: thing.facts.example === true,
    isFull:
      (kind === 'group' && thing.facts.groupStatus === 'full') ||
      (kind === 'course' && ['full', 'waiting-list'].includes(thing.facts.courseStatus)),
    place: place && said(place.text.name, place.textLang, lang),
    access: place?.facts,
    otherPlace: other && said(other.text.name, other.textLang, lang),
    note: noteOf(meeting, occurrence.note, lang),
  };
}

function noteOf(meeting: Meeting, note: string | undefined, lang: string): Said | undefined {
  if (note === undefined || meeting.kind === 'event') return undefined;
  const text = meeting.thing.text.notes[note];
  return text === undefined ? undefined : said(text, meeting.thing.textLang, lang);
}

/** A text, marked with its language if that is not the page's. */
export function said(text: string, textLang: string, lang: string): Said {
  return textLang === lang ? { text } : { text, lang: textLang };
}
