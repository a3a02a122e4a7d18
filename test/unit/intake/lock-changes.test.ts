import { createContext, runInContext } from 'node:vm';
import { expect, test } from 'vitest';
import { parseDocument } from '#core/timetable/parse-change.ts';
import { lockSource } from '#intake/couchdb/prepare.ts';

const source = await lockSource('append-changes.js');
const world = createContext({});

/** Runs the lock as CouchDB does: its text alone, in a world without Node. */
function lock(newDoc: object, oldDoc: object | null = null): string {
  const call = `try { (${source})(${JSON.stringify(newDoc)}, ${JSON.stringify(oldDoc)}); 'taken' } catch (refusal) { refusal.forbidden }`;
  return runInContext(call, world) as string;
}

const change = {
  _id: `change:${'a'.repeat(64)}`,
  kind: 'change',
  version: 1,
  group: 'art-table',
  target: 'date:main:2026-10-07',
  set: { is: 'cancelled', note: 'Ada is ill' },
  after: [`change:${'b'.repeat(64)}`],
  by: 'person:ada',
  enteredAt: '2026-10-01T09:00:00.000Z',
  nonce: '0123456789abcdef',
};
const decision = {
  _id: `decision:${'a'.repeat(64)}`,
  kind: 'decision',
  version: 1,
  change: change._id,
  group: 'art-table',
  verdict: 'refused',
  why: 'Not yours to say',
  by: 'eve',
  decidedAt: '2026-10-01T10:00:00+01:00',
};
const words = { name: 'Art', oneLine: 'Come along', whoFor: [], firstTime: ['Hello'], access: [] };
const aNewGroup = {
  ...words,
  language: 'en',
  kind: 'social',
  programme: 'derby',
  area: 'derby',
  audience: ['everyone'],
  topics: [],
  organiser: 'friends',
  runBy: 'volunteer',
  languages: ['en'],
  cost: { kind: 'free' },
  sessions: [{ id: 'main', starts: '2026-10-07T18:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=WE', mode: 'online' }],
};
const session = { target: 'session:main', set: { rule: 'FREQ=WEEKLY;BYDAY=WE' } };

test.each([
  ['a change of one date', change],
  ['a date that is as usual again', { ...change, set: { is: null, note: null } }],
  ['a change that undoes another', { ...change, undoes: change._id }],
  ['new times', { ...change, ...session }],
  ['a session by the day, with an end', { ...change, ...session, set: { rule: 'FREQ=DAILY;COUNT=5' } }],
  ['a break', { ...change, target: 'group', set: { status: 'paused', pausedFrom: '2026-12-01' } }],
  ['a cost', { ...change, target: 'group', set: { cost: { kind: 'amount', pence: 200, canBeWaived: true } } }],
  ['words in Polish', { ...change, target: 'words:pl', set: { ...words, name: 'Stół – sztuka' } }],
  ['a new group', { ...change, target: 'new', set: aNewGroup }],
  ['a decision', decision],
])('CouchDB takes what the intake takes: %s', (_, document) => {
  expect(parseDocument(document)).toMatchObject({ ok: true });
  expect(lock(document)).toBe('taken');
});

test.each([
  ['markup', { ...change, set: { note: '<b>off</b>' } }, 'markup'],
  ['a control character', { ...change, set: { note: 'off\u0007' } }, 'markup'],
  ['markup in a list', { ...change, target: 'words:en', set: { whoFor: ['all', '<i>'] } }, 'markup'],
  ['markup in a reason', { ...decision, why: '<script>' }, 'markup'],
  ['a rule by the second', { ...change, ...session, set: { rule: 'FREQ=SECONDLY' } }, 'neverEnds'],
  ['a rule by the day without an end', { ...change, ...session, set: { rule: 'FREQ=DAILY' } }, 'neverEnds'],
  [
    'a new group that meets each minute',
    {
      ...change,
      target: 'new',
      set: { ...aNewGroup, sessions: [{ ...aNewGroup.sessions[0], rule: 'FREQ=MINUTELY' }] },
    },
    'neverEnds',
  ],
  ['a rule of two lines', { ...change, ...session, set: { rule: 'FREQ=WEEKLY\nEXDATE:20261007' } }, 'badRule'],
  ['nothing', { ...change, set: {} }, 'nothingChanged'],
  ['a field of another target', { ...change, set: { name: 'x' } }, 'notAChange'],
  ['a target that is none', { ...change, target: 'everything' }, 'notAChange'],
  ['a field beside', { ...change, receivedAt: '2026-10-01' }, 'notAChange'],
  ['an attachment', { ...change, _attachments: {} }, 'notAChange'],
  ['another verdict', { ...decision, verdict: 'maybe' }, 'notAChange'],
  ['a kind that is none', { ...change, kind: 'note' }, 'notAChange'],
  ['too much', { ...change, target: 'words:en', set: { whoFor: Array(12).fill('a'.repeat(800)) } }, 'tooLarge'],
])('CouchDB refuses what the intake refuses: %s', (_, document, code) => {
  expect(parseDocument(document).ok).toBe(false);
  expect(lock(document)).toBe(code);
});

// As CouchDB 3.5.0 shows them: `_revisions` with `new_edits: false` only, where `oldDoc` is null even if the id is held.
test.each([
  [
    'a first generation with new_edits: false',
    { ...change, _rev: '1-a', _revisions: { start: 1, ids: ['a'] } },
    null,
    'taken',
  ],
  [
    'a later generation',
    { ...change, _rev: '2-b', _revisions: { start: 2, ids: ['b', 'a'] } },
    null,
    'notGenerationOne',
  ],
  [
    'a first generation with a past',
    { ...change, _revisions: { start: 1, ids: ['b', 'a'] } },
    null,
    'notGenerationOne',
  ],
  ['a document over a held one', { ...change, _rev: '1-a' }, change, 'appendOnly'],
  ['a removal', { _id: change._id, _rev: '1-a', _deleted: true }, change, 'appendOnly'],
  ['a removal with new_edits: false', { _id: change._id, _deleted: true }, null, 'appendOnly'],
  ['an id of another kind', { ...change, _id: 'x' }, null, 'wrongId'],
  ['the id of a decision', { ...change, _id: decision._id }, null, 'wrongId'],
])('[G25] CouchDB itself: %s', (_, newDoc, oldDoc, answer) => {
  expect(lock(newDoc, oldDoc)).toBe(answer);
});
