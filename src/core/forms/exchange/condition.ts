import type { Criterion } from '../../criteria/criterion.ts';
import type { QuestionKind } from '../definition.ts';
import { type FoundComparison, type FoundCondition, foundComparisons } from './found.ts';
import { LIMITS } from './kept.ts';

/** A question as the conditions after it see it. */
export interface Asked {
  readonly id: string;
  readonly kind: QuestionKind;
  /** Its options' ids by the values that somebody else's form gave them. */
  readonly options: ReadonlyMap<string, string>;
}

/** What came of a condition: ours, with what is different about it, or why it could not be kept. */
export type Translated =
  | { readonly criterion: Criterion; readonly waits: boolean }
  | { readonly cannot: 'condition' | 'conditionOrder'; readonly what: string };

/** Says a condition of somebody else's form in our criteria, about the questions asked before it. */
export function translateCondition(condition: FoundCondition, before: ReadonlyMap<string, Asked>): Translated {
  const comparisons = foundComparisons(condition);
  const later = comparisons.find(({ asks }) => !before.has(asks));
  if (later) return { cannot: 'conditionOrder', what: later.asks };
  if (comparisons.length > LIMITS.comparisons) return { cannot: 'condition', what: `${comparisons.length}` };
  const criterion = say(condition, before);
  if (typeof criterion === 'string') return { cannot: 'condition', what: criterion };
  return { criterion, waits: hasNot(condition) };
}

function hasNot(condition: FoundCondition): boolean {
  if ('not' in condition) return true;
  if ('all' in condition) return condition.all.some(hasNot);
  return 'any' in condition && condition.any.some(hasNot);
}

/** The criterion, or what in the condition has none. */
function say(condition: FoundCondition, before: ReadonlyMap<string, Asked>): Criterion | string {
  if ('not' in condition) {
    const { not } = condition;
    // Nobody has answered "not empty" without an answer: the other way round it is one comparison.
    if ('does' in not && not.does === 'empty') return say({ ...not, does: 'answered' }, before);
    if ('does' in not && not.does === 'answered') return say({ ...not, does: 'empty' }, before);
    const part = say(not, before);
    return typeof part === 'string' ? part : { not: part };
  }
  if ('all' in condition || 'any' in condition) {
    const isAll = 'all' in condition;
    const parts = (isAll ? condition.all : condition.any).map((part) => say(part, before));
    const cannot = parts.find((part) => typeof part === 'string');
    if (cannot !== undefined) return cannot;
    return joined(isAll ? 'all' : 'any', parts as Criterion[]) ?? 'nothing';
  }
  const asked = before.get(condition.asks);
  return asked ? compared(asked, condition) : condition.asks;
}

/** Several criteria as one; of one alone, itself. */
export function joined(how: 'all' | 'any', parts: readonly Criterion[]): Criterion | undefined {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  return how === 'all' ? { all: parts } : { any: parts };
}

function compared(asked: Asked, { does, values }: FoundComparison): Criterion | string {
  const question = asked.id;
  const cannot = `${question} ${does} ${values.join(', ')}`.trim().slice(0, 200);
  const several = asked.kind === 'some-of';
  switch (does) {
    case 'answered':
      if (asked.kind === 'tick') return { question, is: 'yes' };
      return several ? { question, countAtLeast: 1 } : { question, answered: true };
    case 'empty':
      return several ? { question, countAtMost: 0 } : cannot;
    case 'countAtLeast':
    case 'countAtMost': {
      const count = Number(values[0]);
      if (!several || !Number.isSafeInteger(count) || count < (does === 'countAtLeast' ? 1 : 0)) return cannot;
      return does === 'countAtLeast' ? { question, countAtLeast: count } : { question, countAtMost: count };
    }
    case 'equals':
    case 'contains':
      return sameAs(asked, values, does) ?? cannot;
    case 'allOf':
      if (!several) return cannot;
      return every(values.map((value) => sameAs(asked, [value], 'contains'))) ?? cannot;
    default:
      return ordered(asked, does, values[0] ?? '') ?? cannot;
  }
}

function every(parts: readonly (Criterion | undefined)[]): Criterion | undefined {
  return parts.some((part) => part === undefined) ? undefined : joined('all', parts as Criterion[]);
}

const YES = ['true', 'yes', 'ok', '1'];

function sameAs(
  { id: question, kind, options }: Asked,
  values: readonly string[],
  does: 'equals' | 'contains',
): Criterion | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  if (kind === 'tick') return YES.includes(first.toLowerCase()) ? { question, is: 'yes' } : undefined;
  if (kind === 'whole-number' || kind === 'money') {
    const number = asNumber(first);
    if (values.length > 1 || number === undefined || does === 'contains') return undefined;
    return {
      all: [
        { question, atLeast: number },
        { question, atMost: number },
      ],
    };
  }
  if (options.size === 0) {
    if (does === 'contains' || values.some((value) => value === '')) return undefined;
    return values.length === 1 ? { question, is: first } : { question, isOneOf: values };
  }
  const ids = values.map((value) => options.get(value));
  if (ids.some((id) => id === undefined)) return undefined;
  return amongOptions(question, kind, ids as string[]);
}

function amongOptions(question: string, kind: QuestionKind, ids: readonly string[]): Criterion | undefined {
  const [first] = ids;
  if (first === undefined) return undefined;
  if (kind === 'some-of') return ids.length === 1 ? { question, has: first } : { question, hasAnyOf: ids };
  return ids.length === 1 ? { question, is: first } : { question, isOneOf: ids };
}

type Order = 'atLeast' | 'atMost' | 'moreThan' | 'lessThan';

function ordered({ id: question, kind, options }: Asked, does: Order, value: string): Criterion | undefined {
  if (kind === 'date') return ofDates(question, does, value);
  const number = asNumber(value);
  if (number === undefined) return undefined;
  if (kind === 'whole-number' || kind === 'money') return { question, [does]: number } as Criterion;
  const met = [...options].filter(([one]) => {
    const other = asNumber(one);
    return other !== undefined && ORDERS[does](other, number);
  });
  return amongOptions(
    question,
    kind,
    met.map(([, id]) => id),
  );
}

const ORDERS: { readonly [order in Order]: (one: number, other: number) => boolean } = {
  atLeast: (one, other) => one >= other,
  atMost: (one, other) => one <= other,
  moreThan: (one, other) => one > other,
  lessThan: (one, other) => one < other,
};

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

function ofDates(question: string, does: Order, value: string): Criterion | undefined {
  const day = dayAfter(value, 0);
  const next = dayAfter(value, 1);
  if (day !== value || next === undefined) return undefined;
  switch (does) {
    case 'atLeast':
      return { question, onOrAfter: day };
    case 'moreThan':
      return { question, onOrAfter: next };
    case 'lessThan':
      return { question, before: day };
    case 'atMost':
      return { question, before: next };
  }
}

function dayAfter(date: string, days: number): string | undefined {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return undefined;
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + days)).toISOString().slice(0, 10);
}

function asNumber(text: string): number | undefined {
  const number = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
}
