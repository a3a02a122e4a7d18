import { join } from 'node:path';
import { nearestName } from '#core/nearest-name.ts';
import { type DirectoryKind, KINDS, type Reference, type Target } from './collections/kinds.ts';
import type { Described, SiteContent } from './read-content.ts';

/** What an editor has to put right: file and field, what is wrong, the cure. */
export interface BrokenReference {
  readonly file: string;
  readonly field: string;
  readonly what: string;
  readonly cure: string;
}

/** Pages that the site has without a file in `content/pages`. */
const BUILT_IN = [
  '/',
  '/services/',
  '/your-forms/',
  '/what-to-bring/',
  '/offline/',
  '/find/',
  '/timetable/',
  '/check/',
  '/programmes/',
  '/glossary/',
  '/accessibility/report/',
  '/support-areas/',
];

/** Kinds of which there is a list, and a page each. */
const WITH_PAGES: readonly DirectoryKind[] = [
  'topics',
  'organisations',
  'places',
  'groups',
  'courses',
  'events',
  'opportunities',
];

const MARKDOWN_LINK = /\]\(([^)\s]+)\)/g;

const ONE: Record<Target, string> = {
  programmes: 'programme',
  services: 'service',
  topics: 'topic',
  supportAreas: 'support area',
  areas: 'area',
  organisations: 'organisation',
  places: 'place',
  groups: 'group',
  courses: 'course',
  events: 'event',
  opportunities: 'opportunity',
  glossary: 'term',
  listings: 'listing',
};

/** Every reference and every link inside the site that leads nowhere, and every text that English lacks. */
export function brokenReferences(content: SiteContent): readonly BrokenReference[] {
  const { programmes, services, pages, directory, forms } = content;
  const idsOf = (things: readonly Described<{ id: string }, unknown>[]) => new Set(things.map(({ facts }) => facts.id));
  const known = new Map<string, ReadonlySet<string>>(
    Object.entries({ programmes, services, ...directory }).map(([kind, things]) => [kind, idsOf(things)]),
  );
  const idsIn = (target: Target) => known.get(target) ?? new Set<string>();
  const formIds = new Set(forms);
  const listed = new Set(programmes.flatMap(({ facts }) => facts.services.map((id) => `${facts.id}/${id}`)));
  const paths = pathsOf(content);

  const check = (file: string, field: string, name: string, names: ReadonlySet<string>, kind: string) =>
    names.has(name) ? [] : [broken(file, field, name, names, kind)];
  const checkLink = (file: string, field: string, href: string) =>
    href.startsWith('/') ? check(file, field, href.replace(/#.*$/, ''), paths, 'page of this site') : [];
  const checkReference = (file: string, { field, id, to }: Reference) =>
    to.some((target) => idsIn(target).has(id))
      ? []
      : check(
          file,
          field,
          id,
          new Set(to.flatMap((target) => [...idsIn(target)])),
          to.map((one) => ONE[one]).join(' or '),
        );

  return [
    ...[...programmes, ...services, ...pages, ...Object.values(directory).flat()].flatMap(({ folder, text }) =>
      'en' in text ? [] : [noEnglish(folder)],
    ),
    ...programmes.flatMap(({ folder, facts }) => {
      const file = join(folder, 'programme.yaml');
      return [
        ...facts.services.flatMap((id, at) => check(file, `services.${at}`, id, idsIn('services'), 'service')),
        ...facts.forms.flatMap((id, at) => check(file, `forms.${at}`, id, formIds, 'form')),
        ...Object.entries(facts.formsFor).flatMap(([use, id = '']) =>
          check(file, `formsFor.${use}`, id, formIds, 'form'),
        ),
      ];
    }),
    ...services.flatMap(({ folder, facts, text }) => {
      const file = join(folder, 'service.yaml');
      return [
        ...check(file, 'programme', facts.programme, idsIn('programmes'), 'programme'),
        ...(listed.has(`${facts.programme}/${facts.id}`) || !idsIn('programmes').has(facts.programme)
          ? []
          : [notListed(file, facts.id, facts.programme)]),
        ...(facts.form === null ? [] : check(file, 'form', facts.form, formIds, 'form')),
        ...facts.related.flatMap((id, at) => check(file, `related.${at}`, id, idsIn('services'), 'service')),
        ...facts.topics.flatMap((id, at) => check(file, `topics.${at}`, id, idsIn('topics'), 'topic')),
        ...Object.entries(text).flatMap(([lang, words]) =>
          words.nextSteps.flatMap((step, at) =>
            checkLink(join(folder, `text.${lang}.yaml`), `nextSteps.${at}.href`, step.href),
          ),
        ),
      ];
    }),
    ...referencesIn(directory).flatMap(({ file, reference }) => checkReference(file, reference)),
    ...unsaidNotes(directory),
    ...pages.flatMap(({ folder, facts: { topics, easyReadOf } }) => [
      ...topics.flatMap((id, at) => check(join(folder, 'page.yaml'), `topics.${at}`, id, idsIn('topics'), 'topic')),
      ...(easyReadOf === undefined
        ? []
        : check(join(folder, 'page.yaml'), 'easyReadOf', easyReadOf, idsOf(pages), 'page')),
    ]),
    ...pages.flatMap(({ folder, text }) =>
      Object.entries(text).flatMap(([lang, { body }]) =>
        [...body.matchAll(MARKDOWN_LINK)].flatMap(([, href = '']) =>
          checkLink(join(folder, `text.${lang}.md`), 'link', href),
        ),
      ),
    ),
  ];
}

/** The pages of the site that content may lead to, without their language. */
export function pathsOf({
  programmes,
  services,
  pages,
  directory,
  forms,
  worksheets,
}: SiteContent): ReadonlySet<string> {
  const below = (folder: string, things: readonly Described<{ id: string }, unknown>[]) =>
    things.map(({ facts }) => `${folder}${facts.id}/`);
  return new Set([
    ...BUILT_IN,
    ...below('/', pages),
    ...below('/services/', services),
    ...below('/programmes/', programmes),
    ...WITH_PAGES.flatMap((kind) => [
      `/${KINDS[kind].folder}/`,
      ...below(`/${KINDS[kind].folder}/`, directory[kind] as readonly Described<{ id: string }, unknown>[]),
    ]),
    ...forms.map((id) => `/forms/${id}/`),
    ...worksheets.map((id) => `/worksheets/${id}/`),
  ]);
}

/** Every reference of the directory, with the file it stands in. */
function referencesIn(directory: SiteContent['directory']): { file: string; reference: Reference }[] {
  return Object.entries(KINDS).flatMap(([name, { refers, ...kind }]) =>
    // The table's row and the directory's list of that name are of one kind.
    directory[name as DirectoryKind].flatMap(({ folder, facts }) =>
      (refers as (facts: unknown) => readonly Reference[])(facts).map((reference) => ({
        file: join(folder, 'file' in kind ? (kind.file ?? '') : ''),
        reference,
      })),
    ),
  );
}

/** Notes of changed sessions that the English text does not have. */
function unsaidNotes({ groups, courses }: SiteContent['directory']): BrokenReference[] {
  return [...groups, ...courses].flatMap(({ folder, facts, text }) => {
    const said = new Set(Object.keys(text['en']?.notes ?? {}));
    const named = facts.sessions.flatMap(({ exceptions }) => exceptions.flatMap(({ note }) => note ?? []));
    return named
      .filter((note) => !said.has(note))
      .map((note) => broken(join(folder, 'text.en.yaml'), 'notes', note, said, 'note of this text'));
  });
}

function noEnglish(folder: string): BrokenReference {
  return {
    file: folder,
    field: 'text.en',
    what: 'The English text is missing.',
    cure: 'Add it: other languages fall back to it.',
  };
}

function notListed(file: string, id: string, programme: string): BrokenReference {
  return {
    file,
    field: 'id',
    what: `Its programme does not list "${id}", so no page leads to it.`,
    cure: `Add it to services in content/programmes/${programme}/programme.yaml.`,
  };
}

/** A name that is none of those there are, with the nearest that is. */
export function broken(
  file: string,
  field: string,
  name: string,
  names: ReadonlySet<string>,
  kind: string,
): BrokenReference {
  const near = nearestName(name, [...names]);
  return {
    file,
    field,
    what: `"${name}" is not ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}.${near === undefined ? '' : ` The nearest name is "${near}".`}`,
    cure: 'Correct the name, or add what is missing.',
  };
}

/** A broken reference as editors read it. */
export function sayBroken({ file, field, what, cure }: BrokenReference): string {
  return `${file}: ${field}\n  ${what}\n  ${cure}`;
}
