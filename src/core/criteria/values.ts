import { type Answer, type Comparison, type Criterion, comparisonsIn } from './criterion.ts';

/** An option that no criterion names: "any of the others". */
export const ANOTHER = 'another';

/**
 * For each question, answers enough to give every comparison about it every truth it can have:
 * each option named and one that is not, each number's own value and its neighbours.
 * A list is answered by none, each option alone, and all.
 */
export function valuesThatMatter(criteria: readonly Criterion[]): ReadonlyMap<string, readonly Answer[]> {
  const all = criteria.flatMap(comparisonsIn);
  const questions = unique(all.map(({ question }) => question));
  return new Map(questions.map((name) => [name, valuesFor(all.filter(({ question }) => question === name))]));
}

function valuesFor(comparisons: readonly Comparison[]): readonly Answer[] {
  const options = unique(comparisons.flatMap(optionsNamed));
  const isList = comparisons.some(
    (one) => 'has' in one || 'hasAnyOf' in one || 'countAtLeast' in one || 'countAtMost' in one,
  );
  if (isList) {
    const most = Math.max(0, ...comparisons.map(countNamed));
    const enough = [...options, ...Array.from({ length: most }, (_, at) => `${ANOTHER}-${at + 1}`)];
    return [[], ...enough.map((option) => [option]), enough];
  }
  const numbers = unique(comparisons.flatMap(numberNamed)).sort((a, b) => a - b);
  const dates = unique(
    comparisons.flatMap((one) => ('onOrAfter' in one ? [one.onOrAfter] : 'before' in one ? [one.before] : [])),
  );
  const values: Answer[] = [
    ...options,
    ...unique(numbers.flatMap((number) => [number - 1, number, number + 1])).map(String),
    ...unique(dates.flatMap((date) => [dayBefore(date), date])),
  ];
  return options.length > 0 || values.length === 0 ? [...values, ANOTHER] : values;
}

function optionsNamed(one: Comparison): readonly string[] {
  if ('is' in one) return [one.is];
  if ('isOneOf' in one) return one.isOneOf;
  if ('has' in one) return [one.has];
  return 'hasAnyOf' in one ? one.hasAnyOf : [];
}

function numberNamed(one: Comparison): readonly number[] {
  if ('atLeast' in one) return [one.atLeast];
  if ('atMost' in one) return [one.atMost];
  if ('moreThan' in one) return [one.moreThan];
  return 'lessThan' in one ? [one.lessThan] : [];
}

function countNamed(one: Comparison): number {
  if ('countAtLeast' in one) return one.countAtLeast;
  return 'countAtMost' in one ? one.countAtMost + 1 : 0;
}

const unique = <Value>(values: readonly Value[]): Value[] => [...new Set(values)];

const dayBefore = (date: string) => new Date(new Date(date).getTime() - 86_400_000).toISOString().slice(0, 10);
