import { expect, test } from 'vitest';
import { good } from '#core/outcome.ts';
import { parseChange } from '#core/timetable/parse-change.ts';
import { idFor, readDraft } from '#islands/review/read-draft.ts';
import type { Names } from '#islands/review/review-desk.ts';

const inWords = (code: string) => code;
const names: Names = {
  areas: [{ id: 'derby', name: 'Derby', programme: 'derby' }],
  audiences: [
    ['everyone', 'Everyone'],
    ['men', 'Men'],
  ],
  kinds: [['social', 'Making friends']],
  programmes: [['derby', 'Derby']],
};
const typed = {
  name: ' Weekend chess ',
  oneLine: 'We play chess.',
  whoFor: 'Men\n\nof Derby',
  programme: 'derby',
  area: 'derby',
  kind: 'social',
  free: 'yes',
  'for-men': 'yes',
};
const asChange = (set: object) => ({
  _id: `change:${'a'.repeat(64)}`,
  kind: 'change',
  version: 1,
  group: idFor('Weekend chess', '0f3a'),
  target: 'new',
  set,
  after: [],
  by: 'p-22222222',
  enteredAt: '2026-11-22T08:00:00.000Z',
  nonce: 'a'.repeat(16),
});

test('[E28] a draft is a change that the service takes, with and without a time', () => {
  const set = { starts: '2026-12-05T10:00', minutes: 120, rule: 'FREQ=WEEKLY;BYDAY=SA', mode: 'in-person' };
  const session = { read: () => good({ target: 'session:x-00000000', set }) };
  for (const times of [undefined, session]) {
    const read = readDraft(typed, 'en', names, inWords, times);
    if (!read.ok) throw new Error(JSON.stringify(read.problem));
    expect(read.value).toMatchObject({ name: 'Weekend chess', whoFor: ['Men', 'of Derby'], audience: ['men'] });
    expect(parseChange(asChange(read.value))).toMatchObject({ ok: true });
  }
});

test('[G3] what is missing is named by its question', () => {
  const read = readDraft({ ...typed, name: '', oneLine: '<b>' }, 'en', names, inWords);
  expect(read).toEqual({
    ok: false,
    problem: { name: 'noName', oneLine: 'markup' },
  });
});

test.each([
  ['Café Łódź & friends', 'cafe-o-dz-friends-0f3a'],
  ['شاي', 'group-0f3a'],
  ['x'.repeat(100), `${'x'.repeat(40)}-0f3a`],
])('the name %s becomes the id %s', (name, id) => {
  expect(idFor(name, '0f3a')).toBe(id);
});
