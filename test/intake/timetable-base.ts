import type { BaseGroup, TimetableBase } from '#core/timetable/base.ts';

const words = { oneLine: 'Come along.', whoFor: [], firstTime: [], access: [], notes: {} };

/** A group that meets on Wednesdays from 2 September 2026, and on the first Monday of each month. */
export function aGroup(name: string): BaseGroup {
  return {
    programme: 'derby',
    area: 'derby',
    audience: ['everyone'],
    kind: 'social',
    organiser: 'example-friends-derby',
    groupStatus: 'active',
    onBankHolidays: 'no',
    validFrom: null,
    validTo: null,
    nextReviewDue: '2027-01-01',
    lastConfirmed: '2026-09-01',
    cost: { kind: 'free' },
    sequence: 0,
    sessions: [
      {
        id: 'main',
        mode: 'in-person',
        place: 'hall',
        starts: '2026-09-02T18:00',
        minutes: 90,
        rule: 'FREQ=WEEKLY;BYDAY=WE',
        changes: [],
      },
      {
        id: 'walk',
        mode: 'in-person',
        starts: '2026-09-07T10:00',
        minutes: 60,
        rule: 'FREQ=MONTHLY;BYDAY=1MO',
        changes: [],
      },
    ],
    isOpen: true,
    example: false,
    dates: {},
    names: { en: { name, ...words } },
  };
}

/** What the build of the small site knew, as of its day. */
export const timetableBase: TimetableBase = {
  builtOn: '2026-10-01',
  lastDay: '2026-11-25',
  groups: { 'art-table': aGroup('Art table'), 'slow-walk': aGroup('Slow walk'), 'mens-friday': aGroup("Men's Friday") },
  places: { hall: { names: { en: 'Hall' }, area: 'derby' }, library: { names: { en: 'Library' }, area: 'derby' } },
  holidays: [['2026-12-25', 'Christmas Day']],
  changes: [],
};
