import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { type Calendar, calendar } from './collections/calendar.ts';
import { type DirectoryKind, type FactsOf, KINDS, type TextOf } from './collections/kinds.ts';
import { type ContentPage, type PageHead, page, pageText } from './collections/page.ts';
import { type Programme, type ProgrammeText, programme, programmeText } from './collections/programme.ts';
import { type Service, type ServiceText, service, serviceText } from './collections/service.ts';
import { ContentProblem, intoShape, readYaml } from './read-yaml.ts';

/** One thing of the content: its facts, and its words by language. */
export interface Described<Facts, Text> {
  /** Its folder, for messages to editors. */
  readonly folder: string;
  readonly facts: Facts;
  readonly text: { readonly [lang: string]: Text };
}

/** A page's front matter, and its Markdown. */
export interface PageText extends PageHead {
  readonly body: string;
}

/** The things of the directory, by kind. */
export type Directory = { readonly [K in DirectoryKind]: readonly Described<FactsOf<K>, TextOf<K>>[] };

/** All that editors wrote, in shape; not yet checked against itself. */
export interface SiteContent {
  readonly programmes: readonly Described<Programme, ProgrammeText>[];
  readonly services: readonly Described<Service, ServiceText>[];
  readonly pages: readonly Described<ContentPage, PageText>[];
  readonly directory: Directory;
  readonly calendar: Calendar;
  /** Ids of the forms in `forms/`. */
  readonly forms: readonly string[];
  /** Ids of the sheets in `content/worksheets/`. */
  readonly worksheets: readonly string[];
}

/** Reads `content/` (and which forms there are) below `root`. The first thing out of shape is thrown, by file and field. */
export function readContent(root = '.'): SiteContent {
  const content = join(root, 'content');
  const calendarFile = join(content, 'calendar/bank-holidays.json');
  return {
    programmes: foldersIn(join(content, 'programmes')).map((folder) =>
      describe(folder, 'programme.yaml', programme, (file) => readYaml(file, programmeText)),
    ),
    services: foldersIn(join(content, 'services')).map((folder) =>
      describe(folder, 'service.yaml', service, (file) => readYaml(file, serviceText)),
    ),
    pages: foldersIn(join(content, 'pages')).map((folder) => describe(folder, 'page.yaml', page, readPageText)),
    directory: readDirectory(content),
    calendar: intoShape(calendarFile, calendar, JSON.parse(readFileSync(calendarFile, 'utf8'))),
    forms: foldersIn(join(root, 'forms'))
      .filter((folder) => existsSync(join(folder, 'form.json')))
      .map(lastPart),
    worksheets: foldersIn(join(content, 'worksheets')).map(lastPart),
  };
}

function readDirectory(content: string): Directory {
  const read = Object.entries(KINDS).map(([name, { folder, facts, text, ...kind }]) => [
    name,
    thingsBelow(join(content, folder), 'bySource' in kind).map((one) =>
      describe(one, 'file' in kind ? kind.file : undefined, facts, (file) => readYaml(file, text)),
    ),
  ]);
  // Each row of the table reads its own kind: what TypeScript cannot follow through `Object.entries`.
  return Object.fromEntries(read) as Directory;
}

function thingsBelow(folder: string, bySource: boolean): string[] {
  return bySource ? foldersIn(folder).flatMap(foldersIn) : foldersIn(folder);
}

/** A kind of which there is nothing yet needs no folder. */
function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(folder, entry.name))
    .sort();
}

const lastPart = (path: string) => path.slice(path.lastIndexOf('/') + 1);

function describe<Facts extends z.ZodType<{ id: string }>, Text>(
  folder: string,
  name: string | undefined,
  shape: Facts,
  readText: (file: string) => Text,
): Described<z.infer<Facts>, Text> {
  const file = join(folder, name ?? '');
  const facts = name === undefined ? intoShape(file, shape, { id: lastPart(folder) }) : readYaml(file, shape);
  if (facts.id !== lastPart(folder)) {
    throw new ContentProblem(file, 'id', `"${facts.id}" is not the folder's name.`, `Write ${lastPart(folder)}.`);
  }
  const texts = readdirSync(folder).flatMap((entry): [string, Text][] => {
    const lang = /^text\.([\w-]+)\.(?:yaml|md)$/.exec(entry)?.[1];
    return lang ? [[lang, readText(join(folder, entry))]] : [];
  });
  return { folder, facts, text: Object.fromEntries(texts) };
}

const FRONT_MATTER = /^---\n([\s\S]*?)\n---\n/;

function readPageText(file: string): PageText {
  const source = readFileSync(file, 'utf8');
  const front = FRONT_MATTER.exec(source);
  if (!front)
    throw new ContentProblem(
      file,
      'front matter',
      'There is none.',
      'Begin with title and description between --- lines.',
    );
  return { ...intoShape(file, pageText, parse(front[1] ?? '')), body: source.slice(front[0].length) };
}
