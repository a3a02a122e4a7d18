import type { DirectoryKind, FactsOf, TextOf } from './collections/kinds.ts';
import type { Programme } from './collections/programme.ts';
import { oncePer } from './once.ts';
import { type InLanguage, inLanguage, isOpenedByHand, programmeIds, programmeIn, siteContent } from './queries.ts';
import type { Described } from './read-content.ts';
import { type Standing, standingOn } from './standing.ts';
import { today } from './today.ts';

/** A thing of the directory in one language. Things without dates of their own stand as open. */
export type ThingIn<K extends DirectoryKind> = InLanguage<FactsOf<K>, TextOf<K>> & { readonly standing: Standing };

export type TopicIn = ThingIn<'topics'>;
export type SupportAreaIn = ThingIn<'supportAreas'>;
export type AreaIn = ThingIn<'areas'>;
export type OrganisationIn = ThingIn<'organisations'>;
export type PlaceIn = ThingIn<'places'>;
export type GroupIn = ThingIn<'groups'>;
export type CourseIn = ThingIn<'courses'>;
export type EventIn = ThingIn<'events'>;
export type OpportunityIn = ThingIn<'opportunities'>;
export type TermIn = ThingIn<'glossary'>;

export const topicsIn = (lang: string) => thingsIn('topics', lang);
export const supportAreasIn = (lang: string) => thingsIn('supportAreas', lang);
export const areasIn = (lang: string) => thingsIn('areas', lang);
export const organisationsIn = (lang: string) => thingsIn('organisations', lang);
export const placesIn = (lang: string) => thingsIn('places', lang);
export const groupsIn = (lang: string) => thingsIn('groups', lang);
export const coursesIn = (lang: string) => thingsIn('courses', lang);
export const eventsIn = (lang: string) => thingsIn('events', lang);
export const opportunitiesIn = (lang: string) => thingsIn('opportunities', lang);
export const termsIn = (lang: string) => thingsIn('glossary', lang);

/** All things of a kind, by their order or else by name. What is switched off is not there; nor are examples, if they are. */
export function thingsIn<K extends DirectoryKind>(kind: K, lang: string): readonly ThingIn<K>[] {
  return [...made(lang)[kind].values()].filter(({ standing }) => standing !== 'off');
}

/** Ids of all things of a kind, those switched off as well: each has a page. */
export function idsOf(kind: DirectoryKind): readonly string[] {
  return siteContent().directory[kind].map(({ facts }) => facts.id);
}

/** A thing by kind and id. */
export function thingIn<K extends DirectoryKind>(kind: K, lang: string, id: string): ThingIn<K> {
  const thing = made(lang)[kind].get(id);
  if (!thing) throw new Error(`There is no "${id}" among the ${kind}.`);
  return thing;
}

type Made = { readonly [K in DirectoryKind]: ReadonlyMap<string, ThingIn<K>> };

const once = oncePer<Made>();

/** The whole directory in a language. */
function made(lang: string): Made {
  const { directory } = siteContent();
  return once(directory, lang, () => {
    const programmes = new Map(programmeIds().map((id) => [id, programmeIn(lang, id).standing]));
    const names = new Intl.Collator(lang);
    const inOrder = (a: Loose, b: Loose) =>
      (a.facts.order ?? 0) - (b.facts.order ?? 0) || names.compare(nameOf(a), nameOf(b));
    const kinds = Object.entries(directory).map(([kind, things]) => {
      const inThisLanguage = (things as readonly Described<LooseFacts, LooseText>[]).map(
        (thing): Loose => ({ ...inLanguage(thing, lang, {}), standing: standingOf(thing.facts, programmes) }),
      );
      return [kind, new Map(inThisLanguage.sort(inOrder).map((thing) => [thing.facts.id, thing]))];
    });
    return Object.fromEntries(kinds) as Made;
  });
}

/** What the kinds have in common, as far as order and standing go. */
type LooseFacts = {
  readonly id: string;
  readonly order?: number;
  readonly programme?: string;
  /** Of a place or an organisation: all that it belongs to. */
  readonly programmes?: readonly string[];
  /** Of an area. */
  readonly alsoServedBy?: readonly string[];
} & Partial<Pick<Programme, 'status' | 'validFrom' | 'validTo'>>;
type LooseText = { readonly name?: string; readonly term?: string };
type Loose = InLanguage<LooseFacts, LooseText> & { readonly standing: Standing };

const nameOf = ({ facts, text }: Loose) => text.name ?? text.term ?? facts.id;

/** A thing stands as its programme does, or worse. What belongs to programmes that are all switched off is off. */
function standingOf(facts: LooseFacts, programmes: ReadonlyMap<string, Standing>): Standing {
  const its = facts.programmes ?? [
    ...(facts.programme === undefined ? [] : [facts.programme]),
    ...(facts.alsoServedBy ?? []),
  ];
  if (its.length > 0 && its.every((id) => programmes.get(id) === 'off')) return 'off';
  const own = facts.programme === undefined ? 'open' : (programmes.get(facts.programme) ?? 'open');
  // An area that another programme serves, too, is not off with its first.
  const programme = own === 'off' ? 'open' : own;
  const { status, validFrom = null, validTo = null } = facts;
  if (programme !== 'open' || status === undefined) return programme;
  return standingOn({ status, validFrom, validTo }, today(), isOpenedByHand(facts.programme ?? ''));
}
