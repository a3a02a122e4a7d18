import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { toReference } from '#core/submission/reference.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { newSealingKeys } from '#sealing/keys.ts';
import { seal } from '#sealing/seal.ts';
import { runWayIn } from '../support/way-in.ts';
import {
  aForm,
  anEnvelope,
  anEqualityEnvelope,
  aSite,
  asPushed,
  type RunningIntake,
  recipientKeys,
  startIntake,
} from './running-intake.ts';

const form = aForm({
  pages: [
    { id: 'name', questions: [{ id: 'fullName', kind: 'text', maxLength: 100 }] },
    { id: 'residence', questions: [{ id: 'derbyResidence', kind: 'one-of', options: ['derby', 'temporary'] }] },
    {
      id: 'area',
      when: { question: 'derbyResidence', is: 'derby' },
      questions: [{ id: 'area', kind: 'text', maxLength: 60 }],
    },
    { id: 'heard', questions: [{ id: 'referralSource', kind: 'one-of', options: ['gp', 'library'] }] },
    { id: 'help', questions: [{ id: 'whatHelp', kind: 'some-of', options: ['course', 'one-to-one'] }] },
  ],
});
const equality = aForm({ id: 'derby-equality', kind: 'monitoring', promise: 'none' });

const keys = mkdtempSync(join(tmpdir(), 'wayin-keys-'));
const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
const wayin = (...args: string[]) => runWayIn(args, { WAYIN_DATA: data, WAYIN_KEYS: keys, COUCHDB_URL: '' });

const zofia = await anEnvelope(
  {
    answers: {
      fullName: '=Zofia, "Zo"',
      derbyResidence: 'temporary',
      area: 'left behind',
      referralSource: 'gp',
      whatHelp: ['course', 'one-to-one'],
    },
  },
  form,
);
const adam = await anEnvelope(
  { answers: { fullName: 'آدم', derbyResidence: 'derby', referralSource: 'library' } },
  form,
);
const monitoring = await anEqualityEnvelope();

let intake: RunningIntake;
let desk: { close(): Promise<void> };
beforeAll(async () => {
  writeFileSync(join(keys, 'derby-team.12345678.private.json'), JSON.stringify(recipientKeys.privateKey));
  writeFileSync(join(keys, 'derby-team.12345678.public.json'), JSON.stringify(recipientKeys.publicKey));
  intake = await startIntake({ data, site: await aSite([form, equality]) });
  desk = await serveDesk(intake.shelf, storeFolder(data));
  await intake.bulkDocs([zofia, adam, monitoring].map(asPushed));
});
afterAll(async () => {
  await desk.close();
  await intake.stop();
  for (const folder of [data, keys]) rmSync(folder, { recursive: true });
});

const columns =
  'id,reference,form,formVersion,recipient,system,receivedAt,createdAt,language,channel,privacyNotice,agreedAt,share,' +
  'nonResident,respondBy,seenBy,status,refusalReason,signpostedTo,unmetNeed,actionTaken,' +
  'answer.fullName,answer.derbyResidence,answer.area,answer.referralSource,answer.whatHelp.course,answer.whatHelp.one-to-one';

describe('while the server runs', () => {
  test('list prints a line for each: id, form, version, when received', async () => {
    const { status, stdout } = await wayin('intake', 'list');
    expect(status).toBe(0);
    const lines = stdout
      .trim()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(lines.map(([id]) => id).sort()).toEqual([zofia._id, adam._id, monitoring._id].sort());
    const [, name, version, receivedAt, reference] = lines.find(([id]) => id === zofia._id) ?? [];
    expect([name, version, reference]).toEqual(['derby-self', zofia.formVersion, toReference(zofia._id)]);
    expect(receivedAt).toMatch(/^2026-04-02T/);
    expect(lines.find(([id]) => id === monitoring._id)?.[3]).toBe('2026-04');
  });

  test.each([
    ['its id', zofia._id],
    ['its reference', toReference(zofia._id)],
    ['its reference as people write it', toReference(zofia._id).toLowerCase().replace('-', ' ')],
  ])('[E5] [G27] open finds a submission by %s and prints what counts of it', async (_, name) => {
    const { status, stdout } = await wayin('intake', 'open', name);
    expect(status).toBe(0);
    const { receivedAt, ...opened } = JSON.parse(stdout);
    expect(opened).toEqual({
      form: 'derby-self',
      formVersion: zofia.formVersion,
      recipient: 'derby-team',
      language: 'pl',
      // `area` is off the route of someone who is here for hospital.
      answers: {
        fullName: '=Zofia, "Zo"',
        derbyResidence: 'temporary',
        referralSource: 'gp',
        whatHelp: ['course', 'one-to-one'],
      },
      id: zofia._id,
      reference: toReference(zofia._id),
      system: 'derby',
      createdAt: '2026-04-02T09:59:00.000Z',
      channel: 'queued-offline',
      consent: { privacyNotice: 'derby-2026-1', agreedAt: '2026-04-02T09:59:00.000Z', share: [] },
      nonResident: true,
      respondBy: '2026-04-09',
      seenBy: '2026-04-15',
    });
    expect(receivedAt).toMatch(/^2026-04-02T.*\+01:00$/);
  });

  test('[G26] opened equality answers name nobody, and no day', async () => {
    const { stdout } = await wayin('intake', 'open', monitoring._id);
    expect(JSON.parse(stdout)).toMatchObject({ form: 'derby-equality', receivedAt: '2026-04', month: '2026-04' });
    expect(stdout).not.toMatch(/createdAt|draft|language|\d\d:\d\d/);
  });

  test('[F-16] export as CSV has the same columns always, a row a submission, a column a choice, and no formula', async () => {
    const { status, stdout } = await wayin('intake', 'export', '--format', 'csv');
    expect(status).toBe(0);
    const [head, ...rows] = stdout.split('\r\n');
    expect(head).toBe(columns);
    expect(rows).toHaveLength(3);
    expect(stdout).toContain(`"'=Zofia, ""Zo""",temporary,,gp,yes,yes`);
  });

  test('[G26] export leaves equality answers out unless their form is asked for', async () => {
    const idsOf = async (...args: string[]) => {
      const { stdout } = await wayin('intake', 'export', '--format', 'json', ...args);
      return (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id).sort();
    };
    expect(await idsOf()).toEqual([zofia._id, adam._id].sort());
    expect(await idsOf('--form', 'derby-equality')).toEqual([monitoring._id]);
  });

  test.each([
    [['--from', '2026-04-02', '--to', '2026-04-02'], 2],
    [['--from', '2026-04-03'], 0],
    [['--to', '2026-04-01'], 0],
    [['--form', 'derby-equality', '--from', '2026-04-30', '--to', '2026-05-01'], 1],
  ])('export takes the days of receipt, both included: %j', async (options, many) => {
    const { stdout } = await wayin('intake', 'export', '--format', 'json', ...options);
    expect(JSON.parse(stdout)).toHaveLength(many);
  });

  test('[D31] [E5] [E55] counts by quarter total how people heard, and the non-residents', async () => {
    const { stdout } = await wayin('intake', 'export', '--format', 'csv', '--counts', 'quarter', '--small', 'shown');
    const quarter = '2026-04 to 2026-06';
    expect(stdout.trim().split('\r\n')).toEqual([
      'quarter,counted,value,total',
      `${quarter},all,all,2`,
      `${quarter},form,derby-self,2`,
      `${quarter},service,derby,2`,
      `${quarter},recipient,derby-team,2`,
      `${quarter},referralSource,gp,1`,
      `${quarter},referralSource,library,1`,
      `${quarter},derbyResidence,derby,1`,
      `${quarter},derbyResidence,temporary,1`,
      `${quarter},whatHelp,course,1`,
      `${quarter},whatHelp,not said,1`,
      `${quarter},whatHelp,one-to-one,1`,
      `${quarter},nonResident,yes,1`,
    ]);
  });

  test('counts to pass on say of a small number only that it is small, and cut by month as well', async () => {
    const { stdout } = await wayin('intake', 'export', '--format', 'json', '--counts', 'month');
    expect(JSON.parse(stdout)[0]).toEqual({ month: '2026-04', counted: 'all', value: 'all', total: 'fewer than 5' });
  });

  test('[C14] [D44] a quarter sets the days and names the deadlines', async () => {
    const { stdout, stderr } = await wayin('intake', 'export', '--format', 'csv', '--quarter', '2026/27 Q1');
    expect(stdout.trim().split('\r\n')).toHaveLength(3);
    expect(stderr).toContain('southwark-works: report by 2026-07-15, last changes by 2026-07-29');
    expect(stderr).toContain("slf: within 4 weeks of the quarter's end, by 2026-07-28");
    const before = await wayin('intake', 'export', '--format', 'json', '--quarter', '2025-26-Q4');
    expect(JSON.parse(before.stdout)).toEqual([]);
  });

  test('[F-14] an export for one service has its own submissions, and looks at no other', async () => {
    const { status, stdout, stderr } = await wayin('intake', 'export', '--format', 'json', '--recipient', 'swk-hub');
    expect([status, stdout, stderr]).toEqual([0, '[]\n', '']);
  });

  test('[E51] [E53] [E54] staff note a refusal with its reason, signposting and what was done; the store cannot read it', async () => {
    const refused = [
      '--status',
      'refused',
      '--reason',
      'c',
      '--signposted-to',
      'Talking Points',
      '--action',
      'Rang back',
    ];
    expect((await wayin('intake', 'outcome', adam._id, '--status', 'responded')).status).toBe(0);
    expect(await wayin('intake', 'outcome', toReference(adam._id), ...refused)).toEqual({
      status: 0,
      stdout: '',
      stderr: '',
    });
    const opened = JSON.parse((await wayin('intake', 'open', adam._id)).stdout);
    expect(opened.outcome).toEqual({
      status: 'refused',
      reason: 'c',
      signpostedTo: 'Talking Points',
      action: 'Rang back',
    });
    const { stdout } = await wayin('intake', 'export', '--format', 'csv');
    expect(stdout).toContain('refused,c,Talking Points,,Rang back,آدم');
    const counts = await wayin('intake', 'export', '--format', 'csv', '--counts', 'quarter', '--small', 'shown');
    expect(counts.stdout).toMatch(/refusalReason,c,1\r\n.*signposted,yes,1/);
    const files = readdirSync(storeFolder(data), { recursive: true, withFileTypes: true }).filter((f) => f.isFile());
    const text = files.map((file) => readFileSync(join(file.parentPath, file.name), 'latin1')).join('');
    expect(text).not.toContain('Talking Points');
  });

  test.each([
    [['--status', 'refused'], /--reason/],
    [['--status', 'seen', '--reason', 'a'], /only a refusal/],
    [['--status', 'gone'], /--status new, responded/],
    [['--status', 'seen', '--action', ''], /1 to 300/],
  ])('an outcome %j is misuse, and says what it takes', async (options, cure) => {
    const { status, stderr } = await wayin('intake', 'outcome', adam._id, ...options);
    expect([status, stderr]).toEqual([2, expect.stringMatching(cure)]);
  });

  test('anonymous answers have no outcome', async () => {
    const { status, stderr } = await wayin('intake', 'outcome', monitoring._id, '--status', 'seen');
    expect([status, stderr]).toEqual([1, expect.stringContaining('anonymous answers have no outcome')]);
  });

  test('the socket is for this user alone', () => {
    expect(statSync(join(storeFolder(data), 'desk.sock')).mode & 0o777).toBe(0o600);
  });
});

describe('what cannot be opened', () => {
  test('is named with its cure, and the rest is exported', async () => {
    const other = await newSealingKeys();
    const { _id, sealed, ...content } = zofia;
    const sealedToOther = await seal(
      {
        ...content,
        kind: 'submission',
        version: 1,
        draft: '',
        system: 'derby',
        createdAt: '',
        language: 'en',
        channel: 'online',
        consent: { privacyNotice: '', agreedAt: '', share: [] },
        answers: {},
      },
      other.publicKey,
    );
    await intake.bulkDocs([asPushed(sealedToOther)]);

    const opened = await wayin('intake', 'open', sealedToOther._id);
    expect([opened.status, opened.stdout]).toEqual([1, '']);
    expect(opened.stderr).toMatch(
      new RegExp(`^wayin: ${sealedToOther._id}: sealed to derby-team with the key .*not in ${keys}.*\n$`),
    );

    const exported = await wayin('intake', 'export', '--format', 'json');
    expect(exported.status).toBe(1);
    expect(JSON.parse(exported.stdout)).toHaveLength(2);
    expect(exported.stderr).toContain(sealedToOther._id);
    expect(exported.stderr).toContain('1 could not be opened');
  });

  test('is damaged, or made on a form that is not on the shelf', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wayin-damaged-'));
    mkdirSync(join(folder, 'store'), { recursive: true });
    const submissions = new PouchDB(join(folder, 'store', 'submissions'));
    await submissions.put({ ...adam, recipient: 'somebody' });
    await submissions.put(zofia);
    await submissions.close();

    const open = (id: string) => runWayIn(['intake', 'open', id], { WAYIN_DATA: folder, WAYIN_KEYS: keys });
    expect((await open(adam._id)).stderr).toMatch(/damaged: it is not what was sealed/);
    expect((await open(zofia._id)).stderr).toMatch(/does not have version .* of the form derby-self/);
    rmSync(folder, { recursive: true });
  });

  test('never arrived', async () => {
    const { status, stderr } = await wayin('intake', 'open', 'AAAA-AAAA');
    expect([status, stderr]).toEqual([
      1,
      'wayin: AAAA-AAAA: nothing with this id or reference has arrived. See wayin intake list.\n',
    ]);
  });
});

test.each([
  [['intake'], 2, /intake list, open, export/],
  [['intake', 'read'], 2, /intake list, open, export/],
  [['intake', 'open'], 2, /id or reference/],
  [['intake', 'export'], 2, /--format/],
  [['intake', 'export', '--format', 'xml'], 2, /--format/],
  [['intake', 'export', '--format', 'csv', '--since', 'x'], 2, /--since/],
  [['intake', 'export', '--format', 'csv', '--from', '2026-02-30'], 1, /--from/],
  [['intake', 'export', '--format', 'csv', '--form', 'nothing'], 1, /derby-equality, derby-self/],
])('wayin %j exits with %i and says why', async (args, status, why) => {
  const ran = await wayin(...args);
  expect([ran.status, ran.stdout]).toEqual([status, '']);
  expect(ran.stderr).toMatch(why);
});

test('without the server the same is read from the folder', async () => {
  const alone = mkdtempSync(join(tmpdir(), 'wayin-alone-'));
  const running = await startIntake({ data: alone, site: await aSite([form, equality]) });
  await running.bulkDocs([asPushed(zofia)]);
  await running.stop();
  const { stdout } = await runWayIn(['intake', 'list'], { WAYIN_DATA: alone });
  expect(stdout).toContain(zofia._id);
  rmSync(alone, { recursive: true });
});

test('where nothing was ever stored it says so', async () => {
  const { status, stderr } = await runWayIn(['intake', 'list'], { WAYIN_DATA: join(tmpdir(), 'wayin-nowhere') });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/There is no store in .*wayin-nowhere/)]);
});

test('the data folder holds store and keys, and no word of what was written', () => {
  const files = readdirSync(data, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  for (const { parentPath, name } of files) expect(readFileSync(join(parentPath, name)).includes('Zofia')).toBe(false);
});
