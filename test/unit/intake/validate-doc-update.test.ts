import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { lockSource } from '#intake/couchdb/prepare.ts';

/** Runs a lock as CouchDB does: its text alone, in a world without Node. */
async function lock(file: string): Promise<(newDoc: object, oldDoc?: object | null) => string> {
  const source = await lockSource(file);
  const world = createContext({});
  return (newDoc, oldDoc = null) => {
    const call = `try { (${source})(${JSON.stringify(newDoc)}, ${JSON.stringify(oldDoc)}); 'taken' } catch (refusal) { refusal.forbidden }`;
    return runInContext(call, world) as string;
  };
}

const appendEnvelopes = await lock('append-envelopes.js');
const appendOnly = await lock('append-only.js');

const sealed = {
  protected: 'eyJh',
  aad: 'eyJm',
  iv: 'FDQ3_zG_tcEIYzmS',
  ciphertext: 'abc',
  tag: 'RdfbwNbS',
  recipients: [{ encrypted_key: 'EEi5', header: { kid: 'dTHi' } }],
};
const envelope = {
  _id: `submission:${'a'.repeat(64)}`,
  form: 'derby-self',
  formVersion: '0123456789abcdef',
  recipient: 'derby-team',
  sealed,
};
const first = { _rev: '1-aa', _revisions: { start: 1, ids: ['aa'] } };

// As CouchDB 3.5.0 shows them: `_revisions` with `new_edits: false` only, where `oldDoc` is null even if the id is held.
test.each([
  ['a plain PUT of a new document', envelope, null, 'taken'],
  ['a first generation with new_edits: false', { ...envelope, ...first }, null, 'taken'],
  ['equality answers', { ...envelope, _id: `monitoring:${'a'.repeat(64)}` }, null, 'taken'],
  ['a plain PUT over a held document', { ...envelope, _rev: '1-aa' }, envelope, 'appendOnly'],
  ['a plain PUT over it that shows its history', { ...envelope, ...first }, envelope, 'appendOnly'],
  ['a deletion', { _id: envelope._id, _rev: '1-aa', _deleted: true }, envelope, 'appendOnly'],
  ['a deletion with new_edits: false', { _id: envelope._id, ...first, _deleted: true }, null, 'appendOnly'],
  [
    'a later generation',
    { ...envelope, _rev: '2-bb', _revisions: { start: 2, ids: ['bb', 'aa'] } },
    null,
    'badGeneration',
  ],
  [
    'a first generation with a past',
    { ...envelope, _revisions: { start: 1, ids: ['bb', 'aa'] } },
    null,
    'badGeneration',
  ],
  ['an attachment', { ...envelope, _attachments: {} }, null, 'unknownField'],
  ['an id of another kind', { ...envelope, _id: 'x' }, null, 'wrongId'],
  ['words beside the seal', { ...envelope, note: 'x' }, null, 'unknownField'],
  ['words in the seal', { ...envelope, sealed: { ...sealed, note: 'x' } }, null, 'unknownField'],
  ['no seal', { ...envelope, sealed: undefined }, null, 'unknownField'],
  [
    'words in the key header',
    { ...envelope, sealed: { ...sealed, recipients: [{ encrypted_key: 'a', header: { name: 'x' } }] } },
    null,
    'unknownField',
  ],
  ['no form', { ...envelope, form: undefined }, null, 'notAnEnvelope'],
  ['a ciphertext with spaces', { ...envelope, sealed: { ...sealed, ciphertext: 'a b' } }, null, 'notAnEnvelope'],
  ['a document too large', { ...envelope, sealed: { ...sealed, ciphertext: 'a'.repeat(70_000) } }, null, 'tooLarge'],
])('[G25] CouchDB itself: %s', (_, newDoc, oldDoc, answer) => {
  expect(appendEnvelopes(newDoc, oldDoc)).toBe(answer);
});

test.each([
  ['a receipt', { _id: 'x', receipt: 'jws' }, null, 'taken'],
  ['another receipt for the same id', { _id: 'x', receipt: 'other' }, { _id: 'x' }, 'appendOnly'],
  ['a deletion', { _id: 'x', _deleted: true }, { _id: 'x' }, 'appendOnly'],
  ['a later generation', { _id: 'x', _revisions: { start: 2, ids: ['b', 'a'] } }, null, 'badGeneration'],
])('CouchDB itself, where receipts are: %s', (_, newDoc, oldDoc, answer) => {
  expect(appendOnly(newDoc, oldDoc)).toBe(answer);
});
