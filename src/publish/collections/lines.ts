import { z } from 'zod';

/** A sentence, or a few words, as people read it. */
export const line = z.string().min(1);

/** One thing a line; none is allowed. */
export const lines = z.array(line);

/** Other names people type when they look for it. Left out: none. */
export const alsoCalled = lines.default([]);
