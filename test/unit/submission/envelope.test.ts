import { expect, test } from 'vitest';
import { type Envelope, isEnvelopeId, parseEnvelope } from '#core/submission/envelope.ts';
import { parseReceipt } from '#core/submission/parse-receipt.ts';

const sealed = {
  protected: 'eyJhbGciOiJ4In0',
  aad: 'eyJm',
  iv: 'A'.repeat(16),
  ciphertext: 'A'.repeat(2731),
  tag: 'A'.repeat(22),
  recipients: [{ encrypted_key: 'A'.repeat(54), header: { kid: 'A'.repeat(43) } }],
};
const envelope: Envelope = {
  _id: `submission:${'0'.repeat(64)}`,
  form: 'derby-self',
  formVersion: '0123456789abcdef',
  recipient: 'derby-team',
  sealed,
};

test('an envelope is read as it is', () => {
  expect(parseEnvelope(envelope)).toEqual({ ok: true, value: envelope });
});

test.each([
  ['a list', [], 'notAnEnvelope'],
  ['one more field', { ...envelope, name: 'x' }, 'unknownField'],
  ['an id in capitals', { ...envelope, _id: `submission:${'A'.repeat(64)}` }, 'wrongId'],
  ['a version in words', { ...envelope, formVersion: 'latest' }, 'notAnEnvelope'],
  ['padding in base64url', { ...envelope, sealed: { ...sealed, tag: `${'A'.repeat(21)}=` } }, 'notAnEnvelope'],
  ['an impossible length of base64url', { ...envelope, sealed: { ...sealed, ciphertext: 'AAAAA' } }, 'notAnEnvelope'],
  ['two recipients', { ...envelope, sealed: { ...sealed, recipients: [sealed.recipients[0], {}] } }, 'notAnEnvelope'],
  ['an endless ciphertext', { ...envelope, sealed: { ...sealed, ciphertext: 'A'.repeat(70_000) } }, 'tooLarge'],
])('[G25] %s is refused', (_, given, problem) => {
  expect(parseEnvelope(given)).toEqual({ ok: false, problem });
});

test('an id has one of two beginnings', () => {
  expect(isEnvelopeId(`monitoring:${'0'.repeat(64)}`)).toBe(true);
  expect(isEnvelopeId(`other:${'0'.repeat(64)}`)).toBe(false);
  expect(isEnvelopeId(`submission:${'0'.repeat(64)}\n`)).toBe(false);
});

test('[G26] a receipt for equality answers that tells the day is not a receipt', () => {
  const hash = '0'.repeat(64);
  const receipt = { id: `monitoring:${hash}`, hash, form: 'derby-equality', formVersion: '0123456789abcdef' };
  expect(parseReceipt({ ...receipt, receivedAt: '2026-04' }).ok).toBe(true);
  expect(parseReceipt({ ...receipt, receivedAt: '2026-04-02T10:00:00+01:00' }).ok).toBe(false);
});
