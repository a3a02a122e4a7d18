import { z } from 'zod';
import type { Session } from '../sessions/session.ts';

const id = z.string().min(1);
const day = z.iso.date();
const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/);
const line = z.string();
const dated = { on: day, enteredOn: day, note: z.string().exactOptional() };

const session: z.ZodType<Session> = z.strictObject({
  id,
  mode: z.enum(['in-person', 'online', 'phone']),
  place: id.exactOptional(),
  starts: wallTime,
  minutes: z.int().min(0),
  rule: z.string().exactOptional(),
  changes: z.array(
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled'), ...dated }),
      z.strictObject({ kind: z.literal('moved'), ...dated, to: wallTime, place: id.exactOptional() }),
      z.strictObject({ kind: z.literal('extra'), ...dated, to: wallTime.exactOptional(), place: id.exactOptional() }),
    ]),
  ),
});

const words = z.strictObject({
  name: line,
  oneLine: line,
  whoFor: z.array(line),
  firstTime: z.array(line),
  access: z.array(line),
  costFor: line.exactOptional(),
  /** Words for the notes that dated changes name by key. */
  notes: z.record(z.string(), line),
});

const group = z.strictObject({
  programme: id,
  area: id,
  audience: z.array(z.string()),
  kind: z.string(),
  /** The organisation or programme to ask. Never a person. */
  organiser: id,
  groupStatus: z.enum(['active', 'paused', 'starting', 'full', 'closed']),
  onBankHolidays: z.enum(['yes', 'no', 'unknown']),
  /** null: not known, as in the content. */
  validFrom: day.nullable(),
  validTo: day.nullable(),
  nextReviewDue: day,
  lastConfirmed: day,
  cost: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('free') }),
    z.strictObject({ kind: z.literal('amount'), pence: z.int().positive(), canBeWaived: z.boolean() }),
    z.strictObject({ kind: z.literal('unknown') }),
  ]),
  /** iCalendar SEQUENCE at the build. */
  sequence: z.int().min(0),
  sessions: z.array(session),
  /** Whether its programme goes on: without it nothing has dates. */
  isOpen: z.boolean(),
  /** Made up, to show how the site works. */
  example: z.boolean(),
  /** The wall times of each session by its rule, in the days that the pages know: what can be called off or moved. */
  dates: z.record(id, z.array(wallTime)),
  /** Its words by language; English is always there. */
  names: z.record(z.string(), words),
});

const place = z.strictObject({
  /** Its name by language; English is always there. */
  names: z.record(z.string(), line),
  /** Its address, where it is provided. */
  address: line.exactOptional(),
  area: id.exactOptional(),
});

/** `wayin/timetable.json` of a built site: what the changes are changes to. */
export const timetableBase = z.strictObject({
  /** The site's today when it was built. */
  builtOn: day,
  /** The last day that the pages know dates of. */
  lastDay: day,
  /** The site's own address, where it is known. */
  address: line.exactOptional(),
  groups: z.record(id, group),
  places: z.record(id, place),
  /** Bank holidays by day, with their names. */
  holidays: z.array(z.tuple([day, line])),
  /** Changes (their ids) that the build has baked in already. */
  changes: z.array(z.string()),
});

export type TimetableBase = z.infer<typeof timetableBase>;
export type BaseGroup = TimetableBase['groups'][string];
