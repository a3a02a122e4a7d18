import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { toReference } from '#core/submission/reference.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { monthsBefore } from '../../src/cli/intake/destroy.ts';
import { runWayIn } from '../support/way-in.ts';
import {
  aForm,
  anEnvelope,
  aSite,
  asPushed,
  type RunningIntake,
  recipientKeys,
  startIntake,
} from './running-intake.ts';

const keys = mkdtempSync(join(tmpdir(), 'wayin-keys-'));
const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
// The intake of these tests lives on 2 April 2026.
const wayin = (today: string, ...args: string[]) =>
  runWayIn(args, { WAYIN_DATA: data, WAYIN_KEYS: keys, COUCHDB_URL: '', WAYIN_TODAY: today });
const form = aForm();
const [asked, stays, old] = [await anEnvelope({}, form), await anEnvelope({}, form), await anEnvelope({}, form)];

let intake: RunningIntake;
let desk: { close(): Promise<void> };
beforeAll(async () => {
  writeFileSync(join(keys, 'derby-team.12345678.private.json'), JSON.stringify(recipientKeys.privateKey));
  writeFileSync(join(keys, 'derby-team.12345678.public.json'), JSON.stringify(recipientKeys.publicKey));
  intake = await startIntake({ data, site: await aSite([form]) });
  desk = await serveDesk(intake.shelf, storeFolder(data));
  await intake.bulkDocs([asked, stays, old].map(asPushed));
});
afterAll(async () => {
  await desk.close();
  await intake.stop();
  for (const folder of [keys, data]) rmSync(folder, { recursive: true });
});

const listed = async () => (await wayin('2026-04-02', 'intake', 'list')).stdout;

test('[E70] who asks for it by reference is forgotten, and what staff noted of them; the log says so', async () => {
  await wayin('2026-04-02', 'intake', 'outcome', asked._id, '--status', 'seen');
  const { status } = await wayin('2026-04-02', 'intake', 'delete', toReference(asked._id));
  expect(status).toBe(0);
  expect(await listed()).not.toContain(asked._id);
  expect(await listed()).toContain(stays._id);
  const { stdout } = await wayin('2026-04-02', 'intake', 'destroyed');
  expect(stdout).toMatch(new RegExp(`${asked._id}\tderby-self\t2026-04-02\t20\\d\\d-\\d\\d-\\d\\d\trequest`));
  expect(stdout).toMatch(/outcome:[0-9a-f]{64}\tderby-self/);
  const bytes = readdirSync(storeFolder(data), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => readFileSync(join(file.parentPath, file.name), 'latin1'));
  expect(bytes.length).toBeGreaterThan(0);
  const again = await wayin('2026-04-02', 'intake', 'open', asked._id);
  expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('nothing with this id')]);
});

test('what is past its time is listed first, and goes only when told', async () => {
  const early = await wayin('2026-10-02', 'intake', 'retain', '--months', '6');
  expect([early.status, early.stdout]).toEqual([0, '']);
  const looked = await wayin('2026-10-03', 'intake', 'retain', '--months', '6');
  expect(looked.stdout.trim().split('\n')).toHaveLength(2);
  expect(looked.stderr).toContain('2 submissions would go');
  expect(await listed()).toContain(old._id);
  const gone = await wayin('2026-10-03', 'intake', 'retain', '--months', '6', '--destroy', 'yes');
  expect(gone.stderr).toContain('2 submissions destroyed');
  expect(await listed()).toBe('');
});

test.each([
  [[], /--months/],
  [['--months', '0'], /--months/],
  [['--months', 'x'], /--months/],
  [['--months', '6', '--destroy', 'perhaps'], /--destroy yes/],
])('wayin intake retain %j is misuse', async (options, cure) => {
  const { status, stderr } = await wayin('2026-04-02', 'intake', 'retain', ...options);
  expect([status, stderr]).toEqual([2, expect.stringMatching(cure)]);
});

test.each([
  ['2026-10-02', 6, '2026-04-02'],
  ['2026-03-31', 1, '2026-02-28'],
  ['2024-03-31', 1, '2024-02-29'],
  ['2026-01-15', 24, '2024-01-15'],
])('%s less %i months is %s', (day, months, before) => {
  expect(monthsBefore(day, months)).toBe(before);
});
