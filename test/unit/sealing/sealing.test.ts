import { describe, expect, test } from 'vitest';
import type { Content, SubmissionContent } from '#core/submission/content.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { envelopeId, formVersion, sha256Hex } from '#sealing/hash.ts';
import { newSealingKeys, newSigningKeys } from '#sealing/keys.ts';
import { openEnvelope } from '#sealing/open.ts';
import { readReceipt, signReceipt } from '#sealing/receipts.ts';
import { seal, TooLargeToSeal } from '#sealing/seal.ts';

const keys = await newSealingKeys();
const content: SubmissionContent = {
  kind: 'submission',
  version: 1,
  draft: 'd',
  form: 'derby-self',
  formVersion: '0123456789abcdef',
  recipient: 'derby-team',
  system: 'derby',
  createdAt: '2026-04-02T09:00:00Z',
  language: 'ar',
  channel: 'online',
  consent: { privacyNotice: 'derby-2026-1', agreedAt: '2026-04-02T09:00:00Z', share: [] },
  answers: { fullName: 'زينب', whatHelp: ['course'] },
};

describe('an envelope', () => {
  test('is opened by the recipient to the same content', async () => {
    expect(await openEnvelope(await seal(content, keys.publicKey), [keys.privateKey])).toEqual({
      ok: true,
      value: content,
    });
  });

  test('shows nothing of the answers', async () => {
    expect(JSON.stringify(await seal(content, keys.publicKey))).not.toMatch(/fullName|زينب|course/);
  });

  test('has the length of a size class, whatever was written', async () => {
    const lengthOf = async (words: number) => {
      const envelope = await seal({ ...content, answers: { inOwnWords: 'x'.repeat(words) } }, keys.publicKey);
      return Buffer.from(envelope.sealed.ciphertext, 'base64url').length;
    };
    expect(await Promise.all([0, 500, 1_500, 3_000, 30_000].map(lengthOf))).toEqual([2048, 2048, 2048, 4096, 32768]);
  });

  test('is refused by name when it is larger than the largest class', async () => {
    const long = { ...content, answers: { inOwnWords: 'x'.repeat(33_000) } };
    await expect(seal(long, keys.publicKey)).rejects.toThrow(TooLargeToSeal);
  });

  test('sealed to a key that is no longer published is opened by its old private key', async () => {
    const envelope = await seal(content, keys.publicKey);
    const newer = await newSealingKeys();
    expect((await openEnvelope(envelope, [newer.privateKey, keys.privateKey])).ok).toBe(true);
    expect(await openEnvelope(envelope, [newer.privateKey])).toEqual({ ok: false, problem: 'wrongKey' });
  });

  test.each(['form', 'formVersion', 'recipient'] as const)(
    'with another %s is damaged, even with a true id',
    async (field) => {
      const { _id, ...rest } = await seal(content, keys.publicKey);
      const changed = { ...rest, [field]: field === 'formVersion' ? 'f'.repeat(16) : 'other' };
      const envelope = { _id: await envelopeId('submission', changed), ...changed };
      expect(await openEnvelope(envelope, [keys.privateKey])).toEqual({ ok: false, problem: 'damaged' });
    },
  );

  test('with a flipped bit is damaged, even with a true id', async () => {
    const { _id, ...rest } = await seal(content, keys.publicKey);
    const first = rest.sealed.ciphertext.startsWith('A') ? 'B' : 'A';
    const changed = { ...rest, sealed: { ...rest.sealed, ciphertext: first + rest.sealed.ciphertext.slice(1) } };
    const envelope = { _id: await envelopeId('submission', changed), ...changed };
    expect(await openEnvelope(envelope, [keys.privateKey])).toEqual({ ok: false, problem: 'damaged' });
  });

  test('of a later version is named as such', async () => {
    const later = { ...content, version: 2 } as unknown as Content;
    const envelope = await seal(later, keys.publicKey);
    expect(await openEnvelope(envelope, [keys.privateKey])).toEqual({ ok: false, problem: 'unknownVersion' });
  });

  test('[G16] sealed twice has two ids; the id is the hash of all else', async () => {
    const [first, second] = [await seal(content, keys.publicKey), await seal(content, keys.publicKey)];
    const { _id, ...rest } = first;
    expect(first._id).not.toBe(second._id);
    expect(await envelopeId('submission', rest)).toBe(_id);
  });
});

describe('a receipt', async () => {
  const signing = await newSigningKeys();
  const hash = '0'.repeat(64);
  const receipt: Receipt = {
    id: `submission:${hash}`,
    hash,
    form: 'derby-self',
    formVersion: '0123456789abcdef',
    receivedAt: '2026-04-02T10:00:00+01:00',
    respondBy: '2026-04-09',
    seenBy: '2026-04-15',
  };

  test('is read by who has the public key', async () => {
    const jws = await signReceipt(receipt, signing.privateKey);
    expect(await readReceipt(jws, [signing.publicKey])).toEqual({ ok: true, value: receipt });
  });

  test.each(['', '[]', '{}', '<html>Welcome to Free WiFi</html>', 'a.b.c'])('is not %j', async (text) => {
    expect(await readReceipt(text, [signing.publicKey])).toEqual({ ok: false, problem: 'notAReceipt' });
  });

  test('is not believed from another key, or with changed dates', async () => {
    const other = await newSigningKeys();
    expect(await readReceipt(await signReceipt(receipt, other.privateKey), [signing.publicKey])).toEqual({
      ok: false,
      problem: 'unknownKey',
    });

    const [header, , signature] = (await signReceipt(receipt, signing.privateKey)).split('.');
    const payload = Buffer.from(JSON.stringify({ ...receipt, seenBy: '2027-01-01' })).toString('base64url');
    expect(await readReceipt(`${header}.${payload}.${signature}`, [signing.publicKey])).toEqual({
      ok: false,
      problem: 'wrongSignature',
    });
  });
});

test('hashes are SHA-256 in hex, and a form has the first 16 digits of its own', async () => {
  expect(await sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(await formVersion({ id: 'x' } as never)).toBe((await sha256Hex('{"id":"x"}')).slice(0, 16));
});
