import { type CalendarFacts, eventsOf } from '#core/sessions/icalendar/events.ts';
import { toFile } from '#core/sessions/icalendar/lines.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { PAUSED } from '#core/timetable/group-now.ts';
import { localPath } from '#i18n/paths.ts';
import type { Words } from '#i18n/words.ts';
import type { GroupToday } from './word-group.ts';
import { placeText } from './word-line.ts';

const EVENT = /BEGIN:VEVENT\r\n[\s\S]*?END:VEVENT\r\n/g;
const END = 'END:VCALENDAR\r\n';

/**
 * A built calendar with what groups have changed since: their events are written anew, everybody else's stay as they are.
 * A group that has none in the file is not of this calendar. `session` limits it to one session.
 */
export function toldCalendar(
  file: string,
  groups: ReadonlyMap<string, GroupToday>,
  base: TimetableBase,
  words: Words,
  session?: string,
): string {
  const isOf = (event: string, id: string, { base: group, now }: GroupToday) => {
    const [, uid = ''] = /\r\nUID:(.*)\r\n/.exec(event.replaceAll('\r\n ', '')) ?? [];
    return [...group.sessions, ...now.sessions].some(
      (one) => uid.startsWith(`group-${id}-${one.id}@`) || uid.startsWith(`group-${id}-${one.id}-extra-`),
    );
  };
  const events = file.match(EVENT) ?? [];
  const own = [...groups].filter(([id, group]) => events.some((event) => isOf(event, id, group)));
  if (own.length === 0) return file;
  const others = file.replace(EVENT, (event) => (own.some(([id, group]) => isOf(event, id, group)) ? '' : event));
  const fresh = own.map(([id, group]) => toFile(groupEvents(id, group, base, words, session)));
  return others.replace(END, () => `${fresh.join('')}${END}`);
}

function groupEvents(
  id: string,
  { base: group, now }: GroupToday,
  base: TimetableBase,
  words: Words,
  session: string | undefined,
): readonly string[] {
  const facts = factsOf(id, { base: group, now }, base, words);
  const gone = group.sessions.filter((one) => !now.sessions.some(({ id: other }) => other === one.id));
  const isWanted = ({ id: one }: { readonly id: string }) => session === undefined || one === session;
  return [
    ...now.sessions.filter(isWanted).flatMap((one) => eventsOf(one, facts)),
    // A calendar that only forgot a session would leave people on their way to it.
    ...gone.filter(isWanted).flatMap((one) => eventsOf(one, { ...facts, isOver: true })),
  ];
}

function factsOf(
  id: string,
  { base: group, now }: Pick<GroupToday, 'base' | 'now'>,
  base: TimetableBase,
  { t, lang }: Words,
): CalendarFacts {
  const text = group.names[lang] ?? group.names['en'];
  const name = text?.name ?? id;
  const summary = group.example ? t('timetable:calendar.example', { name }) : name;
  return {
    id: `group-${id}`,
    sequence: now.sequence,
    confirmedOn: now.lastConfirmed,
    isOver: !group.isOpen || now.groupStatus === 'paused' || now.groupStatus === 'closed',
    freeDays: group.onBankHolidays === 'no' ? base.holidays.map(([day]) => day) : [],
    ...(group.validTo === null ? {} : { lastDay: group.validTo }),
    ...(base.address ? { address: new URL(localPath(lang, `/groups/${id}/`), base.address).href } : {}),
    words: {
      summary,
      cancelled: t('timetable:calendar.cancelled', { name: summary }),
      description: [text?.oneLine ?? '', ...(group.example ? [t('timetable:exampleNote')] : [])].join('\n'),
      placeName: (place) =>
        [placeText(place, base, lang)?.text ?? place, base.places[place]?.address].filter(Boolean).join(', '),
      noteText: (note) => (note === PAUSED ? t('news:paused') : (now.notes[note] ?? text?.notes[note] ?? '')),
    },
  };
}
