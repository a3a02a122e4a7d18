import type { BrokenReference } from '../references.ts';

/** What an editor has to put right: file and field, what is wrong, the cure. */
export type Fault = BrokenReference;
