import { z } from 'zod';
import { cost } from './cost.ts';
import { line, lines } from './lines.ts';
import { standing } from './programme.ts';
import { wallTime } from './session.ts';

/** `content/events/<id>/event.yaml`: something that happens once. */
export const event = z.strictObject({
  id: z.string(),
  kind: z.enum(['taster', 'open-day', 'job-fair', 'client-forum', 'learning-event', 'awareness-day', 'workshop']),
  programme: z.string(),
  /** The awareness day it belongs to, such as `world-mental-health-day` (E64). */
  awarenessDay: z.enum(['world-mental-health-day']).optional(),
  topics: z.array(z.string()).default([]),
  place: z.string().nullable(),
  mode: z.enum(['in-person', 'online', 'phone']),
  /** null: the day is not yet provided. */
  starts: wallTime.nullable(),
  minutes: z.int().positive().nullable(),
  cost,
  example: z.boolean().optional(),
  ...standing,
});

/** `content/events/<id>/text.<language>.yaml`. */
export const eventText = z.strictObject({ name: line, oneLine: line, about: lines.min(1) });

export type Event = z.infer<typeof event>;
export type EventText = z.infer<typeof eventText>;
