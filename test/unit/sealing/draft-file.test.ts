import { CompactEncrypt } from 'jose';
import { describe, expect, test } from 'vitest';
import type { DraftToCarry } from '#core/forms/draft.ts';
import { lockDraft, unlockDraft } from '#sealing/draft-file.ts';
import { sha256Hex } from '#sealing/hash.ts';

const PASSPHRASE = 'kettle Żółć violin 7';
const carried: DraftToCarry = {
  kind: 'draft',
  version: 1,
  form: 'derby-self',
  title: 'Ask for peer support',
  draft: {
    draft: 'a-draft',
    formVersion: '0123456789abcdef',
    answers: { preferredName: 'Zofia 👋 \u202eمرحبا', whatHelp: ['course'] },
    page: 'contact',
    savedAt: 1_775_000_000_000,
    language: 'pl',
    asked: { preferredName: { page: 'name', kind: 'text', label: 'Imię', said: ['Zofia'] } },
    setAside: [{ label: 'Old', said: ['words'], language: 'en' }],
  },
};
// As few rounds as a test needs; one test takes as many as a file does.
const file = await lockDraft(carried, PASSPHRASE, 1_000);
const parts = JSON.parse(file) as { kind: string; version: number; sealed: string; check: string };
const problem = async (text: string, passphrase = PASSPHRASE) => {
  const opened = await unlockDraft(text, passphrase);
  return opened.ok ? 'opened' : opened.problem;
};

test('a draft opens again with its passphrase, as it was', async () => {
  expect(await unlockDraft(file, PASSPHRASE)).toEqual({ ok: true, value: carried });
});

test('the file says what it is, and nothing else that can be read', () => {
  expect(Object.keys(parts)).toEqual(['kind', 'version', 'sealed', 'check']);
  expect(parts).toMatchObject({ kind: 'wayin-draft', version: 1 });
  expect(file).not.toMatch(/derby|Zofia|peer/);
});

test('guessing the passphrase of a file is slow, and opening it with the right one is not refused for that', async () => {
  const slow = await lockDraft(carried, PASSPHRASE);
  const { sealed } = JSON.parse(slow) as { sealed: string };
  const header = JSON.parse(Buffer.from(sealed.split('.')[0] ?? '', 'base64url').toString());
  expect(header).toMatchObject({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 600_000 });
  expect(await problem(slow)).toBe('opened');
});

test('how long the file is does not tell how much was written', async () => {
  const more = { ...carried, draft: { ...carried.draft, answers: { inOwnWords: 'x'.repeat(900) } } };
  expect((await lockDraft(more, PASSPHRASE, 1_000)).length).toBe(file.length);
});

test.each([
  ['typed with the accents apart', PASSPHRASE.normalize('NFD')],
  ['with a space at its end, as telephones put there', `${PASSPHRASE} `],
  ['with two spaces for one', PASSPHRASE.replace(' ', '  ')],
])('the passphrase %s is the same', async (_, typed) => {
  expect(await problem(file, typed)).toBe('opened');
});

test.each(['', 'kettle', PASSPHRASE.toLowerCase(), '\ud800'])('the passphrase "%s" is another', async (typed) => {
  expect(await problem(file, typed)).toBe('wrongPassphrase');
});

describe('what is no whole draft file is told apart', () => {
  const relocked = async (content: unknown, p2c = 10) => {
    const sealed = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM' })
      .setKeyManagementParameters({ p2c })
      .encrypt(new TextEncoder().encode(PASSPHRASE.normalize('NFC')));
    return JSON.stringify({ ...parts, sealed, check: await sha256Hex(sealed) });
  };
  const header = Buffer.from(
    JSON.stringify({ alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', p2c: 9e9, p2s: 'AAAAAAAAAAAA' }),
  );
  const greedy = [header.toString('base64url'), ...parts.sealed.split('.').slice(1)].join('.');

  test.each<[string, string | Promise<string>, string]>([
    ['an empty file', '', 'notOurFile'],
    ['a picture', '\u0089PNG\r\n', 'notOurFile'],
    ['other JSON', '{"kind":"shopping"}', 'notOurFile'],
    ['a number', '7', 'notOurFile'],
    ['a list', '[]', 'notOurFile'],
    ['a finished form', JSON.stringify({ _id: 'submission:0', form: 'derby-self', sealed: {} }), 'finishedForm'],
    ['a file of a newer site', JSON.stringify({ kind: 'wayin-draft', version: 2, box: 'x' }), 'newer'],
    ['a file cut short', file.slice(0, -40), 'damaged'],
    ['one letter changed', file.replace(parts.sealed.slice(300, 310), 'AAAAAAAAAA'), 'damaged'],
    ['nothing sealed', JSON.stringify({ ...parts, sealed: 5 }), 'damaged'],
    [
      'a seal that would keep the device busy for hours',
      sha256Hex(greedy).then((check) => JSON.stringify({ ...parts, sealed: greedy, check })),
      'damaged',
    ],
    ['newer inside', relocked({ ...carried, version: 2 }), 'newer'],
    ['no draft inside', relocked({ hello: 'world' }), 'damaged'],
    [
      'answers of no known shape',
      relocked({ ...carried, draft: { ...carried.draft, answers: { a: { b: 1 } } } }),
      'damaged',
    ],
    ['labels of no known shape', relocked({ ...carried, draft: { ...carried.draft, asked: { a: 'b' } } }), 'damaged'],
  ])('%s', async (_, text, expected) => {
    expect(await problem(await text)).toBe(expected);
  });
});
