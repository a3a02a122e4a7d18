import { expandRule, untilInUtc } from '../expand-rule.ts';
import type { Session, SessionChange } from '../session.ts';
import { addMinutes, clockOf, type Day, dayOf, type WallTime } from '../wall-time.ts';
import { property, textProperty } from './lines.ts';
import { londonTimes } from './london.ts';

/** What a calendar says of the thing that meets. */
export interface CalendarWords {
  readonly summary: string;
  readonly description: string;
  /** The name and address of a place. */
  readonly placeName: (place: string) => string;
  readonly noteText: (note: string) => string;
  /** The summary of a session that was called off. */
  readonly cancelled: string;
}

export interface CalendarFacts {
  /** Unique and the same for ever: `group-derby-monday`. */
  readonly id: string;
  readonly sequence: number;
  /** The day somebody last said that all this is so. */
  readonly confirmedOn: Day;
  /** It does not go on: every date of it is called off. */
  readonly isOver: boolean;
  /** Days on which it does not meet, in order: bank holidays, if it keeps them. */
  readonly freeDays: readonly Day[];
  readonly lastDay?: Day;
  readonly address?: string;
  readonly words: CalendarWords;
}

interface Told {
  readonly uid: string;
  readonly starts: WallTime;
  readonly minutes: number;
  readonly place?: string | undefined;
  readonly note?: string | undefined;
  readonly cancelled?: boolean;
  readonly changedOn?: Day;
}

/** A session as VEVENTs: the rule, and one more for each session that is called off, moved, or an extra one elsewhere. */
export function eventsOf(session: Session, facts: CalendarFacts): readonly string[] {
  const uid = `${facts.id}-${session.id}@way-in`;
  return session.rule === undefined ? once(session, uid, facts) : byRule(session, session.rule, uid, facts);
}

/** What happens once is changed itself; there is no other date to change it from. */
function once(session: Session, uid: string, facts: CalendarFacts): readonly string[] {
  const change = lastOf(session.changes.filter(({ kind, on }) => kind !== 'extra' && on === dayOf(session.starts)));
  const place = change?.kind === 'moved' ? (change.place ?? session.place) : session.place;
  const told: Told = {
    uid,
    starts: change?.kind === 'moved' ? change.to : session.starts,
    minutes: session.minutes,
    place,
    note: change?.note,
    cancelled: change?.kind === 'cancelled',
    ...(change ? { changedOn: change.enteredOn } : {}),
  };
  const extras = session.changes.filter((one) => one.kind === 'extra');
  return [...event(told, facts, []), ...extras.flatMap((extra) => extraEvent(session, extra, uid, facts))];
}

function byRule(session: Session, rule: string, uid: string, facts: CalendarFacts): readonly string[] {
  const { starts, minutes, place } = session;
  const changed = session.changes.filter(({ kind }) => kind !== 'extra');
  const days = [...new Set(changed.map(({ on }) => on))].filter((on) => expandRule(rule, starts, on, on).length > 0);
  const [firstFree, lastFree] = [facts.freeDays.at(0), facts.freeDays.at(-1)];
  const freeTimes =
    firstFree !== undefined && lastFree !== undefined
      ? expandRule(rule, starts, firstFree, lastFree).filter(
          (time) => facts.freeDays.includes(dayOf(time)) && !days.includes(dayOf(time)),
        )
      : [];
  const extras = session.changes.filter((change) => change.kind === 'extra');
  const plain = extras.filter((extra) => extra.place === undefined && extra.note === undefined);
  const special = extras.filter((extra) => !plain.includes(extra));
  const changedOn = lastOf(plain)?.enteredOn;

  const repeats = [
    property('RRULE', endingOn(untilInUtc(rule), facts.lastDay)),
    ...(freeTimes.length > 0 ? [londonTimes('EXDATE', freeTimes)] : []),
    ...(plain.length > 0
      ? [
          londonTimes(
            'RDATE',
            plain.map((extra) => timeOf(extra, session)),
          ),
        ]
      : []),
  ];
  return [
    ...event({ uid, starts, minutes, place, ...(changedOn ? { changedOn } : {}) }, facts, repeats),
    ...days.flatMap((on) => {
      const change = lastOf(changed.filter((one) => one.on === on));
      return change ? overriding(session, rule, change, uid, facts) : [];
    }),
    ...special.flatMap((extra) => extraEvent(session, extra, uid, facts)),
  ];
}

/** One date of the rule, called off or moved. */
function overriding(
  session: Session,
  rule: string,
  change: SessionChange,
  uid: string,
  facts: CalendarFacts,
): readonly string[] {
  const [was = session.starts] = expandRule(rule, session.starts, change.on, change.on);
  const moved = change.kind === 'moved' ? change : undefined;
  const told: Told = {
    uid,
    starts: moved?.to ?? was,
    minutes: session.minutes,
    place: moved?.place ?? session.place,
    note: change.note,
    cancelled: change.kind === 'cancelled',
    changedOn: change.enteredOn,
  };
  return event(told, facts, [londonTimes('RECURRENCE-ID', [was])]);
}

function extraEvent(
  session: Session,
  extra: SessionChange & { kind: 'extra' },
  uid: string,
  facts: CalendarFacts,
): readonly string[] {
  const told: Told = {
    uid: uid.replace('@', `-extra-${extra.on}@`),
    starts: timeOf(extra, session),
    minutes: session.minutes,
    place: extra.place ?? session.place,
    note: extra.note,
    changedOn: extra.enteredOn,
  };
  return event(told, facts, []);
}

function event(told: Told, facts: CalendarFacts, more: readonly string[]): readonly string[] {
  const { words } = facts;
  const off = facts.isOver || told.cancelled === true;
  const description = [told.note === undefined ? '' : words.noteText(told.note), words.description];
  const stampedOn =
    told.changedOn !== undefined && told.changedOn > facts.confirmedOn ? told.changedOn : facts.confirmedOn;
  const ends = told.minutes > 0 ? [londonTimes('DTEND', [addMinutes(told.starts, told.minutes)])] : [];
  return [
    'BEGIN:VEVENT',
    property('UID', told.uid),
    property('DTSTAMP', `${stampedOn.replaceAll('-', '')}T000000Z`),
    property('SEQUENCE', String(facts.sequence)),
    londonTimes('DTSTART', [told.starts]),
    ...ends,
    ...more,
    property('STATUS', off ? 'CANCELLED' : 'CONFIRMED'),
    textProperty('SUMMARY', off ? words.cancelled : words.summary),
    textProperty('DESCRIPTION', description.filter((text) => text !== '').join('\n')),
    ...(told.place === undefined ? [] : [textProperty('LOCATION', words.placeName(told.place))]),
    ...(facts.address === undefined ? [] : [property('URL', facts.address)]),
    'END:VEVENT',
  ];
}

const timeOf = ({ on, to }: SessionChange & { kind: 'extra' }, { starts }: Session): WallTime =>
  to ?? `${on}T${clockOf(starts)}`;

/** The change entered last. */
function lastOf<Change extends SessionChange>(changes: readonly Change[]): Change | undefined {
  return changes.toSorted((a, b) => (a.enteredOn < b.enteredOn ? -1 : 1)).at(-1);
}

/** A rule that says no end of its own ends with the thing itself. */
function endingOn(rule: string, lastDay: Day | undefined): string {
  if (lastDay === undefined || /UNTIL=|COUNT=/.test(rule)) return rule;
  return untilInUtc(`${rule};UNTIL=${lastDay.replaceAll('-', '')}T235959`);
}
