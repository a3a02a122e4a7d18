import { type CalendarFacts, eventsOf } from '#core/sessions/icalendar/events.ts';
import { property, textProperty, toFile } from '#core/sessions/icalendar/lines.ts';
import { londonZone } from '#core/sessions/icalendar/london.ts';
import { localPath } from '#i18n/paths.ts';
import { wordsFor } from '#i18n/site-words.ts';
import { thingIn } from '../../directory.ts';
import { goesOn, holidays, meetingsIn } from '../agenda.ts';
import { pathOf } from '../session-line.ts';
import { type Meeting, sessionsOf } from '../to-sessions.ts';

/** How often a calendar that subscribed should look again. */
const LOOK_AGAIN = 'P1D';

/** Several things, or one, as an iCalendar file (RFC 5545). `session` limits it to one session of each. */
export function calendarFile(name: string, meetings: readonly Meeting[], lang: string, session?: string): string {
  return toFile([
    'BEGIN:VCALENDAR',
    property('VERSION', '2.0'),
    property('PRODID', '-//Way In//Timetable//EN'),
    property('CALSCALE', 'GREGORIAN'),
    property('METHOD', 'PUBLISH'),
    textProperty('X-WR-CALNAME', name),
    property('X-WR-TIMEZONE', 'Europe/London'),
    property('REFRESH-INTERVAL;VALUE=DURATION', LOOK_AGAIN),
    ...londonZone,
    ...meetings.flatMap((meeting) =>
      sessionsOf(meeting)
        .filter(({ id }) => session === undefined || id === session)
        .flatMap((one) => eventsOf(one, factsOf(meeting, lang))),
    ),
    'END:VCALENDAR',
  ]);
}

/** All that a programme runs, as one calendar to subscribe to. */
export function programmeCalendar(name: string, programme: string, lang: string): string {
  return calendarFile(
    name,
    meetingsIn(lang).filter(({ thing }) => thing.facts.programme === programme),
    lang,
  );
}

/** The answer of an address that ends in `.ics`. */
export function calendarResponse(file: string): Response {
  return new Response(file, { headers: { 'Content-Type': 'text/calendar; charset=utf-8' } });
}

function factsOf(meeting: Meeting, lang: string): CalendarFacts {
  const { kind, thing } = meeting;
  const { t } = wordsFor(lang);
  const { facts, text } = thing;
  const group = kind === 'group' ? thing.facts : undefined;
  const summary = facts.example ? t('timetable:calendar.example', { name: text.name }) : text.name;
  const address = process.env.WAYIN_ADDRESS;
  const page = address && new URL(localPath(lang, pathOf(meeting)), address).href;
  return {
    id: `${kind}-${facts.id}`,
    sequence: group?.sequence ?? 0,
    confirmedOn: group?.lastConfirmed ?? facts.lastChecked,
    isOver: !goesOn(meeting),
    freeDays: group?.onBankHolidays === 'no' ? [...holidays().keys()] : [],
    ...(facts.validTo === null ? {} : { lastDay: facts.validTo }),
    ...(page ? { address: page } : {}),
    words: {
      summary,
      cancelled: t('timetable:calendar.cancelled', { name: summary }),
      description: [text.oneLine, ...(facts.example ? [t('timetable:exampleNote')] : [])].join('\n'),
      placeName: (id) => {
        const place = thingIn('places', lang, id);
        return place.facts.address === null ? place.text.name : `${place.text.name}, ${place.facts.address}`;
      },
      noteText: (note) => (kind === 'event' ? '' : (thing.text.notes[note] ?? '')),
    },
  };
}
