import { z } from 'zod';

/** London wall time: 18:00 stays 18:00 across clock changes. */
export const wallTime = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'Write a time as "2026-09-07T18:00".');

/** A dated change to the rule. `on` is the day it would have been; for an extra session, the day it is. */
const exception = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('cancelled'),
    on: z.iso.date(),
    note: z.string().optional(),
    enteredOn: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('moved'),
    on: z.iso.date(),
    to: wallTime,
    place: z.string().optional(),
    note: z.string().optional(),
    enteredOn: z.iso.date(),
  }),
  z.strictObject({
    kind: z.literal('extra'),
    on: z.iso.date(),
    /** Its time, where it is not the usual one. */
    to: wallTime.optional(),
    place: z.string().optional(),
    note: z.string().optional(),
    enteredOn: z.iso.date(),
  }),
]);

/** When and how people meet: once, or by an RFC 5545 rule with dated exceptions. */
export const session = z.strictObject({
  id: z.string(),
  mode: z.enum(['in-person', 'online', 'phone']),
  /** null: online, by phone, or not yet provided. */
  place: z.string().nullable(),
  starts: wallTime,
  minutes: z.int().positive(),
  /** An RRULE without its name; null: once. */
  rule: z
    .string()
    .regex(/^FREQ=[A-Z0-9=;,:+-]+$/)
    .nullable(),
  exceptions: z.array(exception),
});

/** Words for the notes that exceptions name by key. */
export const sessionNotes = z.record(z.string(), z.string().min(1)).default({});

export type Session = z.infer<typeof session>;
export type SessionException = z.infer<typeof exception>;
