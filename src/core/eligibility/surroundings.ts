import type { Postcode } from '../directory/postcode.ts';

/** What a checker must be told besides the answers. */
export interface Surroundings {
  /** ISO date. */
  readonly today: string;
  /** The council's LAD code; undefined where the sets have a gap. */
  readonly councilOf: (postcode: Postcode) => string | undefined;
}
