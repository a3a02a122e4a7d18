import { z } from 'zod';
import { alsoCalled, line } from './lines.ts';

/** A term has words only: its facts are its folder's name. */
export const term = z.strictObject({ id: z.string() });

/** `content/glossary/<id>/text.<language>.yaml`. */
export const termText = z.strictObject({ term: line, meaning: line, alsoCalled });

export type Term = z.infer<typeof term>;
export type TermText = z.infer<typeof termText>;
