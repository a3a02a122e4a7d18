import type { Mode, Session } from '#core/sessions/session.ts';
import { addMinutes, clockOf, dayOf } from '#core/sessions/wall-time.ts';
import type { FieldSpec } from '../field.ts';
import { say } from '../say.ts';
import type { Typed } from '../typed.ts';
import { type EditForm, type GroupEdit, type Place, unless } from './edit-form.ts';
import { placeField } from './places.ts';
import { minutesBetween, oftenField, ruleOf } from './rules.ts';

const MODES = ['in-person', 'online', 'phone'] as const satisfies readonly Mode[];

function sessionFields(place: Place, before: Session | undefined): readonly FieldSpec[] {
  const { sayer } = place.desk;
  const isNew = ({ often = '' }: Typed) => often !== 'keep' && often !== '';
  return [
    oftenField(sayer, before !== undefined),
    {
      kind: 'date',
      name: 'first',
      label: say(sayer, 'often.first'),
      hint: say(sayer, 'often.firstHint'),
      asked: isNew,
    },
    { kind: 'time', name: 'time', label: say(sayer, 'edit.starts') },
    { kind: 'time', name: 'ends', label: say(sayer, 'edit.ends') },
    {
      kind: 'choice',
      name: 'mode',
      label: say(sayer, 'edit.mode'),
      options: MODES.map((mode) => [mode, sayer.t(`timetable:mode.${mode}`)] as const),
    },
    { ...placeField(place, say(sayer, 'edit.place'), before?.place), asked: ({ mode }: Typed) => mode === 'in-person' },
  ];
}

function codesOf(place: Place, { often = '', first = '', time = '', ends = '', mode = '' }: Typed) {
  const isNew = often !== 'keep';
  const passed = first !== '' && first < dayOf(place.desk.now) ? 'dayPassed' : undefined;
  return {
    often: often === '' ? 'noOften' : undefined,
    first: isNew ? (first === '' ? 'noDay' : passed) : undefined,
    time: time === '' ? 'noTime' : undefined,
    ends: minutesBetween(time, ends) === undefined ? 'endsFirst' : undefined,
    mode: mode === '' ? 'noMode' : undefined,
  };
}

/** The usual time and place of a session are different from now on. */
export function usualForm(place: Place, session: Session): EditForm {
  const { sayer } = place.desk;
  return {
    id: `usual-${place.view.id}-${session.id}`,
    fields: sessionFields(place, session),
    initial: {
      often: 'keep',
      time: clockOf(session.starts),
      ends: clockOf(addMinutes(session.starts, session.minutes)),
      mode: session.mode,
      place: session.place ?? '',
    },
    button: say(sayer, 'edit.saveUsual'),
    read: (typed) =>
      unless(place, codesOf(place, typed), () => {
        const { often = '', first = '', time = '', ends = '', mode = '', place: where = '' } = typed;
        const starts = `${often === 'keep' ? dayOf(session.starts) : first}T${time}`;
        const minutes = minutesBetween(time, ends);
        // "Once" in place of a rule: the rule of the content stands as long as there is no other.
        const rule = ruleOf(often, first) ?? 'FREQ=WEEKLY;COUNT=1';
        return {
          target: `session:${session.id}`,
          set: {
            ...(starts === session.starts ? {} : { starts }),
            ...(often === 'keep' ? {} : { rule }),
            ...(minutes === undefined || minutes === session.minutes ? {} : { minutes }),
            ...(mode === session.mode ? {} : { mode }),
            ...(mode !== 'in-person' || where === '' || where === session.place ? {} : { place: where }),
          },
        };
      }),
  };
}

/** A session that there was not before, with an id of its own. */
export function newSessionForm(place: Place, newId: () => string): EditForm {
  const { sayer } = place.desk;
  return {
    id: `new-session-${place.view.id}`,
    fields: sessionFields(place, undefined),
    initial: { mode: 'in-person' },
    button: say(sayer, 'edit.saveSession'),
    read: (typed) =>
      unless(place, codesOf(place, typed), () => {
        const { often = '', first = '', time = '', ends = '', mode = '', place: where = '' } = typed;
        const rule = ruleOf(often, first);
        return {
          target: `session:${newId()}`,
          set: {
            starts: `${first}T${time}`,
            minutes: minutesBetween(time, ends) ?? 0,
            mode,
            ...(rule === undefined ? {} : { rule }),
            ...(mode !== 'in-person' || where === '' ? {} : { place: where }),
          },
        };
      }),
  };
}

/** A session does not meet any more. */
export function closeSession(session: Session): GroupEdit {
  return { target: `session:${session.id}`, set: { closed: true } };
}
