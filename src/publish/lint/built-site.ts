import { globSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Fault } from './fault.ts';
import { type Tag, tagsIn } from './tags.ts';

interface BuiltPage {
  readonly file: string;
  readonly tags: readonly Tag[];
  /** What a fragment may name: an element by its id, or a choice by its control (`groupId=art-table`). */
  readonly ids: ReadonlySet<string>;
}

/** Links that lead nowhere, pictures without words and controls without a label, over a site as it was built. */
export function faultsOfSite(folder: string): readonly Fault[] {
  const entries = globSync('**/*', { cwd: folder, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = new Set(
    entries.map(({ parentPath, name }) => `/${relative(folder, join(parentPath, name)).replaceAll('\\', '/')}`),
  );
  const pages = new Map(
    [...files].filter((file) => isForPeople(file)).map((file) => [file, readPage(folder, file)] as const),
  );
  return [...pages.values()].flatMap((page) => [
    ...deadLinks(page, files, pages),
    ...page.tags.filter(({ name, has }) => name === 'img' && has('alt') === undefined).map((tag) => noWords(page, tag)),
    ...unlabelled(page),
  ]);
}

/** The gallery shows parts of pages to developers, and shells wait for a form: their links are for show. */
const isForPeople = (file: string) => file.endsWith('.html') && !/^\/(gallery|wayin)\//.test(file);

function readPage(folder: string, file: string): BuiltPage {
  const tags = tagsIn(readFileSync(join(folder, file), 'utf8'));
  const choices = tags.filter(({ has }) => has('name') !== undefined && has('value') !== undefined);
  const ids = [
    ...tags.flatMap(({ has }) => has('id') ?? []),
    ...choices.map(({ has }) => `${has('name')}=${has('value')}`),
  ];
  return { file, tags, ids: new Set(ids) };
}

function deadLinks(page: BuiltPage, files: ReadonlySet<string>, pages: ReadonlyMap<string, BuiltPage>): Fault[] {
  const hrefs = new Set(
    page.tags.flatMap(({ name, has }) => (name === 'a' || name === 'link' ? (has('href') ?? []) : (has('src') ?? []))),
  );
  return [...hrefs].flatMap((href) => {
    const link = URL.parse(href, `https://site.invalid${page.file}`);
    if (!link) return [dead(page, href, 'It is no address.')];
    if (link.host !== 'site.invalid') return [];
    const path = decodeURIComponent(link.pathname);
    const file = path.endsWith('/') ? `${path}index.html` : path;
    // The server answers `/` itself.
    if (!files.has(file)) return path === '/' ? [] : [dead(page, href, 'There is no such page or file.')];
    const target = pages.get(file);
    const id = decodeURIComponent(link.hash.slice(1));
    if (id === '' || !target || target.ids.has(id)) return [];
    return [dead(page, href, `That page has no part "${id}".`)];
  });
}

const dead = ({ file }: BuiltPage, href: string, what: string): Fault => ({
  file,
  field: href,
  what,
  cure: 'Correct the link, or add what it leads to.',
});

const noWords = ({ file }: BuiltPage, { has }: Tag): Fault => ({
  file,
  field: has('src') ?? 'img',
  what: 'The picture has no text in its place.',
  cure: 'Add an alt text; an empty one if it shows nothing new.',
});

const CONTROLS = new Set(['input', 'select', 'textarea']);
const NEEDS_NONE = new Set(['hidden', 'submit', 'button', 'reset']);

function unlabelled(page: BuiltPage): Fault[] {
  const labelled = new Set(page.tags.flatMap(({ name, has }) => (name === 'label' ? (has('for') ?? []) : [])));
  return page.tags
    .filter(({ name, has }) => CONTROLS.has(name) && !NEEDS_NONE.has(has('type') ?? ''))
    .filter(({ has, inLabel }) => {
      const named = has('aria-label') ?? has('aria-labelledby');
      return !inLabel && named === undefined && !labelled.has(has('id') ?? '');
    })
    .map(({ name, has }) => ({
      file: page.file,
      field: has('name') ?? has('id') ?? name,
      what: 'The control has no label.',
      cure: 'Give it a label that names its id.',
    }));
}
