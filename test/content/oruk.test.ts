import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import type { Entity } from '#core/directory/oruk/entities.ts';
import { faultIn } from '#core/directory/oruk/fault.ts';
import type { Row } from '#core/directory/oruk/row.ts';
import type { VersionName } from '#core/directory/oruk/versions.ts';
import { feedFiles } from '#publish/oruk/feed.ts';
import { readContent } from '#publish/read-content.ts';

/** The folders of a feed, and what lies in them. */
const FOLDERS: readonly (readonly [folder: string, entity: Entity])[] = [
  ['services', 'service'],
  ['organizations', 'organization'],
  ['service_at_locations', 'service_at_location'],
  ['taxonomies', 'taxonomy'],
  ['taxonomy_terms', 'taxonomy_term'],
];

interface Page extends Row {
  readonly total_items: number;
  readonly total_pages: number;
  readonly contents: readonly Row[];
}

function readFeed(version: VersionName) {
  const files = new Map(feedFiles(version).map(({ path, text }) => [path, text()]));
  const json = (path: string) => JSON.parse(files.get(path) ?? 'null');
  const below = (folder: string, name: RegExp) =>
    [...files.keys()]
      .filter((path) => path.startsWith(`${folder}/`) && name.test(path))
      .map((path) => [path, json(path)]);
  return {
    files,
    json,
    pages: (folder: string) => below(folder, /\/\d+\.json$/) as [string, Page][],
    things: (folder: string) => below(folder, /-[0-9a-f]{12}\.json$/) as [string, Row][],
  };
}

const feeds = { 'oruk-3.0': readFeed('oruk-3.0'), 'hsds-3.0': readFeed('hsds-3.0') };
const feed = feeds['oruk-3.0'];
const content = readContent();

describe.each(Object.entries(feeds))('the feed as %s', (_, { pages, things }) => {
  test.each(FOLDERS)('[G33] has %s in the shape of the standard, in lists and alone', (folder, entity) => {
    const rows = [
      ...things(folder),
      ...pages(folder).flatMap(([path, page]) => page.contents.map((row) => [path, row] as const)),
    ];
    const wrong = rows.flatMap(([path, row]) => {
      const fault = faultIn(entity, row, 'exact');
      return fault ? [`${path}: ${fault.path} ${fault.code}`] : [];
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  test.each(FOLDERS)('lists in pages all of %s, each once, each with a file of its own', (folder) => {
    const lists = pages(folder).map(([, page]) => page);
    const ids = lists.flatMap((page) => page.contents.map((row) => row['id']));
    expect(new Set(ids).size).toBe(ids.length);
    expect(lists.map((page) => page['page_number'])).toEqual(lists.map((_page, at) => at + 1));
    expect(lists.every((page) => page.total_items === ids.length && page.total_pages === lists.length)).toBe(true);
    expect(lists.at(-1)).toMatchObject({ last_page: true });
    expect(
      things(folder)
        .map(([, row]) => row['id'])
        .sort(),
    ).toEqual([...ids].sort());
  });
});

// The schemas are CC BY-SA and for tests only: they lie beside the project and are not part of it. Where they are
// not, the shape is still checked, by our own table of the standard (above).
const SCHEMAS = (
  [
    ['oruk-3.0', '../shared/data/oruk/uk-profile-schema'],
    ['hsds-3.0', '../shared/data/hsds/3.0-schema'],
  ] as const
).filter(([, folder]) => existsSync(folder));

test.each(SCHEMAS)('the feed as %s is what the published schemas of the standard want', (version, folder) => {
  const ajv = new Ajv({ strict: false, allErrors: false });
  addFormats.default(ajv);
  for (const name of readdirSync(folder).filter((file) => file !== 'openapi.json')) {
    ajv.addSchema(JSON.parse(readFileSync(`${folder}/${name}`, 'utf8')), name);
  }
  const wrong = FOLDERS.flatMap(([name, entity]) =>
    feeds[version].things(name).flatMap(([path, row]) => {
      const validate = ajv.getSchema(`${entity}.json`);
      return validate?.(row) ? [] : [`${path}: ${JSON.stringify(validate?.errors ?? 'no schema')}`];
    }),
  );
  expect(wrong).toEqual([]);
});

describe('the feed has', () => {
  const services = feed.things('services').map(([, row]) => row as Row & { readonly [field: string]: never });
  const named = (name: string | undefined) => services.find((row) => row['name'] === name);

  test('every service, group, course and event; and JSON lines with all of them', () => {
    const { directory } = content;
    const expected = [
      ...content.services.filter(({ facts }) => !facts.off),
      ...directory.groups,
      ...directory.courses,
      ...directory.events,
    ];
    expect(services.length).toBe(expected.length);
    expect(feed.files.get('services.ndjson')?.trimEnd().split('\n').length).toBe(expected.length);
  });

  test('every programme and organisation', () => {
    const expected = content.programmes.length + content.directory.organisations.length;
    expect(feed.things('organizations').length).toBe(expected);
  });

  test('every topic and every support area', () => {
    const terms = feed.things('taxonomy_terms').map(([, row]) => row['name']);
    const names = [...content.directory.topics, ...content.directory.supportAreas].map(({ text }) => text['en']?.name);
    expect(terms).toEqual(expect.arrayContaining(names));
  });

  test('every place of a programme', () => {
    const places = feed.things('organizations').flatMap(([, row]) => (row['locations'] ?? []) as Row[]);
    expect(places.map((row) => row['name']).sort()).toEqual(
      content.directory.places.map(({ text }) => text['en']?.name).sort(),
    );
  });

  test('a group as a service with its times', () => {
    const group = content.directory.groups.find(({ facts }) =>
      facts.sessions.some(({ rule }) => /WEEKLY/.test(rule ?? '')),
    );
    const [session] = group?.facts.sessions ?? [];
    expect(named(group?.text['en']?.name)).toMatchObject({
      schedules: expect.arrayContaining([
        expect.objectContaining({
          freq: 'WEEKLY',
          dtstart: session?.starts.slice(0, 10),
          opens_at: session?.starts.slice(11),
        }),
      ]),
    });
  });

  test('no example that another directory could take for real', () => {
    const examples = content.directory.groups.filter(({ facts }) => facts.example);
    for (const { text } of examples) {
      expect(named(text['en']?.name)).toMatchObject({ status: 'inactive', alert: expect.stringContaining('example') });
    }
  });

  test('only links between things that are in it', () => {
    const locations = new Set(
      feed.things('organizations').flatMap(([, row]) => ((row['locations'] ?? []) as Row[]).map((one) => one['id'])),
    );
    const links = services.flatMap((row) => (row['service_at_locations'] ?? []) as { id: string; location: Row }[]);
    expect(links.filter(({ location }) => !locations.has(location['id']))).toEqual([]);
    const ids = new Set(links.map(({ id }) => id));
    const schedules = services.flatMap((row) => (row['schedules'] ?? []) as Row[]);
    expect(
      schedules.map((row) => row['service_at_location_id']).filter((id) => id !== undefined && !ids.has(id as string)),
    ).toEqual([]);
  });

  test('a front page that names its version', () => {
    expect(feed.json('index.json')).toMatchObject({ version: 'HSDS-UK-3.0' });
  });
});
