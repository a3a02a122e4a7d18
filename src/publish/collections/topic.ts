import { z } from 'zod';
import { alsoCalled, line } from './lines.ts';

/** `content/topics/<id>/topic.yaml`: what people look for help with. */
export const topic = z.strictObject({
  id: z.string(),
  order: z.number(),
  /** Its pages offer a quick way out, for people who may be watched. */
  quickExit: z.boolean(),
});

/** `content/topics/<id>/text.<language>.yaml`. */
export const topicText = z.strictObject({ name: line, oneLine: line, alsoCalled });

export type Topic = z.infer<typeof topic>;
export type TopicText = z.infer<typeof topicText>;
