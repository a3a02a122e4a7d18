import type { Mode } from '../../sessions/session.ts';
import { addMinutes, clockOf, type Day, dayOf, type WallTime } from '../../sessions/wall-time.ts';
import type { ListedSession } from './listing.ts';
import { type Row, textOf, tidy } from './row.ts';
import { ruleOf, toScheduleFields } from './rule.ts';

/** The standard has no time zone but a fixed distance from UTC, which is wrong for half of the year (HSDS 3.0 `schedule.timezone`). */
const ZONE_NOTE = 'Times are as clocks in London show them (Europe/London).';

/** A session as a `schedule`. What it has no field for is said in its notes. */
export function toSchedule(session: ListedSession, id: string, serviceAtLocation?: string): Row {
  const { fields, unsaid } = session.rule === undefined ? { fields: {}, unsaid: [] } : toScheduleFields(session.rule);
  const day = dayOf(session.starts);
  return tidy({
    id,
    service_at_location_id: serviceAtLocation,
    valid_from: session.validFrom ?? (session.rule === undefined ? day : undefined),
    valid_to: session.validTo ?? (session.rule === undefined ? day : undefined),
    dtstart: day,
    ...fields,
    opens_at: clockOf(session.starts),
    closes_at: clockOf(addMinutes(session.starts, session.minutes)),
    attending_type: session.mode,
    notes: [ZONE_NOTE, ...unsaid.map((rule) => `RRULE:${rule}`), ...session.notes].join('\n'),
  });
}

const CLOCK = /^(\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;
/** A rule as our content has it. */
const RULE = /^FREQ=[A-Z]+(?:;[A-Z]+=[A-Z0-9,+-]+)*$/;
const MODES: { readonly [word: string]: Mode } = {
  'in-person': 'in-person',
  'in person': 'in-person',
  'face-to-face': 'in-person',
  venue: 'in-person',
  physical: 'in-person',
  online: 'online',
  virtual: 'online',
  phone: 'phone',
  telephone: 'phone',
};

/** What a `schedule` came to: a session, or words alone. */
export interface ReadSchedule {
  readonly session?: ListedSession;
  readonly words: readonly string[];
  /** Its times carry a distance from UTC: they were taken as London wall times, and somebody should look. */
  readonly hasZone: boolean;
}

/** Reads a `schedule`. A session needs a first day and both times: nothing is guessed. */
export function fromSchedule(
  row: Row,
  id: string,
  siteOf: (serviceAtLocation: string) => string | undefined,
): ReadSchedule {
  const said = ['description', 'notes'].flatMap((field) => (textOf(row, field) ?? '').split('\n'));
  const rrule = said.find((line) => line.startsWith('RRULE:'))?.slice('RRULE:'.length);
  const words = said
    .map((line) => line.trim())
    .filter((line) => line !== '' && line !== ZONE_NOTE && !line.startsWith('RRULE:'));

  const opens = CLOCK.exec(textOf(row, 'opens_at') ?? '');
  const closes = CLOCK.exec(textOf(row, 'closes_at') ?? '');
  const rule = rrule !== undefined && RULE.test(rrule) ? rrule : ruleOf(row);
  const validFrom = toDay(textOf(row, 'valid_from'));
  const validTo = toDay(textOf(row, 'valid_to'));
  const first = toDay(textOf(row, 'dtstart')) ?? validFrom;
  const hasZone = (opens?.[3] ?? closes?.[3]) !== undefined;
  if (!opens || !closes || first === undefined || rule === undefined) return { words, hasZone };

  const starts: WallTime = `${first}T${opens[1]}:${opens[2]}`;
  const length = minutesOf(closes) - minutesOf(opens);
  if (minutesOf(opens) >= 1440 || minutesOf(closes) > 1440 || length === 0) return { words, hasZone };
  const site = siteOf(textOf(row, 'service_at_location_id') ?? '');
  const mode = MODES[(textOf(row, 'attending_type') ?? '').toLowerCase()];
  const days = rule === 'once' ? {} : { ...(validFrom ? { validFrom } : {}), ...(validTo ? { validTo } : {}) };
  return {
    session: {
      id,
      starts,
      minutes: length > 0 ? length : length + 1440,
      ...(rule === 'once' ? {} : { rule }),
      ...(mode === undefined ? {} : { mode }),
      ...(site === undefined ? {} : { site }),
      ...days,
      notes: words,
    },
    words: [],
    hasZone,
  };
}

const minutesOf = (clock: RegExpExecArray) => Number(clock[1]) * 60 + Number(clock[2]);

/** A real day at the start of a text, or nothing. */
export function toDay(text: string | undefined): Day | undefined {
  const day = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(text ?? '')?.[0];
  if (day === undefined) return undefined;
  const date = new Date(`${day}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) ? day : undefined;
}
