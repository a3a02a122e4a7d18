import { z } from 'zod';
import { line, lines } from './lines.ts';
import { video } from './video.ts';

/** `content/pages/<id>/page.yaml`. */
export const page = z.strictObject({
  id: z.string(),
  order: z.number(),
  crisisPanel: z.boolean(),
  footer: z.boolean(),
  /** Forms that can be printed from here, once they are published. */
  prints: z.array(z.string()).optional(),
  /** Topics whose pages lead to it. */
  topics: z.array(z.string()).default([]),
  /** The page that it says again in short, easy sentences (E61). */
  easyReadOf: z.string().optional(),
  videos: z.array(video).default([]),
  /** false: a draft, seen in `astro dev` alone (E68). Left out: it is approved. */
  approved: z.boolean().optional(),
});

/** The front matter of `content/pages/<id>/text.<language>.md`. */
export const pageText = z.strictObject({
  title: line,
  description: line,
  /** By the id of the video: what it is called, and all that is said and shown in it. */
  videos: z.record(z.string(), z.strictObject({ title: line, transcript: lines.min(1) })).default({}),
});

export type ContentPage = z.infer<typeof page>;
export type PageHead = z.infer<typeof pageText>;
