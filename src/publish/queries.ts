import { fillIn } from '#i18n/plural-of.ts';
import type { ContentPage } from './collections/page.ts';
import type { FormsFor, Programme, ProgrammeText } from './collections/programme.ts';
import type { Service, ServiceText } from './collections/service.ts';
import { referencesToDrafts, showsDrafts, withDraftsMarked, withoutDrafts } from './drafts.ts';
import { showsExamples, withoutExamples } from './examples.ts';
import { oddDates } from './odd-dates.ts';
import { oncePer } from './once.ts';
import { type Described, type PageText, readContent, type SiteContent } from './read-content.ts';
import { brokenReferences, sayBroken } from './references.ts';
import { withPublished } from './sessions/baked.ts';
import { type Standing, standingOn, takesForms } from './standing.ts';
import { today } from './today.ts';

/** Facts with words in one language. `textLang` says which: English stands in for a missing translation (G10). */
export interface InLanguage<Facts, Text> {
  readonly facts: Facts;
  readonly text: Text;
  readonly textLang: string;
}

export type ProgrammeIn = InLanguage<Programme, ProgrammeText> & { readonly standing: Standing };
/** A service stands as its programme does, or worse. */
export type ServiceIn = InLanguage<Service, ServiceText> & {
  readonly programme: ProgrammeIn;
  readonly standing: Standing;
};
export type PageIn = InLanguage<ContentPage, PageText>;

let read: SiteContent | undefined;

/** The content, read once a build. Stops with every broken reference and odd date named. */
export function siteContent(): SiteContent {
  if (read && !import.meta.env?.DEV) return read;
  const written = readContent();
  const all = {
    ...written,
    directory: { ...written.directory, groups: withPublished(written.directory.groups) },
  };
  const shown = showsExamples() ? all : { ...all, directory: withoutExamples(all.directory) };
  const broken = [...brokenReferences(shown), ...oddDates(shown), ...(showsDrafts() ? [] : referencesToDrafts(shown))];
  if (broken.length > 0) throw new Error(`\n${broken.map(sayBroken).join('\n')}`);
  read = showsDrafts() ? withDraftsMarked(shown) : withoutDrafts(shown);
  return read;
}

const programmesOnce = oncePer<readonly ProgrammeIn[]>();

/** The programmes of the site: first those that take forms, then by id. Those switched off are not among them (F-15). */
export function programmesIn(lang: string): readonly ProgrammeIn[] {
  return everyProgrammeIn(lang).filter(({ standing }) => standing !== 'off');
}

/** The same with those switched off. */
function everyProgrammeIn(lang: string): readonly ProgrammeIn[] {
  const content = siteContent();
  return programmesOnce(content, lang, () =>
    content.programmes
      .map((programme) => {
        const { facts, text, textLang } = inLanguage(programme, lang, {});
        return {
          facts,
          text: filled(text, { programme: text.name }),
          textLang,
          standing: standingOn(facts, today(), isOpenedByHand(facts.id)),
        };
      })
      .sort((a, b) => Number(takesForms(b.standing)) - Number(takesForms(a.standing))),
  );
}

/** A programme by id. */
export function programmeIn(lang: string, id: string): ProgrammeIn {
  const programme = everyProgrammeIn(lang).find(({ facts }) => facts.id === id);
  if (!programme) throw new Error(`content/programmes/${id}: there is no such programme.`);
  return programme;
}

/** A programme's services, in its order. Those switched off are in no list (F-15). */
export function servicesOf(programme: ProgrammeIn, lang: string): readonly ServiceIn[] {
  return programme.facts.services.map((id) => serviceIn(lang, id)).filter(({ standing }) => standing !== 'off');
}

const servicesOnce = oncePer<ReadonlyMap<string, Described<Service, ServiceText>>>();

/** A service by id. */
export function serviceIn(lang: string, id: string): ServiceIn {
  const { services } = siteContent();
  const found = servicesOnce(services, 'by id', () => new Map(services.map((one) => [one.facts.id, one]))).get(id);
  if (!found) throw new Error(`content/services/${id}: there is no such service.`);
  const programme = programmeIn(lang, found.facts.programme);
  const own = standingOn(found.facts, today(), isOpenedByHand(found.facts.programme));
  return {
    ...inLanguage(found, lang, { programme: programme.text.name }),
    programme,
    standing: programme.standing === 'open' || own === 'off' ? own : programme.standing,
  };
}

/** Whether a programme is opened by hand though its dates have passed (WAYIN_OPEN: ids, or `all`). */
export function isOpenedByHand(programme: string): boolean {
  const names = (process.env.WAYIN_OPEN ?? '').split(/[\s,]+/);
  return names.includes('all') || names.includes(programme);
}

/** Ids of all programmes, those switched off as well: each has a page. */
export function programmeIds(): readonly string[] {
  return siteContent().programmes.map(({ facts }) => facts.id);
}

/** Ids of all services, those switched off as well. */
export function serviceIds(): readonly string[] {
  return siteContent().services.map(({ facts }) => facts.id);
}

/** The pages written in Markdown, in their order. */
export function contentPagesIn(lang: string): readonly PageIn[] {
  const names = programmeNames(lang);
  return siteContent()
    .pages.map((page) => inLanguage(page, lang, names))
    .sort((a, b) => a.facts.order - b.facts.order);
}

/** The names a page of no programme may use as blanks: `{{derby}}`, `{{southwark_works}}`. */
export function programmeNames(lang: string): { readonly [blank: string]: string } {
  return Object.fromEntries(
    everyProgrammeIn(lang).map(({ facts, text }) => [facts.id.replaceAll('-', '_'), text.name]),
  );
}

/** The form of a programme for one purpose, while the programme takes forms. */
export function formFor({ facts, standing }: ProgrammeIn, purpose: keyof FormsFor): string | undefined {
  return takesForms(standing) ? facts.formsFor[purpose] : undefined;
}

/** The bank holidays of the next year or so, for the page to say when forms are next read. */
export function holidaysAhead(): readonly string[] {
  const day = today();
  return siteContent()
    .calendar.dates.map(({ date }) => date)
    .filter((date) => date >= day)
    .slice(0, 12);
}

/** Words in a language, or in English where it has none. `blanks` fills in `{{…}}`. */
export function inLanguage<Facts, Text>(
  { folder, facts, text }: Described<Facts, Text>,
  lang: string,
  blanks: { readonly [blank: string]: string },
): InLanguage<Facts, Text> {
  const textLang = lang in text ? lang : 'en';
  const words = text[textLang];
  if (words === undefined) throw new Error(`${folder}: text.en\n  The English text is missing.`);
  return { facts, text: filled(words, blanks), textLang };
}

/** The same words with every blank filled in. */
export function filled<Text>(words: Text, blanks: { readonly [blank: string]: string }): Text {
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return fillIn(value, blanks);
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, fill(part)]));
  };
  return fill(words) as Text;
}
