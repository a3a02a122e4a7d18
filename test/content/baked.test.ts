import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { Decision, TimetableChange } from '#core/timetable/change.ts';

let count = 0;
const hash = () => (count++).toString(16).padStart(64, '0');

function published(
  group: string,
  target: string,
  set: TimetableChange['set'],
): readonly (TimetableChange | Decision)[] {
  const change: TimetableChange = {
    _id: `change:${hash()}`,
    kind: 'change',
    version: 1,
    group,
    target,
    set,
    after: [],
    by: 'ada',
    enteredAt: '2026-11-22T09:00:00Z',
    nonce: '0123456789abcdef',
  };
  const decision = {
    _id: `decision:${hash()}`,
    kind: 'decision',
    version: 1,
    change: change._id,
    group,
    verdict: 'published',
    by: 'automatic',
    decidedAt: '2026-11-22T09:00:01Z',
  } as const;
  return [change, decision];
}

const documents = [
  ...published('monday-talking-group', 'date:main:2026-12-07', { is: 'cancelled', note: 'The room is wet.' }),
  ...published('monday-talking-group', 'group', { cost: { kind: 'amount', pence: 150, canBeWaived: true } }),
  ...published('monday-talking-group', 'words:pl', { name: 'Rozmowy w poniedziałek' }),
  ...published('tuesday-art-table', 'group', { status: 'paused', pausedFrom: '2026-12-01', pausedTo: '2026-12-09' }),
  ...published('saturday-cafe', 'group', { confirmed: '2026-11-21' }),
  ...published('knitting-circle', 'new', {
    language: 'pl',
    kind: 'creative',
    programme: 'derby',
    area: 'derby',
    audience: ['everyone'],
    topics: [],
    organiser: 'derby',
    runBy: 'volunteer',
    languages: ['pl', 'en'],
    cost: { kind: 'free' },
    name: 'Robótki na drutach',
    oneLine: 'Robimy na drutach.',
    whoFor: [],
    firstTime: [],
    access: [],
    sessions: [
      { id: 'main', mode: 'in-person', starts: '2026-11-26T14:00', minutes: 60, rule: 'FREQ=WEEKLY;BYDAY=TH' },
    ],
  }),
];
const file = join(mkdtempSync(join(tmpdir(), 'wayin-changes-')), 'changes.ndjson');
writeFileSync(file, documents.map((document) => `${JSON.stringify(document)}\n`).join(''));
const before = {
  changes: process.env['WAYIN_CHANGES'],
  today: process.env['WAYIN_TODAY'],
  open: process.env['WAYIN_OPEN'],
};
Object.assign(process.env, { WAYIN_CHANGES: file, WAYIN_TODAY: '2026-11-22', WAYIN_OPEN: 'all' });
afterAll(() => {
  for (const [name, value] of [
    ['WAYIN_CHANGES', before.changes],
    ['WAYIN_TODAY', before.today],
    ['WAYIN_OPEN', before.open],
  ] as const) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
});

// The content is read once: after the settings are made.
const { thingIn } = await import('#publish/directory.ts');
const { datesOf } = await import('#publish/sessions/agenda.ts');
const { calendarFile } = await import('#publish/sessions/icalendar/calendar-file.ts');
const { timetableBase } = await import('#publish/sessions/timetable-base.ts');
const { toLine } = await import('#publish/sessions/session-line.ts');

const group = (id: string, lang = 'en') => ({ kind: 'group', thing: thingIn('groups', lang, id) }) as const;
const stateOn = (id: string, day: string) => datesOf(group(id)).find(({ starts }) => starts.startsWith(day))?.state;

test('[E24] a build holds what organisers called off, with what they wrote', () => {
  const meeting = group('monday-talking-group', 'ar');
  const occurrence = datesOf(meeting).find(({ starts }) => starts.startsWith('2026-12-07'));
  expect(occurrence?.state).toBe('cancelled');
  expect(occurrence && toLine({ meeting, occurrence }, 'ar').note?.text).toBe('The room is wet.');
  // What the content said of other days stays.
  expect(stateOn('monday-talking-group', '2026-11-30')).toBe('movedAway');
});

test('[E31] the cost and the words are the ones that were published', () => {
  expect(thingIn('groups', 'en', 'monday-talking-group').facts.cost).toMatchObject({ kind: 'amount', pence: 150 });
  expect(thingIn('groups', 'pl', 'monday-talking-group').text.name).toBe('Rozmowy w poniedziałek');
});

test('a break with an end takes its dates alone', () => {
  expect(['2026-12-01', '2026-12-08', '2026-12-15'].map((day) => stateOn('tuesday-art-table', day))).toEqual([
    'cancelled',
    'cancelled',
    'on',
  ]);
});

test('[F-6] [G32] a group that was confirmed is due again as long after that as before', () => {
  const { lastConfirmed, nextReviewDue, lastChecked } = thingIn('groups', 'en', 'saturday-cafe').facts;
  expect([lastConfirmed, lastChecked >= lastConfirmed, nextReviewDue > '2026-12-01']).toEqual([
    '2026-11-21',
    true,
    true,
  ]);
});

test('[E75] a new group that an editor published has its page, in English where there is nothing else', () => {
  const { facts, text } = thingIn('groups', 'ar', 'knitting-circle');
  expect([facts.runBy, facts.groupStatus, text.name]).toEqual(['volunteer', 'active', 'Robótki na drutach']);
  expect(stateOn('knitting-circle', '2026-11-26')).toBe('on');
});

test('[F-11] the calendar counts every change, and calls off what is off', () => {
  const file = calendarFile('x', [group('monday-talking-group')], 'en');
  expect(file).toContain('SEQUENCE:6');
  expect(file).toMatch(/RECURRENCE-ID;TZID=Europe\/London:20261207T180000\r\nSTATUS:CANCELLED/);
});

test('what the changes are changes to is the content as it was, and it names those that the build holds', () => {
  const base = timetableBase();
  expect(base.changes).toHaveLength(documents.length / 2);
  expect(base.groups['monday-talking-group']?.cost).toEqual({ kind: 'free' });
  expect(base.groups['monday-talking-group']?.sequence).toBe(3);
});
