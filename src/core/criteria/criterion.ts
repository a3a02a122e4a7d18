/** A condition on answers, written by authors as data. Forms and checkers use the same. */
export type Criterion =
  | { readonly all: readonly Criterion[] }
  | { readonly any: readonly Criterion[] }
  | { readonly not: Criterion }
  | { readonly question: string; readonly is: string }
  | { readonly question: string; readonly isOneOf: readonly string[] }
  | { readonly question: string; readonly has: string }
  | { readonly question: string; readonly hasAnyOf: readonly string[] }
  | { readonly question: string; readonly atLeast: number }
  | { readonly question: string; readonly atMost: number }
  | { readonly question: string; readonly moreThan: number }
  | { readonly question: string; readonly lessThan: number }
  /** At least, or at most, so many of a list are ticked. */
  | { readonly question: string; readonly countAtLeast: number }
  | { readonly question: string; readonly countAtMost: number }
  /** Dates as `2021-12-31`. */
  | { readonly question: string; readonly onOrAfter: string }
  | { readonly question: string; readonly before: string }
  /** Met by any answer. Without one it is not known: silence is never a "no". */
  | { readonly question: string; readonly answered: true };

/** A criterion about one question. */
export type Comparison = Extract<Criterion, { readonly question: string }>;

/** One answer: what was chosen or typed, or the list of what was ticked. */
export type Answer = string | readonly string[];

/** Stands in a list for "and perhaps more": what is ticked is known, what is not ticked is not. */
export const PERHAPS_MORE = '?';

/** Answers by question id. A question not answered is absent. */
export type Answers = { readonly [question: string]: Answer };

/** The questions a criterion asks about, as often as it does. */
export function questionsIn(criterion: Criterion): readonly string[] {
  if ('all' in criterion) return criterion.all.flatMap(questionsIn);
  if ('any' in criterion) return criterion.any.flatMap(questionsIn);
  if ('not' in criterion) return questionsIn(criterion.not);
  return [criterion.question];
}

/** The comparisons a criterion is made of. */
export function comparisonsIn(criterion: Criterion): readonly Comparison[] {
  if ('all' in criterion) return criterion.all.flatMap(comparisonsIn);
  if ('any' in criterion) return criterion.any.flatMap(comparisonsIn);
  if ('not' in criterion) return comparisonsIn(criterion.not);
  return [criterion];
}
