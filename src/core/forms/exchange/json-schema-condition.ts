import type { FoundComparison, FoundCondition } from './found.ts';
import { isObject, listOf, memberOf, membersOf, numberOf, type Plain, textOf, textsOf } from './plain.ts';

/** The condition that an `if` schema states about an object's answers; nothing where we have no words for a part of it. */
export function conditionIn(schema: Plain, base: readonly string[]): FoundCondition | undefined {
  const parts: (FoundCondition | undefined)[] = [];
  const asked = new Set<string>();
  for (const [name, value] of membersOf(schema)) {
    if (name === 'properties') {
      for (const [property, test] of membersOf(value)) {
        asked.add(property);
        const key = [...base, property].join('/');
        parts.push(isObject(test) ? valueCondition(key, test, [...base, property]) : undefined);
      }
    } else if (name === 'allOf' || name === 'anyOf') {
      const inner = listOf(value).map((one) => (isObject(one) ? conditionIn(one, base) : undefined));
      parts.push(
        inner.includes(undefined) || inner.length === 0 ? undefined : gathered(name, inner as FoundCondition[]),
      );
    } else if (name === 'not') {
      const inner = isObject(value) ? conditionIn(value, base) : undefined;
      parts.push(inner && { not: inner });
    } else if (name !== 'required' && !SILENT.includes(name)) {
      parts.push(undefined);
    }
  }
  for (const name of textsOf(memberOf(schema, 'required'))) {
    if (!asked.has(name)) parts.push({ asks: [...base, name].join('/'), does: 'answered', values: [] });
  }
  return parts.includes(undefined) ? undefined : gathered('allOf', parts as FoundCondition[]);
}

function gathered(how: 'allOf' | 'anyOf', parts: readonly FoundCondition[]): FoundCondition | undefined {
  const [first, ...others] = parts;
  if (!first || others.length === 0) return first;
  return how === 'allOf' ? { all: parts } : { any: parts };
}

/** Say nothing about an answer that is there. */
const SILENT = ['type', 'title', 'description', '$comment', 'default'];

type Does = FoundComparison['does'];
const NUMBERS: { readonly [name: string]: Does } = {
  minimum: 'atLeast',
  maximum: 'atMost',
  exclusiveMinimum: 'moreThan',
  exclusiveMaximum: 'lessThan',
  minItems: 'countAtLeast',
  maxItems: 'countAtMost',
};

/** The condition that a schema states about one answer. */
export function valueCondition(asks: string, schema: Plain, path: readonly string[]): FoundCondition | undefined {
  const parts = membersOf(schema).flatMap(([name, value]): (FoundCondition | undefined)[] => {
    if (SILENT.includes(name)) return [];
    if (name === 'const' || name === 'enum') return [oneOf(asks, 'equals', name === 'const' ? [value] : listOf(value))];
    if (name === 'contains') {
      const wanted = memberOf(value, 'const');
      return [oneOf(asks, 'contains', wanted === undefined ? listOf(memberOf(value, 'enum')) : [wanted])];
    }
    if (name === 'not') {
      const inner = isObject(value) ? valueCondition(asks, value, path) : undefined;
      return [inner && { not: inner }];
    }
    if (name === 'minLength') return [numberOf(value) === 1 ? { asks, does: 'answered', values: [] } : undefined];
    const does = NUMBERS[name];
    const number = numberOf(value);
    if (does && number !== undefined) return [{ asks, does, values: [String(number)] }];
    if ((name === 'properties' || name === 'required') && isObject(memberOf(schema, 'properties'))) {
      return name === 'properties' ? [conditionIn({ properties: value }, path)] : [];
    }
    return [undefined];
  });
  if (parts.includes(undefined)) return undefined;
  return gathered('allOf', parts as FoundCondition[]) ?? { asks, does: 'answered', values: [] };
}

function oneOf(asks: string, does: Does, values: readonly unknown[]): FoundCondition | undefined {
  const texts = values.map(textOf);
  return texts.length === 0 || texts.includes(undefined) ? undefined : { asks, does, values: texts as string[] };
}
