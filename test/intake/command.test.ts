import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runWayIn, startWayIn } from '../support/way-in.ts';
import { startCouchLike } from './couch-like-server.ts';

const data = mkdtempSync(join(tmpdir(), 'wayin-command-'));
afterAll(() => rmSync(data, { recursive: true }));

const run = (args: string[], env: Record<string, string> = {}) =>
  runWayIn(args, { WAYIN_DATA: data, PORT: '0', COUCHDB_URL: '', ...env });

describe('what is in the way of a start is one clear line, and exit 1', () => {
  test('a taken port', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stderr } = await run(['start'], { PORT: String(port) });
    server.close();
    expect([status, stderr]).toEqual([
      1,
      `wayin: Port ${port} is taken by another program. Stop it, or set PORT to another number.\n`,
    ]);
  });

  test('a data folder that cannot be written', async () => {
    const file = join(data, 'a-file');
    writeFileSync(file, '');
    const { status, stderr } = await run(['start'], { WAYIN_DATA: join(file, 'below') });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^wayin: The data folder .*below cannot be written to \(ENOTDIR\)\. Set WAYIN_DATA.*\n$/),
    ]);
  });

  // Node's own `mkdir` with `recursive` never comes back from this one.
  test('a data folder in a file system that has none', async () => {
    const { status, stderr } = await run(['start'], { WAYIN_DATA: '/proc/way-in' });
    expect([status, stderr]).toEqual([1, expect.stringMatching(/^wayin: The data folder \/proc\/way-in cannot be/)]);
  });

  test('a CouchDB that refuses, named without its password', async () => {
    const couch = await startCouchLike();
    const url = `http://way-in:hunter2@${couch.url.host}`;
    const { status, stderr } = await run(['start'], { COUCHDB_URL: url });
    await couch.stop();
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^wayin: COUCHDB_URL: http:.* refuses the user or password\. .*\n$/),
    ]);
    expect(stderr).not.toContain('hunter2');
  });

  test('a CouchDB that is not there', async () => {
    const { status, stderr } = await run(['start'], { COUCHDB_URL: 'http://u:hunter2@127.0.0.1:9' });
    expect([status, stderr]).toEqual([
      1,
      'wayin: COUCHDB_URL: http://127.0.0.1:9 does not answer. Start CouchDB, or correct the host and port.\n',
    ]);
  });

  test.each([
    [{ PORT: 'http' }, /PORT: "http"/],
    [{ PORT: '70000' }, /PORT: "70000"/],
    [{ COUCHDB_URL: 'my password' }, /^wayin: COUCHDB_URL: not an address/],
    [{ WAYIN_DB_PREFIX: 'Way In' }, /WAYIN_DB_PREFIX/],
    [{ WAYIN_TODAY: '2026-02-30' }, /WAYIN_TODAY/],
  ])('a setting that makes no sense: %j', async (env, why) => {
    const { status, stderr } = await run(['start'], env as Record<string, string>);
    expect(status).toBe(1);
    expect(stderr).toMatch(why);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).not.toContain('password ');
  });
});

describe('[E12] wayin promise derby', () => {
  test.each([
    ['2026-04-02T10:00:00+01:00', '2026-04-09', '2026-04-15'],
    ['2026-03-13T23:59:00Z', '2026-03-18', '2026-03-24'],
    ['2026-12-22T09:00:00Z', '2026-12-29', '2027-01-05'],
    ['2027-12-24T09:00:00Z', '2027-12-31', '2028-01-07'],
  ])('%s', async (received, respondBy, seenBy) => {
    const { status, stdout } = await run(['promise', 'derby', received]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual({ respondBy, seenBy });
  });

  test.each([
    [['promise', 'derby', '2040-01-01T10:00:00Z'], 1, /past the last bank-holiday year on file/],
    [['promise', 'derby', '2001-01-01T10:00:00Z'], 1, /before the first bank holiday/],
    [['promise', 'derby', 'tomorrow'], 1, /not an ISO 8601/],
    [['promise', 'derby'], 2, /wayin promise derby/],
    [['promise', 'leeds', '2026-04-02'], 2, /wayin promise derby/],
  ])('%j', async (args, status, why) => {
    const ran = await run(args);
    expect([ran.status, ran.stdout]).toEqual([status, '']);
    expect(ran.stderr).toMatch(why);
  });
});

test.each([[[]], [['nope']], [['constructor']], [['keys']], [['keys', 'new']], [['start', 'now']], [['build', 'all']]])(
  'wayin %j is misuse: exit 2, with the usage',
  async (args) => {
    const { status, stdout, stderr } = await run(args as string[]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: wayin <command>');
  },
);

test('keys are not made for a recipient that no form has', async () => {
  const { status, stderr } = await run(['keys', 'new', 'nobody']);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/There is no recipient "nobody".*derby-team/)]);
});

describe('the real server', () => {
  test('makes keys on its first start, is read while it runs, ends well and starts again without a build', async () => {
    const wayIn = await startWayIn();
    expect(wayIn.output()).toContain('npx wayin intake open <id or reference>');
    expect(wayIn.output()).toContain(wayIn.data);
    expect(await wayIn.wayin('intake', 'list')).toEqual({ status: 0, stdout: '', stderr: '' });

    const second = await runWayIn(['start'], { WAYIN_DATA: wayIn.data, PORT: '0' });
    expect([second.status, second.stderr]).toEqual([1, expect.stringMatching(/Another Way In is using/)]);

    await wayIn.restart();
    expect(wayIn.output()).toContain('nothing had changed');
    expect((await fetch(`${wayIn.url}/en/`)).status).toBe(200);
    const published = await (await fetch(`${wayIn.url}/wayin/keys.json`)).text();
    expect(Object.keys(JSON.parse(published).recipients)).toContain('derby-team');
    expect(published).not.toContain('"d"');
    await wayIn.stop();
  }, 300_000);
});
