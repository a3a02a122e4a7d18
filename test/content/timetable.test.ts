import { describe, expect, test } from 'vitest';
import { expandRule } from '#core/sessions/expand-rule.ts';
import { strayChanges } from '#core/sessions/occurrences.ts';
import { dayOf } from '#core/sessions/wall-time.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { eventsIn, groupsIn, thingIn } from '#publish/directory.ts';
import { programmesIn } from '#publish/queries.ts';
import { datesOf, type Entry, goesOn, meetingsIn, shownDays } from '#publish/sessions/agenda.ts';
import { dayPages, inDayPages, jumpsIn } from '#publish/sessions/day-pages.ts';
import { calendarFile, programmeCalendar } from '#publish/sessions/icalendar/calendar-file.ts';
import { sessionsOf } from '#publish/sessions/to-sessions.ts';
import { costInWords } from '#ui/session-line/cost-in-words.ts';
import { textMessage } from '#ui/session-line/text-message.ts';
import { offeredLanguages } from '../support/content.ts';
import { eventsIn as eventsInCalendar, readCalendar } from '../unit/sessions/read-calendar.ts';

const languages = offeredLanguages().map(({ code }) => code);
const meetings = meetingsIn('en');
const named = meetings.map((meeting) => [`${meeting.kind} ${meeting.thing.facts.id}`, meeting] as const);
const sessions = named.flatMap(([name, meeting]) =>
  sessionsOf(meeting).map((session) => [`${name}: ${session.id}`, session] as const),
);

describe.each(sessions)('session of %s', (_, session) => {
  test('begins on a day of its own rule', () => {
    const first = dayOf(session.starts);
    const dates =
      session.rule === undefined ? [session.starts] : expandRule(session.rule, session.starts, first, first);
    expect(dates).toEqual([session.starts]);
  });

  test('is changed only on days when it would be', () => {
    expect(strayChanges(session, expandRule)).toEqual([]);
  });
});

test('[E20] every group that meets has a date in the days shown', () => {
  const without = meetings.filter(
    (meeting) => meeting.kind === 'group' && goesOn(meeting) && datesOf(meeting).length === 0,
  );
  // A group may have ended its run, or begin later; each of them says so by its rule, not by its silence.
  const silent = without.filter((meeting) =>
    sessionsOf(meeting).some(({ rule, starts }) => {
      const { first, last } = shownDays();
      return dayOf(starts) <= last && rule !== undefined && !/UNTIL|COUNT/.test(rule) && dayOf(starts) >= first;
    }),
  );
  expect(silent.map(({ thing }) => thing.facts.id)).toEqual([]);
});

test('[E21] some group meets at the weekend and some in the evening', () => {
  const times = meetings
    .filter(({ kind }) => kind === 'group')
    .flatMap((meeting) => datesOf(meeting).map(({ starts }) => starts));
  expect(times.some((time) => [0, 6].includes(new Date(`${time}Z`).getUTCDay()))).toBe(true);
  expect(times.some((time) => time.slice(11) >= '17:00')).toBe(true);
});

describe('the two weeks day by day', () => {
  const [meeting] = meetings;
  const aDay = (day: string, lines: number): readonly Entry[] =>
    Array.from({ length: lines }, (_, at) => {
      const starts = `${day}T${String(9 + Math.floor(at / 20)).padStart(2, '0')}:00`;
      const occurrence = { session: `s-${at}`, mode: 'in-person', starts, ends: starts, state: 'on' } as const;
      if (!meeting) throw new Error('Nothing meets.');
      return { meeting, occurrence };
    });
  const many = [...aDay('2026-11-27', 70), ...aDay('2026-11-28', 100), ...aDay('2026-12-05', 10)];

  test('are cut into pages of 80 lines, with nothing lost and nothing twice; a long day goes on', () => {
    const pages = inDayPages(many);
    expect(pages.flatMap(({ days }) => days.flatMap(({ entries }) => entries))).toEqual(many);
    expect(
      pages.map(({ page, days }) => [page, ...days.map(({ day, entries }) => `${day} ${entries.length}`)]),
    ).toEqual([
      [1, '2026-11-27 70', '2026-11-28 10'],
      [2, '2026-11-28 80'],
      [3, '2026-11-28 10', '2026-12-05 10'],
    ]);
  });

  test('a weekend is reached in one step, on whatever page it begins', () => {
    expect(jumpsIn(inDayPages(many))).toEqual({
      first: { day: '2026-11-27', page: 1 },
      weekends: [
        { day: '2026-11-28', page: 1 },
        { day: '2026-12-05', page: 3 },
      ],
    });
  });

  test('one without dates is one empty page, and what we know now fits one', () => {
    expect(inDayPages([])).toEqual([{ page: 1, days: [] }]);
    expect(dayPages('en')).toHaveLength(1);
  });
});

test('[E31] every group that costs something says what the money is for', () => {
  const silent = groupsIn('en').filter(({ facts, text }) => facts.cost.kind === 'amount' && text.costFor === undefined);
  expect(silent.map(({ facts }) => facts.id)).toEqual([]);
});

test.each(['taster', 'open-day', 'job-fair', 'client-forum', 'learning-event', 'awareness-day'])(
  '[A10] [D42] [D46] [E63] [E64] there is an event of the kind "%s"',
  (kind) => {
    expect(eventsIn('en').some(({ facts }) => facts.kind === kind)).toBe(true);
  },
);

describe.each(languages)('in %s', (lang) => {
  const words = wordsFor(lang);

  test.each(meetingsIn(lang).map((meeting) => [`${meeting.kind} ${meeting.thing.facts.id}`, meeting] as const))(
    '[E65] [F-11] the calendar of %s can be read by the letter of the standard',
    (_, meeting) => {
      const calendar = readCalendar(calendarFile(meeting.thing.text.name, [meeting], lang));
      expect(eventsInCalendar(calendar).length).toBeGreaterThanOrEqual(sessionsOf(meeting).length);
    },
  );

  test.each(programmesIn(lang).map(({ facts, text }) => [facts.id, text.name] as const))(
    'the calendar of the programme %s can be read, and gives each event one name',
    (id, name) => {
      const calendar = readCalendar(programmeCalendar(name, id, lang));
      const ids = eventsInCalendar(calendar).map(({ properties }) =>
        properties
          .flatMap(({ name: property, value }) => (['UID', 'RECURRENCE-ID'].includes(property) ? [value] : []))
          .join(' '),
      );
      expect(new Set(ids).size).toBe(ids.length);
    },
  );

  test.each(groupsIn(lang).map((group) => [group.facts.id, group] as const))(
    '[G36] %s fits one text message of 160 letters',
    (_, group) => {
      const place = group.facts.sessions.find((session) => session.place !== null)?.place;
      const message = textMessage(
        {
          name: group.text.name,
          dates: datesOf({ kind: 'group', thing: group }),
          place: place ? thingIn('places', lang, place).text.name : undefined,
          cost: costInWords(group.facts.cost, undefined, words),
          address: `https://way-in.example/g/${group.facts.id}/`,
        },
        words,
      );
      expect(message.length).toBeLessThanOrEqual(160);
      expect(message.startsWith(group.text.name.slice(0, 20))).toBe(true);
    },
  );
});
