import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answers } from '#core/criteria/criterion.ts';
import { londonClock } from '#intake/clock.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { keyedDesk } from '#intake/keyed-desk.ts';
import { knownForms } from '#intake/known-forms.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { derbyAnswers } from '../support/answers.ts';
import { runWayIn } from '../support/way-in.ts';
import { startCouchLike } from './couch-like-server.ts';
import { aSite, type RunningIntake, receiptKeys, recipientKeys, startIntake } from './running-intake.ts';

const forms = readForms();
const version = forms.find(({ definition }) => definition.id === 'derby-self')?.version ?? '';
const TODAY = '2026-11-25';

const keys = mkdtempSync(join(tmpdir(), 'wayin-keys-'));
const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
const noTerminal = { WAYIN_DATA: data, WAYIN_KEYS: keys, WAYIN_TODAY: TODAY, COUCHDB_URL: '' };
const wayin = (args: readonly string[], more: NodeJS.ProcessEnv = {}) => runWayIn(args, { ...noTerminal, ...more });

let count = 0;
function sheet(answers: object): string {
  count += 1;
  const file = join(data, `sheet-${count}.json`);
  writeFileSync(file, JSON.stringify(answers));
  return file;
}
const keyIn = (answers: object, ...more: readonly string[]) =>
  wayin(['intake', 'key-in', 'derby-self', sheet(answers), ...more]);
const named = (name: string): Answers => ({ ...derbyAnswers, preferredName: name });
const referenceIn = (stdout: string) => /Reference +(\S+)/.exec(stdout)?.[1] ?? '';
const openedAs = async (reference: string, more: NodeJS.ProcessEnv = {}) =>
  JSON.parse((await wayin(['intake', 'open', reference], more)).stdout);

let intake: RunningIntake;
let desk: { close(): Promise<void> };
beforeAll(async () => {
  const write = (name: string, key: object) => writeFileSync(join(keys, name), JSON.stringify(key));
  for (const recipient of ['derby-team', 'swk-hub', 'swk-lot9']) {
    write(`${recipient}.12345678.public.json`, recipientKeys.publicKey);
    write(`${recipient}.12345678.private.json`, recipientKeys.privateKey);
  }
  write('receipts.12345678.private.json', receiptKeys.privateKey);
  write('receipts.12345678.public.json', receiptKeys.publicKey);
  intake = await startIntake({ data, site: await aSite(forms.map(({ definition }) => definition)) });
  const { shelf } = intake;
  const paper = keyedDesk({
    shelf,
    forms: await knownForms(forms, shelf, `${TODAY}T09:00:00Z`),
    signingKey: receiptKeys.privateKey,
    holidays: { dates: [], lastYear: 2027 },
    now: londonClock(TODAY),
    log: () => undefined,
  });
  desk = await serveDesk(shelf, storeFolder(data), () => paper);
});
afterAll(async () => {
  for (const folder of [keys, data]) rmSync(folder, { recursive: true, force: true });
});

describe('while the server runs', () => {
  test('[G29] a form from paper goes to its recipient as any other, and says what to tell the person', async () => {
    const { status, stdout, stderr } = await keyIn(named('On Paper'));
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Stored, sealed to derby-team\.\n/);
    expect(stdout).toContain('Reply by   2026-11-30\nSeen by    2026-12-04');
    const opened = await openedAs(referenceIn(stdout));
    expect(opened).toMatchObject({
      form: 'derby-self',
      formVersion: version,
      channel: 'paper-keyed',
      language: 'en',
      recipient: 'derby-team',
      answers: named('On Paper'),
      respondBy: '2026-11-30',
    });
  });

  test('the same answers typed in twice within a day are named as a repeat, and stored only if it is said again', async () => {
    const first = referenceIn((await keyIn(named('Twice'))).stdout);
    const second = await keyIn(named('Twice'));
    expect([second.status, second.stdout]).toEqual([1, '']);
    expect(second.stderr).toContain(`may be a repeat of ${first}`);
    expect((await keyIn(named('Twice'), '--again', 'yes')).status).toBe(0);
  });

  test('[E10] the dates count from the day on which the paper came', async () => {
    const { stdout } = await keyIn(
      named('Posted'),
      '--received',
      '2026-11-20',
      '--lang',
      'pl',
      '--channel',
      'assisted',
    );
    expect(stdout).toMatch(/Received +2026-11-20T/);
    expect(stdout).toContain('Reply by   2026-11-25');
    expect(await openedAs(referenceIn(stdout))).toMatchObject({ language: 'pl', channel: 'assisted' });
  });

  test('the code on the sheet says the version', async () => {
    const code = `derby-self/${version.slice(0, 6)}`;
    expect((await wayin(['intake', 'key-in', code, sheet(named('By code'))])).status).toBe(0);
    const wrong = await wayin(['intake', 'key-in', 'derby-self/ffffff', sheet(named('By code'))]);
    expect([wrong.status, wrong.stderr]).toEqual([1, expect.stringContaining(code)]);
  });

  test('what is wrong is told question by question, in the words of the form, and nothing is stored', async () => {
    const { consentPrivacy: _, ...without } = named('Wrong');
    const { status, stdout, stderr } = await keyIn({ ...without, phone: 'seven', whatHelp: ['course', 'tea'] });
    expect([status, stdout]).toEqual([1, '']);
    const lines = stderr.trim().split('\n');
    expect(lines).toEqual([
      expect.stringMatching(/^wayin: question 3, "What phone number should we call\?" \(phone\): Enter a phone number/),
      expect.stringMatching(/\(whatHelp\): Choose the help you would like from the list/),
      expect.stringMatching(/\(consentPrivacy\): Tick to say that you have read/),
      'wayin: Nothing was stored.',
    ]);
    const inPolish = await keyIn({ ...named('Wrong'), phone: 'seven' }, '--lang', 'pl');
    expect(inPolish.stderr).toMatch(/\(phone\): .*numer/);
  });

  test('a name that is no question, and a list where there is one answer, are told with the cure', async () => {
    const { status, stderr } = await keyIn({ ...named('Strange'), prefered: 'x', phone: ['1'] });
    expect(status).toBe(1);
    expect(stderr).toMatch(/"prefered" is no question of derby-self\. The nearest name is "preferredName"/);
    expect(stderr).toMatch(/\(phone\): Give text\./);
  });

  test('an answer that does not apply is named and not kept', async () => {
    const { status, stdout, stderr } = await keyIn({ ...named('Too much'), email: 'sam@example.org' });
    expect([status, stderr]).toEqual([0, expect.stringMatching(/\(email\): does not apply/)]);
    expect((await openedAs(referenceIn(stdout))).answers).not.toHaveProperty('email');
  });

  test.concurrent.each<[string, readonly string[], number, RegExp]>([
    ['no form', ['intake', 'key-in'], 2, /key-in <form or code>/],
    ['no file and no terminal', ['intake', 'key-in', 'derby-self'], 2, /Give a file of answers/],
    ['an unknown option', ['intake', 'key-in', 'derby-self', '-', '--color', 'red'], 2, /color/],
    ['an unknown channel', ['intake', 'key-in', 'derby-self', '-', '--channel', 'fax'], 2, /paper-keyed\|assisted/],
    ['a form that is none', ['intake', 'key-in', 'derby-slf', sheet({})], 1, /nearest name is "derby-self"/],
    ['a file that is none', ['intake', 'key-in', 'derby-self', 'no.json'], 1, /no\.json cannot be read/],
    ['an unknown language', ['intake', 'key-in', 'derby-self', sheet({}), '--lang', 'xx'], 1, /one of: en, ar, pl/],
    ['a day to come', ['intake', 'key-in', 'derby-self', '-', '--received', '2099-01-01'], 1, /not a day up to today/],
    ['a day that is none', ['intake', 'key-in', 'derby-self', '-', '--received', '2026-02-30'], 1, /not a day/],
    ['what is no JSON', ['intake', 'key-in', 'derby-self', '-'], 1, /not a JSON object/],
  ])('%s ends with its line', async (_title, args, status, why) => {
    const ran = await wayin(args);
    expect([ran.status, ran.stdout]).toEqual([status, '']);
    expect(ran.stderr).toMatch(why);
  });

  test('[A8] equality answers on paper stay without a name, a reference and a day', async () => {
    const { status, stdout } = await wayin(['intake', 'key-in', 'derby-equality', sheet({})]);
    expect(status).toBe(0);
    expect(stdout).not.toContain('Reference');
    expect(stdout).toMatch(/Received +2026-11\n/);
  });
});

describe('while no server runs', () => {
  test('it writes the store itself', async () => {
    await desk.close();
    await intake.stop();
    const { status, stdout, stderr } = await keyIn(named('Alone'));
    expect([status, stderr]).toEqual([0, '']);
    expect(await openedAs(referenceIn(stdout))).toMatchObject({ answers: named('Alone'), respondBy: '2026-11-30' });
    expect((await keyIn(named('Twice'))).stderr).toContain('may be a repeat');
  });

  test('CouchDB takes it too', async () => {
    const couch = await startCouchLike();
    const env = { COUCHDB_URL: couch.url.href };
    const ran = await wayin(['intake', 'key-in', 'derby-self', sheet(named('In Couch'))], env);
    expect([ran.status, ran.stderr]).toEqual([0, '']);
    expect(await openedAs(referenceIn(ran.stdout), env)).toMatchObject({ answers: named('In Couch') });
    await couch.stop();
  });
});
