import { execFileSync } from 'node:child_process';
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFeed } from '../../../src/cli/import/command.ts';
import { listing, listingText } from '../../../src/publish/collections/listing.ts';

let project: string;
let server: Server | undefined;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'wayin-import-'));
  mkdirSync(join(project, 'content/imported/bristol/old'), { recursive: true });
  writeFileSync(join(project, 'content/imported/bristol/old/listing.yaml'), 'as it was');
  writeFileSync(join(project, 'content/site.yaml'), 'owner: null');
});

afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
  rmSync(project, { recursive: true, force: true });
});

const service = (n: number, more: object = {}) => ({ id: `s-${n}`, name: `Service ${n}`, status: 'active', ...more });
const services = (count: number) => Array.from({ length: count }, (_, n) => service(n));

function feedFile(content: unknown): string {
  const file = join(project, 'feed.json');
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return file;
}

/** Everything below the project but the feed itself, with what it holds. */
function contentNow(): unknown {
  return globSync('**/*', { cwd: project, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'feed.json')
    .map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), 'utf8')])
    .sort();
}

const imported = () => readdirSync(join(project, 'content/imported/bristol')).sort();
const read = (id: string) => ({
  facts: parse(readFileSync(join(project, 'content/imported/bristol', id, 'listing.yaml'), 'utf8')),
  text: parse(readFileSync(join(project, 'content/imported/bristol', id, 'text.en.yaml'), 'utf8')),
});

async function refusal(content: unknown): Promise<string> {
  const before = contentNow();
  const error = await importFeed(feedFile(content), 'bristol', project).then(
    () => undefined,
    (reason: Error) => reason,
  );
  expect(error?.name).toBe('WrongInput');
  expect(contentNow()).toEqual(before);
  // No temporary folder is left either.
  expect(readdirSync(project).filter((name) => name.startsWith('.importing'))).toEqual([]);
  return error?.message ?? '';
}

describe('a feed becomes content', () => {
  test.each([
    ['a list', services(3)],
    ['a page of a list', { total_pages: 1, page_number: 1, last_page: true, contents: services(3) }],
    ['the page of another product', { totalPages: 1, number: 1, last: true, content: services(3) }],
    ['an organisation with its services', { id: 'o', name: 'Org', description: 'x', services: services(3) }],
    [
      'JSON lines',
      services(3)
        .map((one) => JSON.stringify(one))
        .join('\n'),
    ],
    ['services at locations', services(3).map((one) => ({ id: `l-${one.id}`, location: { id: 'p' }, service: one }))],
  ])('from %s, in the place of what came from it before', async (_, feed) => {
    await importFeed(feedFile(feed), 'bristol', project);
    expect(imported()).toEqual(['bristol-s-0', 'bristol-s-1', 'bristol-s-2']);
  });

  test('in the shape that the site reads', async () => {
    const full = {
      description: '<p>Tea &amp; talk</p>',
      url: 'www.bristol.example',
      minimum_age: '18',
      organization: { id: 'o', name: 'Org', description: 'Org' },
      schedules: [
        { id: 'x', freq: 'WEEKLY', byday: 'MO', dtstart: '2026-09-07', opens_at: '10:00', closes_at: '11:00' },
      ],
      cost_options: [{ id: 'c', amount: 2.5 }],
    };
    const report = await importFeed(feedFile([service(1, { ...full, licenses: 'Yes' })]), 'bristol', project);
    const { facts, text } = read('bristol-s-1');
    expect(listing.parse(facts)).toMatchObject({
      feed: 'bristol',
      feedId: 's-1',
      status: 'open',
      source: 'feed.json',
      web: 'https://www.bristol.example',
      ages: { from: 18 },
      costs: [{ pence: 250 }],
      sessions: [{ starts: '2026-09-07T10:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=MO' }],
    });
    expect(listingText.parse(text)).toMatchObject({ name: 'Service 1', about: ['Tea & talk'] });
    expect(report).toContain('1 services, 1 organisations, 0 places, 1 sessions');
    expect(report).toContain('licenses: 1; Yes');
    expect(report).toContain('1 services with HTML in a text');
  });

  test('with a report of what could not be kept: how often, and an example', async () => {
    const feed = services(4).map((one, n) => ({
      ...one,
      wait_time: `${n} weeks`,
      ...(n === 0 ? { x_own: { a: 1 } } : {}),
    }));
    const report = await importFeed(feedFile(feed), 'bristol', project);
    expect(report).toContain('wait_time: 4; 0 weeks');
    expect(report).toContain('x_own: 1; {"a":1}');
  });

  test('whose ids cannot lead out of its folder', async () => {
    const ids = ['../../escape', '/etc/passwd', '..', 'A', 'a', 'é', 'x'.repeat(300), 'con/../..'];
    await importFeed(feedFile(ids.map((id) => ({ ...service(1), id }))), 'bristol', project);
    expect(imported()).toHaveLength(ids.length);
    expect(imported().every((name) => /^bristol-[a-z0-9-]+$/.test(name))).toBe(true);
    expect(readdirSync(project).sort()).toEqual(['content', 'feed.json']);
  });

  test('a page of several says that the others are missing', async () => {
    const report = await importFeed(
      feedFile({ total_pages: 4, page_number: 1, contents: services(1) }),
      'bristol',
      project,
    );
    expect(report).toContain('one page of several');
  });
});

describe('a feed is refused with the name of the record, and content stays as it was:', () => {
  test('cut off', async () => {
    const text = JSON.stringify(services(3));
    expect(await refusal(text.slice(0, -20))).toMatch(
      /feed\.json: it is cut off \(after record 2, "Service 1"\)\. Get the whole feed/,
    );
  });

  test('cut off anywhere', async () => {
    const text = JSON.stringify({ total_pages: 1, contents: services(4) }, null, 1);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length - 1 }), async (at) => {
        expect(await refusal(text.slice(0, at))).toContain('Nothing was changed');
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [{ minimum_age: 'eighteen' }, 'minimum_age is not a number'],
    [{ schedules: 'Mondays' }, 'schedules is not a list'],
    [{ schedules: [{ opens_at: {} }] }, 'schedules.0.opens_at is not a text'],
    [{ organization: [] }, 'organization is not an object'],
    [{ description: ['x'] }, 'description is not a text'],
    [{ name: '' }, 'name is missing'],
    [{ name: '<b></b>' }, 'name is empty'],
    [{ id: null }, 'id is missing'],
    [{ id: 7 }, 'id is not a text'],
    [{ status: undefined }, 'status is missing'],
  ])('wrongly typed: %j', async (wrong, said) => {
    const message = await refusal([service(1), { ...service(2), ...wrong }]);
    expect(message).toContain('record 2');
    expect(message).toContain(said);
  });

  test('an id said twice', async () => {
    expect(await refusal([service(1), service(2), { ...service(1), name: 'Another' }])).toContain(
      'record 3, "Another" has the id of record 1, s-1',
    );
  });

  test('a circle of organisations', async () => {
    const of = (id: string, parent: string) => ({
      organization: { id, name: `Org ${id}`, parent_organization_id: parent },
    });
    expect(await refusal([service(1, of('a', 'b')), service(2, of('b', 'a'))])).toContain(
      '"Org a" is below "Org b" is below "Org a"',
    );
  });

  test('a circle of terms', async () => {
    const term = { id: 't', name: 'Term', description: 'x', parent_id: 't' };
    expect(await refusal([service(1, { attributes: [{ id: 'x', taxonomy_term: term }] })])).toContain(
      'a circle of parents',
    );
  });

  test.each([
    ['no JSON', '<html></html>'],
    ['a list of something else', [{ id: 't', name: 'Term', description: 'x' }]],
    ['a front page', { version: '3.0', profile: 'x', openapi_url: 'y' }],
    ['nothing in it', []],
    ['empty', ''],
    ['one endless record', `[{"id":"a","name":"${'x'.repeat(5_000_000)}"}]`],
  ])('%s', async (_, feed) => {
    expect((await refusal(feed)).split('\n')).toHaveLength(1);
  });

  test('text that is not UTF-8', async () => {
    const file = feedFile('');
    writeFileSync(file, Buffer.from([0x5b, 0x7b, 0x22, 0xff, 0xfe, 0x22]));
    await expect(importFeed(file, 'bristol', project)).rejects.toThrow('not UTF-8');
  });

  test('not there', async () => {
    await expect(importFeed(join(project, 'none.json'), 'bristol', project)).rejects.toThrow('There is no such file');
  });
});

describe('a feed at an address', () => {
  /** A server of pages: two services a page, as the standard has them. */
  async function serve(pages: number, answer: (page: number) => { status?: number; body: string }): Promise<string> {
    server = createServer((request, response) => {
      const page = Number(new URL(request.url ?? '', 'http://x').searchParams.get('page') ?? '1');
      const { status = 200, body } = page > pages ? { status: 404, body: '' } : answer(page);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}/services`;
  }

  const page = (number: number, total: number) =>
    JSON.stringify({
      total_pages: total,
      page_number: number,
      last_page: number === total,
      contents: [service(number * 2), service(number * 2 + 1)],
    });

  test('is read page by page to the last', async () => {
    const address = await serve(3, (number) => ({ body: page(number, 3) }));
    await importFeed(address, 'bristol', project);
    expect(imported()).toHaveLength(6);
  });

  test.each([
    [
      'answers an error on a later page',
      (number: number) => (number === 2 ? { status: 500, body: '' } : { body: page(number, 3) }),
      'It answers 500',
    ],
    [
      'is cut off on a later page',
      (number: number) => ({ body: page(number, 3).slice(0, number === 2 ? 60 : undefined) }),
      'it is cut off',
    ],
    ['gives the same page again and again', () => ({ body: page(1, 3) }), 'has the id of record 1'],
  ])('that %s changes nothing', async (_, answer, said) => {
    const address = await serve(3, answer);
    const before = contentNow();
    await expect(importFeed(address, 'bristol', project)).rejects.toThrow(said);
    expect(contentNow()).toEqual(before);
  });
});

test('a feed longer than memory allows is read all the same', () => {
  const file = join(project, 'feed.json');
  const text = 'x'.repeat(100_000);
  writeFileSync(file, '[');
  for (let n = 0; n < 1_050; n += 1) {
    writeFileSync(file, `${n === 0 ? '' : ','}${JSON.stringify(service(n, { description: text.slice(n) }))}`, {
      flag: 'a',
    });
  }
  writeFileSync(file, ']', { flag: 'a' });
  const command = new URL('../../../src/cli/import/command.ts', import.meta.url).href;
  const script = `const { importFeed } = await import(${JSON.stringify(command)}); console.log(await importFeed(process.argv[1], 'bristol', process.argv[2]));`;
  // Less than the feed itself: 104 MB.
  const said = execFileSync(process.execPath, [
    '--max-old-space-size=64',
    '--input-type=module',
    '-e',
    script,
    file,
    project,
  ]);
  expect(said.toString()).toContain('1050 services');
  expect(existsSync(join(project, 'content/imported/bristol/bristol-s-1049/listing.yaml'))).toBe(true);
}, 120_000);
