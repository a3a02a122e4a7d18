import type { Answer, Answers, Comparison, Criterion } from './criterion.ts';
import { judge, type Truth } from './judge.ts';
import { remaining } from './remaining.ts';
import { valuesThatMatter } from './values.ts';

/** Why a criterion has the truth it has. */
export interface Explanation {
  readonly truth: Truth;
  /** The comparisons that decided it, each with its own truth. Empty while it is open. */
  readonly decided: readonly { readonly comparison: Comparison; readonly truth: 'yes' | 'no' }[];
  /** The questions that are still open and can still settle it. */
  readonly open: readonly string[];
  /** One answer that alone would give another truth, and which. */
  readonly changes: readonly { readonly question: string; readonly answer: Answer; readonly truth: Truth }[];
}

/** Which parts decided, which are open, and what would change the result. */
export function explain(criterion: Criterion, answers: Answers): Explanation {
  const truth = judge(criterion, answers);
  return {
    truth,
    decided: truth === 'unknown' ? [] : deciding(criterion, answers),
    open: openQuestions(criterion, answers),
    changes: changesTo(criterion, answers, truth),
  };
}

/** The questions that are still open and can still settle the criterion, once each, in its order. */
export function openQuestions(criterion: Criterion, answers: Answers): readonly string[] {
  const rest = remaining(criterion, answers);
  return typeof rest === 'string' ? [] : [...new Set(comparisonsLeft(rest))];
}

function comparisonsLeft(criterion: Criterion): readonly string[] {
  if ('all' in criterion) return criterion.all.flatMap(comparisonsLeft);
  if ('any' in criterion) return criterion.any.flatMap(comparisonsLeft);
  if ('not' in criterion) return comparisonsLeft(criterion.not);
  return [criterion.question];
}

/** A "no" of `all` is decided by the parts not met alone, a "yes" of `any` by those that are. */
function deciding(criterion: Criterion, answers: Answers): Explanation['decided'] {
  const truth = judge(criterion, answers);
  if (truth === 'unknown') return [];
  const alike = (parts: readonly Criterion[]) =>
    parts.filter((part) => judge(part, answers) === truth).flatMap((part) => deciding(part, answers));
  if ('all' in criterion) return alike(criterion.all);
  if ('any' in criterion) return alike(criterion.any);
  if ('not' in criterion) return deciding(criterion.not, answers);
  return [{ comparison: criterion, truth }];
}

function changesTo(criterion: Criterion, answers: Answers, now: Truth): Explanation['changes'] {
  return [...valuesThatMatter([criterion])].flatMap(([question, values]) =>
    values.flatMap((answer) => {
      const truth = judge(criterion, { ...answers, [question]: answer });
      return truth === now ? [] : [{ question, answer, truth }];
    }),
  );
}
