import { z } from 'zod';

const ofSite = z
  .string()
  .regex(/^\/[\w./-]+$/, 'Write the path of a file in public/: this site loads nothing from anyone else.');

/** A video of a page. It has captions, its words in the page's text, and says whether it is in British Sign Language (G38). */
export const video = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  file: ofSite,
  /** Caption files by language. */
  captions: z
    .record(z.string(), ofSite.regex(/\.vtt$/, 'Captions are a .vtt file.'))
    .refine((all) => 'en' in all, 'A video needs captions in English.'),
  /** The same in British Sign Language; null: there is none. */
  bsl: ofSite.nullable(),
});

export type Video = z.infer<typeof video>;
