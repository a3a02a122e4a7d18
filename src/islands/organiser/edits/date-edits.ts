import type { Occurrence } from '#core/sessions/occurrences.ts';
import { addMinutes, clockOf, dayOf } from '#core/sessions/wall-time.ts';
import type { Fields } from '#core/timetable/change.ts';
import type { FieldSpec } from '../field.ts';
import { targetOf } from '../group-view.ts';
import { say } from '../say.ts';
import { type EditForm, type GroupEdit, type Place, problemOfLine, unless } from './edit-form.ts';
import { placeField } from './places.ts';
import { minutesBetween } from './rules.ts';

// What is meant is the session on that day, whatever moved it since.
const idOf = (what: string, { view }: Place, occurrence: Occurrence) =>
  `${what}-${view.id}-${targetOf(occurrence).replaceAll(':', '-')}`;

function noteField({ desk: { sayer } }: Place): FieldSpec {
  return { kind: 'line', name: 'note', label: say(sayer, 'edit.note'), hint: say(sayer, 'edit.noteHint') };
}

const noted = (note: string): Fields => (note.trim() === '' ? {} : { note: note.trim() });

/** One date does not take place. */
export function cancelForm(place: Place, occurrence: Occurrence): EditForm {
  return {
    id: idOf('cancel', place, occurrence),
    fields: [noteField(place)],
    initial: {},
    button: say(place.desk.sayer, 'cancel.yes'),
    read: ({ note = '' }) =>
      unless(place, { note: problemOfLine(note) }, () => ({
        target: targetOf(occurrence),
        set: { is: 'cancelled', ...noted(note) },
      })),
  };
}

/** One date is at another time, on another day or at another place. */
export function moveForm(place: Place, occurrence: Occurrence): EditForm {
  const { sayer } = place.desk;
  const { starts, place: where = '' } = occurrence;
  return {
    id: idOf('move', place, occurrence),
    fields: [
      { kind: 'date', name: 'day', label: say(sayer, 'edit.newDay') },
      { kind: 'time', name: 'time', label: say(sayer, 'edit.newTime') },
      placeField(place, say(sayer, 'edit.place'), where),
      noteField(place),
    ],
    initial: { day: dayOf(starts), time: clockOf(starts), place: where },
    button: say(sayer, 'edit.saveMove'),
    read: ({ day = '', time = '', place: chosen = '', note = '' }) => {
      const missing = { day: day === '' ? 'noDay' : tooEarly(place, day), time: time === '' ? 'noTime' : undefined };
      return unless(place, { ...missing, note: problemOfLine(note) }, () => {
        const at = `${day}T${time}`;
        const moved = {
          ...(at === starts ? {} : { at }),
          ...(chosen === where || chosen === '' ? {} : { place: chosen }),
        };
        const set = Object.keys(moved).length > 0 ? { is: 'on', ...moved, ...noted(note) } : {};
        return { target: targetOf(occurrence), set };
      });
    },
  };
}

/** It takes place after all, as usual. */
export function onAgain(occurrence: Occurrence): GroupEdit {
  return { target: targetOf(occurrence), set: { is: 'on', at: null, place: null, note: null } };
}

/** A session on a day on which there would be none. */
export function extraForm(place: Place): EditForm {
  const { view, desk } = place;
  const { sayer } = desk;
  const sessions = view.now.sessions;
  const [first] = sessions;
  const starts = first ? clockOf(first.starts) : '';
  const ends = first ? clockOf(addMinutes(first.starts, first.minutes)) : '';
  return {
    id: `extra-${view.id}`,
    fields: [
      { kind: 'date', name: 'day', label: say(sayer, 'edit.day') },
      { kind: 'time', name: 'time', label: say(sayer, 'edit.starts') },
      { kind: 'time', name: 'ends', label: say(sayer, 'edit.ends') },
      placeField(place, say(sayer, 'edit.place'), first?.place),
      noteField(place),
    ],
    initial: { time: starts, ends, place: first?.place ?? '' },
    button: say(sayer, 'edit.saveExtra'),
    read: ({ day = '', time = '', ends: until = '', place: chosen = '', note = '' }) => {
      const minutes = minutesBetween(time, until);
      const codes = {
        day: day === '' ? 'noDay' : tooEarly(place, day),
        time: time === '' ? 'noTime' : undefined,
        ends: until !== '' && minutes === undefined ? 'endsFirst' : undefined,
        note: problemOfLine(note),
      };
      return unless(place, codes, () => ({
        target: `date:${first?.id ?? 'main'}:${day}`,
        set: {
          is: 'extra',
          at: `${day}T${time}`,
          ...(minutes === undefined || minutes === first?.minutes ? {} : { minutes }),
          ...(chosen === '' || chosen === first?.place ? {} : { place: chosen }),
          ...noted(note),
        },
      }));
    },
  };
}

function tooEarly({ desk }: Place, day: string): 'dayPassed' | undefined {
  return day < dayOf(desk.now) ? 'dayPassed' : undefined;
}
