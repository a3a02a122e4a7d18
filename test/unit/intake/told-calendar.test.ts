import { describe, expect, test } from 'vitest';
import { eventsOf } from '#core/sessions/icalendar/events.ts';
import { toFile } from '#core/sessions/icalendar/lines.ts';
import { londonZone } from '#core/sessions/icalendar/london.ts';
import type { Session } from '#core/sessions/session.ts';
import { addDays, clockOf, dayOf } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import type { Fields, TimetableChange } from '#core/timetable/change.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { toldCalendar } from '#intake/news/told-calendar.ts';
import { groupToday } from '#intake/news/word-group.ts';
import { aGroup, timetableBase } from '../../intake/timetable-base.ts';
import { goldenCases, toDay, toMinute } from '../sessions/golden.ts';
import { all, type Component, eventsIn, one, readCalendar, toText, toWall } from '../sessions/read-calendar.ts';

const words = wordsFor('en');

/** A group of one session, its built calendar with a neighbour's event in it, and the same after some changes. */
function calendarAfter(session: Session, edits: readonly (readonly [target: string, set: Fields])[], last: string) {
  const base: TimetableBase = {
    ...timetableBase,
    builtOn: dayOf(session.starts),
    lastDay: last,
    holidays: [],
    groups: { 'art-table': { ...aGroup('Art table'), sessions: [session] } },
  };
  const facts = (id: string) => ({
    id,
    sequence: 0,
    confirmedOn: '2026-09-01',
    isOver: false,
    freeDays: [],
    words: {
      summary: id,
      cancelled: `Cancelled: ${id}`,
      description: '',
      placeName: (place: string) => place,
      noteText: (note: string) => note,
    },
  });
  const built = toFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Test//EN',
    ...londonZone,
    ...eventsOf(session, facts('group-art-table')),
    ...eventsOf(session, facts('group-art-table-too')),
    'END:VCALENDAR',
  ]);
  const changes = edits.map(([target, set], place): TimetableChange => {
    const _id = `change:${place}`;
    const by = { by: 'ada', enteredAt: '2026-09-01T09:00:00Z', nonce: '0' };
    return { _id, kind: 'change', version: 1, group: 'art-table', target, set, after: [], ...by };
  });
  const publishedOn = new Map(changes.map(({ _id }) => [_id, '2026-09-02']));
  const group = groupToday('art-table', base, { changes, publishedOn }, base.builtOn);
  return {
    built,
    told: toldCalendar(built, new Map([['art-table', group]]), base, words),
  };
}

const own = (calendar: Component) =>
  eventsIn(calendar).filter((event) => one(event, 'UID').value.includes('art-table-main'));
const ruled = (calendar: Component) => own(calendar).find((event) => all(event, 'RRULE').length > 0);

const repeating = goldenCases.filter(({ expect: dates, rrule }) => dates.length > 3 && rrule);

describe.each(repeating.map((golden) => [golden.id, golden] as const))('a calendar that changes: %s', (_, golden) => {
  const session: Session = {
    id: 'main',
    mode: 'in-person',
    place: 'hall',
    starts: toMinute(golden.dtstart),
    minutes: 60,
    rule: golden.rrule,
    changes: [],
  };
  const [, off = '', moved = ''] = golden.expect.map(({ local }) => toMinute(local));
  const to = `${addDays(dayOf(moved), 1)}T${clockOf(moved)}`;
  const extra = `${addDays(toDay(golden.to), 3)}T09:15`;
  const { told } = calendarAfter(
    session,
    [
      [`date:main:${dayOf(off)}`, { is: 'cancelled' }],
      [`date:main:${dayOf(moved)}`, { at: to, place: 'library' }],
      [`date:main:${dayOf(extra)}`, { is: 'extra', at: extra }],
    ],
    toDay(golden.to),
  );
  const calendar = readCalendar(told);
  const overriding = own(calendar).filter((event) => all(event, 'RECURRENCE-ID').length > 0);
  const idsOf = (status: string) =>
    overriding
      .filter((event) => one(event, 'STATUS').value === status)
      .map((event) => [toWall(one(event, 'RECURRENCE-ID').value), toWall(one(event, 'DTSTART').value)]);

  test('[F-11] [E24] the date called off stays, as cancelled', () => {
    expect(idsOf('CANCELLED')).toEqual([[off, off]]);
  });

  test('[F-11] the moved date is at its new time and place, in place of the old one', () => {
    expect(idsOf('CONFIRMED')).toEqual([[moved, to]]);
    const event = overriding.find((one_) => one(one_, 'STATUS').value === 'CONFIRMED');
    expect(event && toText(one(event, 'LOCATION').value)).toBe('Library');
  });

  test('[F-11] an extra date is one more, and every change counts', () => {
    const main = ruled(calendar);
    expect(main && toWall(one(main, 'RDATE').value)).toBe(extra);
    for (const event of own(calendar)) expect(one(event, 'SEQUENCE').value).toBe('3');
  });
});

const mondays: Session = {
  id: 'main',
  mode: 'in-person',
  starts: '2026-09-07T18:00',
  minutes: 90,
  rule: 'FREQ=WEEKLY;BYDAY=MO',
  changes: [],
};

test('events of other groups stay to the letter, whatever their names have in common', () => {
  const { built, told } = calendarAfter(mondays, [['date:main:2026-09-14', { is: 'cancelled' }]], '2026-10-31');
  const neighbour = (file: string) => file.slice(file.indexOf('UID:group-art-table-too-main@way-in'));
  const [event = ''] = neighbour(built).split('END:VEVENT');
  expect(told).toContain(event);
  expect(eventsIn(readCalendar(told))).toHaveLength(3);
});

test('a group without news in the calendar leaves the file as it is', () => {
  const { built } = calendarAfter(mondays, [], '2026-10-31');
  expect(toldCalendar(built, new Map(), timetableBase, words)).toBe(built);
});

test('a session that has closed is called off as a whole; a calendar that only forgot it would send people there', () => {
  const calendar = readCalendar(calendarAfter(mondays, [['session:main', { closed: true }]], '2026-10-31').told);
  const [event] = own(calendar);
  expect(event && one(event, 'STATUS').value).toBe('CANCELLED');
});

test('a new time every week is the same event, later', () => {
  const edit = ['session:main', { starts: '2026-09-08T19:00', rule: 'FREQ=WEEKLY;BYDAY=TU' }] as const;
  const calendar = readCalendar(calendarAfter(mondays, [edit], '2026-10-31').told);
  const main = ruled(calendar);
  expect(main && [one(main, 'RRULE').value, toWall(one(main, 'DTSTART').value), one(main, 'SEQUENCE').value]).toEqual([
    'FREQ=WEEKLY;BYDAY=TU',
    '2026-09-08T19:00',
    '1',
  ]);
});
