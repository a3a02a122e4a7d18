import type { Comparison, Criterion } from '../../criteria/criterion.ts';
import type { Question } from '../definition.ts';

type Members = Record<string, unknown>;

/** The schema that answers pass which meet a criterion; nothing where JSON Schema has no word for a part of it. */
export function schemaOfCriterion(criterion: Criterion, asked: ReadonlyMap<string, Question>): Members | undefined {
  if ('not' in criterion) {
    const inner = schemaOfCriterion(criterion.not, asked);
    return inner && { allOf: [{ not: inner }] };
  }
  if ('all' in criterion || 'any' in criterion) {
    const isAll = 'all' in criterion;
    const parts = (isAll ? criterion.all : criterion.any).map((part) => schemaOfCriterion(part, asked));
    return parts.includes(undefined) ? undefined : { [isAll ? 'allOf' : 'anyOf']: parts };
  }
  const question = asked.get(criterion.question);
  const test = question && testOf(criterion, question);
  // An answer that is not there would pass: silence is never a "yes".
  return test && { properties: { [criterion.question]: test }, required: [criterion.question] };
}

function testOf(comparison: Comparison, { kind }: Question): Members | undefined {
  if ('is' in comparison) return { const: kind === 'tick' ? true : comparison.is };
  if ('isOneOf' in comparison) return { enum: comparison.isOneOf };
  if ('has' in comparison) return { contains: { const: comparison.has } };
  if ('hasAnyOf' in comparison) return { contains: { enum: comparison.hasAnyOf } };
  if ('atLeast' in comparison) return { minimum: comparison.atLeast };
  if ('atMost' in comparison) return { maximum: comparison.atMost };
  if ('moreThan' in comparison) return { exclusiveMinimum: comparison.moreThan };
  if ('lessThan' in comparison) return { exclusiveMaximum: comparison.lessThan };
  if ('countAtLeast' in comparison) return { minItems: comparison.countAtLeast };
  if ('countAtMost' in comparison) return { maxItems: comparison.countAtMost };
  return 'answered' in comparison ? {} : undefined;
}
