import type { z } from 'zod';
import { area, areaText } from './area.ts';
import { course, courseText } from './course.ts';
import { event, eventText } from './event.ts';
import { term, termText } from './glossary.ts';
import { group, groupText } from './group.ts';
import { listing, listingText } from './listing.ts';
import { opportunity, opportunityText } from './opportunity.ts';
import { organisation, organisationText } from './organisation.ts';
import { place, placeText } from './place.ts';
import type { Session } from './session.ts';
import { supportArea, supportAreaText } from './support-area.ts';
import { topic, topicText } from './topic.ts';

/** What a reference may lead to: a kind of the directory, or one of the things it stands beside. */
export type Target = DirectoryKind | 'programmes' | 'services';

/** That a field names another thing by id. One of several kinds will do. */
export interface Reference {
  readonly field: string;
  readonly id: string;
  readonly to: readonly [Target, ...Target[]];
}

interface Kind<Facts extends z.ZodType, Text extends z.ZodType> {
  /** The folder below `content`. */
  readonly folder: string;
  /** The file of facts in a thing's folder; none: its folder's name is all. */
  readonly file?: string;
  /** Its folders lie one level deeper, below a folder for each source. */
  readonly bySource?: true;
  readonly facts: Facts;
  readonly text: Text;
  refers(facts: z.infer<Facts>): readonly Reference[];
}

const kind = <Facts extends z.ZodType<{ id: string }>, Text extends z.ZodType>(row: Kind<Facts, Text>) => row;

/** The kinds of the directory: a folder each. To add one, add its schema and a row. */
export const KINDS = {
  topics: kind({ folder: 'topics', file: 'topic.yaml', facts: topic, text: topicText, refers: () => [] }),
  supportAreas: kind({
    folder: 'support-areas',
    file: 'area.yaml',
    facts: supportArea,
    text: supportAreaText,
    refers: ({ topics }) => all('topics', topics, 'topics'),
  }),
  areas: kind({
    folder: 'areas',
    file: 'area.yaml',
    facts: area,
    text: areaText,
    refers: ({ programme, alsoServedBy }) => [
      ...one('programme', programme, 'programmes'),
      ...all('alsoServedBy', alsoServedBy, 'programmes'),
    ],
  }),
  organisations: kind({
    folder: 'organisations',
    file: 'organisation.yaml',
    facts: organisation,
    text: organisationText,
    refers: ({ programmes, topics }) => [
      ...all('programmes', programmes, 'programmes'),
      ...all('topics', topics, 'topics'),
    ],
  }),
  places: kind({
    folder: 'places',
    file: 'place.yaml',
    facts: place,
    text: placeText,
    refers: ({ area, programmes }) => [...one('area', area, 'areas'), ...all('programmes', programmes, 'programmes')],
  }),
  groups: kind({
    folder: 'groups',
    file: 'group.yaml',
    facts: group,
    text: groupText,
    refers: ({ programme, topics, area, organiser, sessions }) => [
      ...one('programme', programme, 'programmes'),
      ...all('topics', topics, 'topics'),
      ...one('area', area, 'areas'),
      ...one('organiser', organiser, 'organisations', 'programmes'),
      ...placesOf(sessions),
    ],
  }),
  courses: kind({
    folder: 'courses',
    file: 'course.yaml',
    facts: course,
    text: courseText,
    refers: ({ programme, provider, topics, place, sessions }) => [
      ...one('programme', programme, 'programmes'),
      ...one('provider', provider, 'organisations', 'services'),
      ...all('topics', topics, 'topics'),
      ...one('place', place, 'places'),
      ...placesOf(sessions),
    ],
  }),
  events: kind({
    folder: 'events',
    file: 'event.yaml',
    facts: event,
    text: eventText,
    refers: ({ programme, topics, place }) => [
      ...one('programme', programme, 'programmes'),
      ...all('topics', topics, 'topics'),
      ...one('place', place, 'places'),
    ],
  }),
  opportunities: kind({
    folder: 'opportunities',
    file: 'opportunity.yaml',
    facts: opportunity,
    text: opportunityText,
    refers: ({ programme, organisation, area, training }) => [
      ...one('programme', programme, 'programmes'),
      ...one('organisation', organisation, 'organisations'),
      ...one('area', area, 'areas'),
      ...all('training', training, 'courses'),
    ],
  }),
  glossary: kind({ folder: 'glossary', facts: term, text: termText, refers: () => [] }),
  listings: kind({
    folder: 'imported',
    file: 'listing.yaml',
    bySource: true,
    facts: listing,
    text: listingText,
    refers: () => [],
  }),
};

export type DirectoryKind =
  | 'topics'
  | 'supportAreas'
  | 'areas'
  | 'organisations'
  | 'places'
  | 'groups'
  | 'courses'
  | 'events'
  | 'opportunities'
  | 'glossary'
  | 'listings';

/** The facts of a kind's things. */
export type FactsOf<K extends DirectoryKind> = z.infer<(typeof KINDS)[K]['facts']>;
/** Their words in one language. */
export type TextOf<K extends DirectoryKind> = z.infer<(typeof KINDS)[K]['text']>;

function one(field: string, id: string | null, ...to: [Target, ...Target[]]): Reference[] {
  return id === null ? [] : [{ field, id, to }];
}

function all(field: string, ids: readonly string[], ...to: [Target, ...Target[]]): Reference[] {
  return ids.map((id, at) => ({ field: `${field}.${at}`, id, to }));
}

function placesOf(sessions: readonly Session[]): Reference[] {
  return sessions.flatMap(({ place, exceptions }, at) => [
    ...one(`sessions.${at}.place`, place, 'places'),
    ...exceptions.flatMap((exception, nth) =>
      'place' in exception ? one(`sessions.${at}.exceptions.${nth}.place`, exception.place ?? null, 'places') : [],
    ),
  ]);
}
