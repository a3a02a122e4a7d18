import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { parse } from 'yaml';
import { importFeed } from '../../src/cli/import/command.ts';
import { listing, listingText } from '../../src/publish/collections/listing.ts';
import { readContent } from '../../src/publish/read-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'wayin-round-trip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const command = new URL('../../src/cli/main.ts', import.meta.url).pathname;
// Called from elsewhere, as an operator may.
const wayin = (...args: readonly string[]) =>
  execFileSync(process.execPath, [command, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 50_000_000,
    stdio: 'pipe',
  });

/** When a session is: its rule's parts in any order, and its last day without a time, which the standard has no room for. */
function timesOf({
  starts,
  minutes,
  mode,
  rule = '',
}: {
  starts: string;
  minutes: number;
  mode?: string | undefined;
  rule?: string | undefined;
}) {
  return {
    starts,
    minutes,
    mode,
    rule: rule
      .replace(/(UNTIL=\d{8})T\d{6}Z?/, '$1')
      .split(';')
      .sort(),
  };
}

test('[G33] the whole directory goes out by one command and comes back by another, and nothing is lost on the way', async () => {
  const file = join(folder, 'way-in.json');
  writeFileSync(file, wayin('export', 'oruk', '--version', 'hsds-3.0'));
  const report = await importFeed(file, 'back', folder);
  expect(report).toContain('Everything was kept.');

  const imported = join(folder, 'content/imported/back');
  const things = readdirSync(imported).map((id) => ({
    facts: listing.parse(parse(readFileSync(join(imported, id, 'listing.yaml'), 'utf8'))),
    text: listingText.parse(parse(readFileSync(join(imported, id, 'text.en.yaml'), 'utf8'))),
  }));
  const { directory, services } = readContent();
  const sent = [
    ...services.filter(({ facts }) => !facts.off),
    ...directory.groups,
    ...directory.courses,
    ...directory.events,
  ];
  expect(things.map(({ text }) => text.name).sort()).toEqual(sent.map(({ text }) => text['en']?.name).sort());

  for (const { facts, text } of directory.groups) {
    const back = things.find((thing) => thing.text.name === text['en']?.name);
    const times = facts.sessions.map(({ rule, ...session }) =>
      timesOf({ ...session, ...(rule === null ? {} : { rule }) }),
    );
    expect((back?.facts.sessions ?? []).map(timesOf)).toEqual(expect.arrayContaining(times));
  }
});

test('the whole feed goes into a folder, as the site has it', () => {
  expect(wayin('export', 'oruk', '--out', 'feed')).toMatch(/^\d+ files in .*\/feed\n$/);
  expect(readdirSync(join(folder, 'feed')).sort()).toEqual([
    'index.json',
    'organizations',
    'service_at_locations',
    'services',
    'services.ndjson',
    'taxonomies',
    'taxonomy_terms',
  ]);
});

test.each(['export', 'export csv', 'export oruk --version 9', 'import oruk', 'import oruk a b', 'lint x'])(
  'wayin %s is misuse',
  (line) => {
    expect(() => wayin(...line.split(' '))).toThrow(expect.objectContaining({ status: 2 }));
  },
);
