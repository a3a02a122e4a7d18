import { wordsFor } from '#i18n/site-words.ts';
import type { Directory, SiteContent } from './read-content.ts';
import { type BrokenReference, brokenReferences } from './references.ts';

type Thing = {
  readonly facts: { readonly id: string; readonly approved?: boolean | undefined; readonly programme?: string };
  readonly text: { readonly [lang: string]: object };
};

/** Whether drafts are shown: while an editor looks at their work in `astro dev`. No setting makes a build show one (E68). */
export function showsDrafts(): boolean {
  return import.meta.env?.DEV === true;
}

/** The content without its drafts (`approved: false`) and without all that belongs to a programme that is one. */
export function withoutDrafts(content: SiteContent): SiteContent {
  const programmes = content.programmes.filter(isApproved);
  const gone = idsOf(content.programmes.filter((one) => !isApproved(one)));
  const stays = (thing: Thing) => isApproved(thing) && !gone.has(thing.facts.programme ?? '');
  const services = content.services.filter(stays);
  const left = idsOf(content.services.filter((one) => !stays(one)));
  return {
    ...content,
    programmes: programmes.map(({ facts, ...programme }) => ({
      ...programme,
      facts: { ...facts, services: facts.services.filter((id) => !left.has(id)) },
    })),
    services,
    pages: content.pages.filter(stays),
    directory: eachKind(content.directory, (things) => things.filter(stays)),
  };
}

/** The content with "Not approved" before the name of each draft, wherever a page, a list or the search says it. */
export function withDraftsMarked(content: SiteContent): SiteContent {
  const mark = <One extends Thing>(thing: One): One => {
    if (isApproved(thing)) return thing;
    const text = Object.entries(thing.text).map(([lang, words]) => [lang, markedText(words, lang)]);
    return { ...thing, text: Object.fromEntries(text) };
  };
  return {
    ...content,
    programmes: content.programmes.map(mark),
    services: content.services.map(mark),
    pages: content.pages.map(mark),
    directory: eachKind(content.directory, (things) => things.map(mark)),
  };
}

/** The drafts, as an editor is told of them. */
export function draftsIn({ programmes, services, pages, directory }: SiteContent): readonly string[] {
  return [...programmes, ...services, ...pages, ...Object.values(directory).flat()]
    .filter((one) => !isApproved(one))
    .map(({ folder }) => `${folder}: a draft, not approved, so not published.`);
}

/** What is published and refers to a draft: it would lead nowhere. */
export function referencesToDrafts(content: SiteContent): readonly BrokenReference[] {
  const key = ({ file, field, what }: BrokenReference) => `${file}\n${field}\n${what.split('.')[0]}`;
  const known = new Set(brokenReferences(content).map(key));
  return brokenReferences(withoutDrafts(content))
    .filter((one) => !known.has(key(one)))
    .map(({ file, field, what }) => ({
      file,
      field,
      what: `${/^"[^"]*"/.exec(what)?.[0] ?? 'What it names'} is not approved, so it is not published.`,
      cure: 'Take "approved: false" out of it once it is approved, or take the reference out.',
    }));
}

const isApproved = ({ facts }: Thing) => facts.approved !== false;
const idsOf = (things: readonly Thing[]): ReadonlySet<string> => new Set(things.map(({ facts }) => facts.id));

function eachKind(directory: Directory, change: (things: readonly Thing[]) => readonly Thing[]): Directory {
  // A union of lists has no common `map` for TypeScript; every kind's facts may carry the mark.
  return Object.fromEntries(
    Object.entries(directory).map(([kind, things]) => [kind, change(things as readonly Thing[])]),
  ) as Directory;
}

function markedText(words: object, lang: string): object {
  const mark = wordsFor(lang).t('site:notApproved');
  return Object.fromEntries(
    Object.entries(words).map(([field, value]) => [
      field,
      ['name', 'title', 'term'].includes(field) ? `${mark}: ${value}` : value,
    ]),
  );
}
