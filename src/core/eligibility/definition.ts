import type { Answer, Criterion } from '../criteria/criterion.ts';
import type { Computation } from './compute/computation.ts';

/** The answer that every question takes, and that can never make a "no". */
export const NOT_SURE = 'not-sure';

/** Stands for the day itself, where a date is assumed. */
export const TODAY = 'today';

/** Rules that say what is for somebody. Structure only; its words live in `text.<language>.yaml` beside it. */
export interface CheckerDefinition {
  readonly id: string;
  /** The programmes it is about. Their crisis panel and status are shown with it. */
  readonly programmes: readonly string[];
  readonly order: number;
  readonly crisisPanel: boolean;
  readonly ruleVersion: string;
  /** Where the rules come from, and when they were last read against it. */
  readonly source: string;
  readonly checkedOn: string;
  readonly questions: readonly CheckerQuestion[];
  readonly facts: readonly Fact[];
  /** Named criteria, in order: a later one may ask for an earlier one, `{ question: adult, is: yes }`. */
  readonly criteria: { readonly [id: string]: Criterion };
  readonly outcomes: readonly OutcomeDefinition[];
  /** What a person may be told beside an outcome, and when. */
  readonly notes: { readonly [id: string]: Criterion | 'always' };
  readonly steps: { readonly [id: string]: Step };
  /** Steps for whom nothing fits, and for outcomes that name none of their own. At least two hold whatever the answers. */
  readonly next: readonly string[];
  /** Forms that can be begun with these answers, if the person wishes. */
  readonly carry: readonly { readonly form: string; readonly set: readonly Assignment[] }[];
  /** Other checkers that are asked with these answers; their outcomes are added. */
  readonly parts: readonly Part[];
}

export interface Part {
  readonly checker: string;
  /** Left out when this is known not to be met. */
  readonly when?: Criterion;
  /** Outcomes that are not added. */
  readonly leaveOut: readonly string[];
  readonly set: readonly Assignment[];
}

interface AnyQuestion {
  readonly id: string;
  /** Asked only when this is met; an answer is dropped when it is known not to be. */
  readonly when?: Criterion;
  /** What is taken to be so while the question is not answered. */
  readonly assumed?: Answer;
  /** Answered by programs alone, never put to a person. */
  readonly hidden?: boolean;
  /** Asked even when no outcome depends on it any more: it decides where else to go. */
  readonly always?: boolean;
}

export type CheckerQuestion = AnyQuestion &
  (
    | { readonly kind: 'one-of'; readonly options: readonly string[] }
    | { readonly kind: 'some-of'; readonly options: readonly string[] }
    | { readonly kind: 'whole-number'; readonly least: number; readonly most: number }
    /** A number that may have decimals, kept as text: "4.0". */
    | { readonly kind: 'decimal'; readonly least: number; readonly most: number }
    /** Pounds as text: "13.15". */
    | { readonly kind: 'money' }
    | { readonly kind: 'postcode' }
    | { readonly kind: 'date' }
  );

/** Something worked out from answers that criteria cannot say. */
export type Fact =
  /** The council (LAD code) of a postcode, where the sets know it. */
  | { readonly id: string; readonly councilOf: string }
  | { readonly id: string; readonly compute: Computation; readonly from: readonly string[] };

/** Something that may be for the person. All lists name criteria. */
export interface OutcomeDefinition {
  readonly id: string;
  /** One that is a yes is shown at once, before any other question. */
  readonly atOnce?: boolean;
  /** The lower, the more specific: first among those with the same result. */
  readonly rank: number;
  /** All are needed for a yes. One known not to be met is a no. */
  readonly needs: readonly string[];
  /** All are needed for a yes. One not met leaves a maybe. */
  readonly wants: readonly string[];
  /** One known to be met is a no; not knowing changes nothing. */
  readonly ruledOutBy: readonly string[];
  /** One known to be met leaves a maybe; not knowing changes nothing. */
  readonly maybeIf: readonly string[];
  readonly notes: readonly string[];
  /** Facts shown with the result, by the name they are shown under. */
  readonly shows: { readonly [name: string]: string };
  /** Step ids by result. */
  readonly next: { readonly [result in Result]?: readonly string[] };
}

export type Result = 'yes' | 'maybe' | 'no';

/** Where to go: a path inside the site without its language. */
export interface Step {
  readonly kind: 'form' | 'contact' | 'service' | 'page';
  readonly href: string;
  readonly when?: Criterion;
}

/** Gives an answer to a question of another form or checker. */
export type Assignment =
  | { readonly question: string; readonly from: string }
  | { readonly question: string; readonly to: string; readonly when?: Criterion }
  /** Adds a tick to a list. */
  | { readonly question: string; readonly tick: string; readonly when: Criterion }
  /** The list may hold more than is ticked: not everything that it asks for is asked here. */
  | { readonly question: string; readonly more: true };
