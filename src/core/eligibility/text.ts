import type { Result } from './definition.ts';

/** The words of a checker in one language. Blanks such as `{{target}}` take facts and answers. */
export interface CheckerText {
  readonly title: string;
  readonly description: string;
  readonly intro: readonly string[];
  readonly questions: { readonly [question: string]: CheckerQuestionText };
  readonly criteria: { readonly [criterion: string]: CriterionText };
  readonly outcomes: { readonly [outcome: string]: OutcomeText };
  readonly notes: { readonly [note: string]: string };
  readonly steps: { readonly [step: string]: string };
}

export interface CheckerQuestionText {
  readonly label: string;
  readonly hint?: string;
  readonly why?: string;
  readonly options?: { readonly [option: string]: string };
}

/** A criterion said as a rule, and of the person as it turned out. */
export interface CriterionText {
  /** For the page without script: "You are 18 or over." */
  readonly rule: string;
  /** When it is met; the rule itself if left out. */
  readonly yes?: string;
  readonly no: string;
  readonly unknown: string;
}

/** `name` is its heading; then what is said with each result. */
export type OutcomeText = { readonly name: string } & { readonly [result in Result]?: string };
