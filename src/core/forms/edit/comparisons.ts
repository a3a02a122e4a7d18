import type { Comparison } from '../../criteria/criterion.ts';
import type { QuestionKind } from '../definition.ts';

/** How an answer may be compared, by the key that says so in a condition. */
export type ComparisonName = Exclude<
  Comparison extends infer One ? (One extends Comparison ? keyof One : never) : never,
  'question'
>;

const CHOSEN: readonly ComparisonName[] = ['is', 'isOneOf', 'answered'];
const NUMBER: readonly ComparisonName[] = ['atLeast', 'atMost', 'moreThan', 'lessThan', 'answered'];
const TYPED: readonly ComparisonName[] = ['answered'];

const FITTING: { readonly [kind in QuestionKind]: readonly ComparisonName[] } = {
  text: TYPED,
  'long-text': TYPED,
  'one-of': CHOSEN,
  'some-of': ['has', 'hasAnyOf', 'countAtLeast', 'countAtMost', 'answered'],
  scale: CHOSEN,
  'whole-number': NUMBER,
  money: NUMBER,
  date: ['onOrAfter', 'before', 'answered'],
  postcode: TYPED,
  telephone: TYPED,
  email: TYPED,
  tick: ['is', 'answered'],
};

/** The comparisons that make sense for a kind of question, for an author to pick from. */
export function comparisonsFor(kind: QuestionKind): readonly ComparisonName[] {
  return FITTING[kind];
}

/** The name of a comparison. */
export function nameOfComparison(comparison: Comparison): ComparisonName {
  return Object.keys(comparison).find((key) => key !== 'question') as ComparisonName;
}

/** Whether answers of a kind can be compared so. Text is compared by authors of files alone: whole, with `is`. */
export function fitsKind(comparison: Comparison, kind: QuestionKind): boolean {
  const name = nameOfComparison(comparison);
  return FITTING[kind].includes(name) || (FITTING[kind] === TYPED && (name === 'is' || name === 'isOneOf'));
}
