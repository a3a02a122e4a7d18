import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aBrowser, aPerson, PASSPHRASE, peopleOf } from './people-browser.ts';
import { type RunningIntake, startIntake } from './running-intake.ts';

let today = '2026-04-02';
let intake: RunningIntake;
beforeAll(async () => {
  intake = await startIntake({ now: () => `${today}T10:00:00+01:00` });
});
afterAll(() => intake.stop());

const problemOf = async (response: Response) => [
  response.status,
  ((await response.json()) as { problem: string }).problem,
];
const invite = async (name: string) => {
  const invited = await peopleOf(intake).invite({ name, role: 'organiser', groups: ['saturday-cafe'] });
  if (!invited.ok) throw new Error(invited.problem);
  return invited.value;
};

describe('joining', () => {
  test('a code and a passphrase sign in, and the cookie is for this site and no script', async () => {
    const { id, code } = await invite('Ada Example');
    const browser = aBrowser(intake.url);
    const joined = await browser.post('join', {
      code: code.toLowerCase().replaceAll('-', ' '),
      passphrase: PASSPHRASE,
    });
    const person = { id, name: 'Ada Example', role: 'organiser', groups: ['saturday-cafe'] };
    expect([joined.status, await joined.json()]).toEqual([200, person]);
    const cookie = joined.headers.getSetCookie().find((line) => line.startsWith('wayin='));
    expect(cookie).toMatch(/^wayin=[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/);
    expect(await (await browser.get('me')).json()).toEqual(person);
    expect(joined.headers.get('cache-control')).toBe('no-store');
  });

  test('over TLS the cookie is bound to the host', async () => {
    const { code } = await invite('Tess Example');
    const tls = { 'x-forwarded-proto': 'https', origin: intake.url };
    const joined = await aBrowser(intake.url).post('join', { code, passphrase: PASSPHRASE }, tls);
    expect(joined.headers.getSetCookie().find((line) => line.startsWith('__Host-wayin='))).toMatch(/; Secure$/);
  });

  test('a code works once, also for two at the same moment', async () => {
    const { code } = await invite('Bo Example');
    const both = [1, 2].map(() => aBrowser(intake.url).post('join', { code, passphrase: PASSPHRASE }));
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 401]);
    const again = await aBrowser(intake.url).post('join', { code, passphrase: PASSPHRASE });
    expect(await problemOf(again)).toEqual([401, 'codeNotKnown']);
  });

  test('a code ends after 14 days', async () => {
    const { code } = await invite('Cy Example');
    today = '2026-04-17';
    const late = await aBrowser(intake.url).post('join', { code, passphrase: PASSPHRASE });
    today = '2026-04-02';
    expect(await problemOf(late)).toEqual([401, 'codeNotKnown']);
  });

  test('a new code makes the one before it worthless', async () => {
    const { id, code } = await invite('Di Example');
    const reset = await peopleOf(intake).reset(id);
    expect(await problemOf(await aBrowser(intake.url).post('join', { code, passphrase: PASSPHRASE }))).toEqual([
      401,
      'codeNotKnown',
    ]);
    const newCode = reset.ok ? reset.value.code : '';
    expect((await aBrowser(intake.url).post('join', { code: newCode, passphrase: PASSPHRASE })).status).toBe(200);
  });

  test.each([
    ['short one', 'passphraseTooShort'],
    ['x'.repeat(201), 'passphraseTooLong'],
    ['Password1234!', 'passphraseCommon'],
    ['p@ssw0rdp@ssw0rd', 'passphraseCommon'],
    ['123456789012', 'passphraseCommon'],
    ['aaaaaaaaaaaaaaa', 'passphraseCommon'],
    ['qwertyuiop12', 'passphraseCommon'],
    ['1q2w3e4r5t6y', 'passphraseCommon'],
    ['Eve Example 1', 'passphraseCommon'],
  ])('the passphrase "%s" is refused, and the code can be used again', async (passphrase, problem) => {
    const { id, code } = await peopleOf(intake)
      .invite({ name: 'Eve Example', role: 'organiser', groups: [] })
      .then(async (invited) => {
        if (invited.ok) return invited.value;
        const eve = (await peopleOf(intake).list()).find(({ name }) => name === 'Eve Example');
        const reset = await peopleOf(intake).reset(eve?.id ?? '');
        return reset.ok ? reset.value : { id: '', code: '' };
      });
    const browser = aBrowser(intake.url);
    expect(await problemOf(await browser.post('join', { code, passphrase }))).toEqual([422, problem]);
    const joined = await browser.post('join', { code, passphrase: 'عصافير على سطح بيت جدتي' });
    expect([joined.status, ((await joined.json()) as { id: string }).id]).toEqual([200, id]);
  });
});

describe('signing in and out', () => {
  test('by name, however it is typed, or by id', async () => {
    const { id } = await aPerson(intake, 'Zofia Łoś');
    for (const whom of [{ name: '  zofia   łOŚ ' }, { id }]) {
      const signedIn = await aBrowser(intake.url).post('sign-in', { ...whom, passphrase: PASSPHRASE });
      expect([signedIn.status, ((await signedIn.json()) as { id: string }).id]).toEqual([200, id]);
    }
  });

  test('a wrong passphrase and a name that nobody has are answered alike', async () => {
    await aPerson(intake, 'Gus Example');
    const browser = aBrowser(intake.url, '203.0.113.50');
    const wrong = { passphrase: 'quite another thing' };
    const answers = [
      await browser.post('sign-in', { name: 'Gus Example', ...wrong }),
      await browser.post('sign-in', { name: 'Nobody Example', ...wrong }),
      await browser.post('sign-in', { id: 'p-22222222', ...wrong }),
    ];
    for (const answer of answers) expect(await problemOf(answer)).toEqual([401, 'wrongNameOrPassphrase']);
    expect(browser.cookies.size).toBe(0);
  });

  test('somebody who has not joined yet cannot sign in', async () => {
    await invite('Hal Example');
    const answer = await aBrowser(intake.url).post('sign-in', { name: 'Hal Example', passphrase: PASSPHRASE });
    expect(answer.status).toBe(401);
  });

  test('a stolen cookie is dead after signing out', async () => {
    const { browser } = await aPerson(intake, 'Ida Example');
    const thief = aBrowser(intake.url, '198.51.100.9');
    for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
    expect((await thief.get('me')).status).toBe(200);
    expect((await browser.post('sign-out', {})).status).toBe(204);
    expect((await thief.get('me')).status).toBe(401);
    expect(browser.cookies.has('wayin')).toBe(false);
  });

  test('signing out everywhere ends every browser of this person, and nobody else', async () => {
    const { browser } = await aPerson(intake, 'Jo Example');
    const { browser: other } = await aPerson(intake, 'Kay Example');
    const second = aBrowser(intake.url);
    await second.post('sign-in', { name: 'Jo Example', passphrase: PASSPHRASE });
    await browser.post('sign-out', { everywhere: true });
    expect([(await second.get('me')).status, (await browser.get('me')).status]).toEqual([401, 401]);
    expect((await other.get('me')).status).toBe(200);
  });

  test('whose access is taken away is out at once', async () => {
    const { id, browser } = await aPerson(intake, 'Lee Example');
    await peopleOf(intake).revoke(id);
    expect((await browser.get('me')).status).toBe(401);
    expect((await browser.post('sign-in', { id, passphrase: PASSPHRASE })).status).toBe(401);
  });

  test('a session lasts 30 days, and anew for somebody who comes back after a week', async () => {
    const { browser: stays } = await aPerson(intake, 'Mo Example');
    const { browser: comesBack } = await aPerson(intake, 'Nell Example');
    today = '2026-04-20';
    const renewed = await comesBack.get('me');
    expect(renewed.headers.getSetCookie().join()).toContain('Max-Age=2592000');
    today = '2026-05-03';
    expect([(await stays.get('me')).status, (await comesBack.get('me')).status]).toEqual([401, 200]);
    today = '2026-04-02';
  });

  test('groups that are added are there with the next call', async () => {
    const { id, browser } = await aPerson(intake, 'Ola Example');
    const groups = await peopleOf(intake).changeGroups(id, { add: ['sunday-walk'], remove: ['saturday-cafe'] });
    expect(groups).toEqual({ ok: true, value: ['sunday-walk'] });
    expect(await (await browser.get('me')).json()).toMatchObject({ groups: ['sunday-walk'] });
  });

  test('names are told to who shares a group, and to who sees all', async () => {
    const { id: mine } = await aPerson(intake, 'Pia Example', 'organiser', ['slow-and-easy']);
    const { browser } = await aPerson(intake, 'Quin Example', 'organiser', ['slow-and-easy']);
    const { id: far } = await aPerson(intake, 'Ravi Example', 'organiser', ['quiet-hour']);
    const { browser: editor } = await aPerson(intake, 'Sol Example', 'editor', []);
    const seen = (await (await browser.get('names')).json()) as Record<string, string>;
    expect([seen[mine], seen[far]]).toEqual(['Pia Example', undefined]);
    expect(await (await editor.get('names')).json()).toMatchObject({ [mine]: 'Pia Example', [far]: 'Ravi Example' });
    expect((await aBrowser(intake.url).get('names')).status).toBe(401);
  });
});
