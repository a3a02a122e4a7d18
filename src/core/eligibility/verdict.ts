import type { Answers } from '../criteria/criterion.ts';
import type { Truth } from '../criteria/judge.ts';
import type { Result, Step } from './definition.ts';

/** What a checker says of some answers: codes alone, worded later. */
export interface Verdict {
  readonly checker: string;
  readonly ruleVersion: string;
  readonly outcomes: readonly OutcomeVerdict[];
  /** Where to go when nothing fits: always at least two. */
  readonly next: readonly NextStep[];
  /** Answers and facts for the blanks of the words. */
  readonly known: Answers;
}

export interface OutcomeVerdict {
  readonly id: string;
  /** The checker its words and rules belong to. */
  readonly checker: string;
  readonly result: Result;
  readonly because: readonly Reason[];
  readonly notes: readonly string[];
  readonly next: readonly NextStep[];
  /** Facts shown with it, such as a target. */
  readonly shows: { readonly [name: string]: string };
  readonly atOnce: boolean;
  readonly rank: number;
}

/** A criterion, how it stands, and whether it made the result what it is. */
export interface Reason {
  readonly criterion: string;
  readonly met: Truth;
  readonly decided: boolean;
}

/** A step by its id, which names its words. */
export type NextStep = Pick<Step, 'kind' | 'href'> & { readonly id: string };
