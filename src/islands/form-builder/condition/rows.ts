import type { Criterion } from '#core/criteria/criterion.ts';
import type { SourceQuestion } from '#core/forms/parse-form.ts';

/** How an answer is compared, as an author picks it from a list. */
export type Comparing =
  | 'is'
  | 'isNot'
  | 'isOneOf'
  | 'has'
  | 'hasNot'
  | 'hasAnyOf'
  | 'countAtLeast'
  | 'countAtMost'
  | 'atLeast'
  | 'atMost'
  | 'moreThan'
  | 'lessThan'
  | 'onOrAfter'
  | 'before'
  | 'answered'
  | 'notAnswered';

/** One line of a condition: question, comparison, value. */
export interface Row {
  readonly question: string;
  readonly comparing: Comparing;
  /** Option ids, or one number or date. */
  readonly value: readonly string[];
}

export interface Rows {
  readonly join: 'all' | 'any';
  readonly rows: readonly Row[];
}

/** The comparisons that make sense of a question, the likeliest first. */
export function comparingsOf({ kind }: SourceQuestion): readonly Comparing[] {
  switch (kind) {
    case 'one-of':
    case 'scale':
      return ['is', 'isNot', 'isOneOf', 'answered'];
    case 'some-of':
      return ['has', 'hasNot', 'hasAnyOf', 'countAtLeast', 'countAtMost'];
    case 'tick':
      return ['is', 'isNot'];
    case 'whole-number':
    case 'money':
      return ['atLeast', 'atMost', 'moreThan', 'lessThan', 'answered'];
    case 'date':
      return ['onOrAfter', 'before', 'answered'];
    default:
      return ['answered'];
  }
}

export type ValueKind = 'option' | 'options' | 'number' | 'date' | 'none';

export function valueKindOf(comparing: Comparing): ValueKind {
  switch (comparing) {
    case 'is':
    case 'isNot':
    case 'has':
    case 'hasNot':
      return 'option';
    case 'isOneOf':
    case 'hasAnyOf':
      return 'options';
    case 'onOrAfter':
    case 'before':
      return 'date';
    case 'answered':
    case 'notAnswered':
      return 'none';
    default:
      return 'number';
  }
}

/** The condition as lines to pick from; nothing where it is more involved than that. */
export function toRows(when: Criterion | undefined): Rows | undefined {
  if (!when) return { join: 'all', rows: [] };
  const [join, parts]: readonly ['all' | 'any', readonly Criterion[]] =
    'all' in when ? ['all', when.all] : 'any' in when ? ['any', when.any] : ['all', [when]];
  const rows = parts.map(toRow);
  return rows.every((row) => row !== undefined) ? { join, rows: rows as readonly Row[] } : undefined;
}

function toRow(criterion: Criterion): Row | undefined {
  if ('all' in criterion || 'any' in criterion) return undefined;
  if ('not' in criterion) {
    const row = toRow(criterion.not);
    const contrary = row && CONTRARY[row.comparing];
    return contrary && { ...row, comparing: contrary };
  }
  const { question, ...rest } = criterion;
  const [comparing, value] = Object.entries(rest)[0] as [Comparing, unknown];
  const values = Array.isArray(value) ? value.map(String) : value === true ? [] : [String(value)];
  return { question, comparing, value: values };
}

const CONTRARY: { readonly [comparing in Comparing]?: Comparing } = {
  is: 'isNot',
  has: 'hasNot',
  answered: 'notAnswered',
};

/** The condition that lines make; nothing where there are none. `undefined` as problem: a line lacks its value. */
export function fromRows({ join, rows }: Rows): { readonly when: Criterion | undefined } | undefined {
  const parts = rows.map(toCriterion);
  if (parts.some((part) => part === undefined)) return undefined;
  const all = parts as readonly Criterion[];
  const [only] = all;
  if (all.length <= 1) return { when: only };
  return { when: join === 'all' ? { all } : { any: all } };
}

function toCriterion({ question, comparing, value }: Row): Criterion | undefined {
  const [first] = value;
  switch (valueKindOf(comparing)) {
    case 'none':
      return comparing === 'answered' ? { question, answered: true } : { not: { question, answered: true } };
    case 'options':
      return value.length === 0 ? undefined : ({ question, [comparing]: value } as Criterion);
    case 'number': {
      const number = Number(first);
      const isCount = comparing === 'countAtLeast' || comparing === 'countAtMost';
      if (first === undefined || first.trim() === '' || !Number.isFinite(number)) return undefined;
      if (isCount && (!Number.isInteger(number) || number < (comparing === 'countAtLeast' ? 1 : 0))) return undefined;
      return { question, [comparing]: number } as unknown as Criterion;
    }
    case 'date':
      return first && isDay(first) ? ({ question, [comparing]: first } as Criterion) : undefined;
    case 'option':
      if (!first) return undefined;
      if (comparing === 'isNot') return { not: { question, is: first } };
      return comparing === 'hasNot'
        ? { not: { question, has: first } }
        : ({ question, [comparing]: first } as Criterion);
  }
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T12:00:00Z`).toISOString().startsWith(text);
}
