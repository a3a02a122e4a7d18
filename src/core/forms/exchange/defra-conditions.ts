import { type FoundComparison, type FoundCondition, type FoundWhen, foundComparisons } from './found.ts';
import { LIMITS } from './kept.ts';
import { isObject, listOf, memberOf, type Plain, textOf } from './plain.ts';

/** The conditions of a DEFRA form by name and by id, of both versions of the format. */
export class DefraConditions {
  readonly #conditions = new Map<string, Plain>();
  /** Names of components by their ids, and values of list items by theirs: version 2 points at ids. */
  readonly #names = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #read = new Map<string, FoundCondition | undefined>();

  constructor(form: Plain) {
    for (const condition of listOf(memberOf(form, 'conditions'))) {
      if (!isObject(condition)) continue;
      for (const name of ['id', 'name']) {
        const own = textOf(memberOf(condition, name));
        if (own) this.#conditions.set(own, condition);
      }
    }
    const components = listOf(memberOf(form, 'pages')).flatMap((page) => listOf(memberOf(page, 'components')));
    const items = listOf(memberOf(form, 'lists')).flatMap((list) => listOf(memberOf(list, 'items')));
    for (const one of components) this.#point(this.#names, one, 'name');
    for (const one of items) this.#point(this.#values, one, 'value');
  }

  #point(into: Map<string, string>, one: unknown, member: string): void {
    const id = textOf(memberOf(one, 'id'));
    const value = textOf(memberOf(one, member));
    if (id !== undefined && value !== undefined) into.set(id, value);
  }

  when(name: string): FoundWhen {
    const condition = this.read(name);
    return condition ? { condition } : { cannot: name };
  }

  /** The condition of a name; nothing where there is none, or it compares with something that is not fixed. */
  read(name: string, depth = 0): FoundCondition | undefined {
    if (this.#read.has(name)) return this.#read.get(name);
    // Until it is read: one that names itself has no meaning.
    this.#read.set(name, undefined);
    const condition = this.#make(name, depth);
    const isSmall = condition !== undefined && foundComparisons(condition).length <= LIMITS.comparisons;
    this.#read.set(name, isSmall ? condition : undefined);
    return isSmall ? condition : undefined;
  }

  #make(name: string, depth: number): FoundCondition | undefined {
    const condition = this.#conditions.get(name);
    if (!condition) return undefined;
    const items = memberOf(condition, 'items');
    if (Array.isArray(items)) {
      const parts = items.map((item) => this.#item(item, depth));
      return gathered(textOf(memberOf(condition, 'coordinator')) === 'or' ? 'any' : 'all', parts);
    }
    return this.#row(listOf(memberOf(memberOf(condition, 'value'), 'conditions')), depth);
  }

  /** Version 1: a row joined by the coordinators of its parts. "and" binds more than "or", as it does there. */
  #row(rows: readonly unknown[], depth: number): FoundCondition | undefined {
    if (depth > 10) return undefined;
    const either: (FoundCondition | undefined)[][] = [[]];
    for (const row of rows) {
      if (textOf(memberOf(row, 'coordinator')) === 'or') either.push([]);
      either.at(-1)?.push(this.#old(row, depth));
    }
    return gathered(
      'any',
      either.map((all) => gathered('all', all)),
    );
  }

  #old(row: unknown, depth: number): FoundCondition | undefined {
    const inner = memberOf(row, 'conditions');
    if (Array.isArray(inner)) return this.#row(inner, depth + 1);
    const reference = textOf(memberOf(row, 'conditionName'));
    if (reference !== undefined) return this.read(reference, depth + 1);
    const asks = textOf(memberOf(memberOf(row, 'field'), 'name'));
    const value = memberOf(row, 'value');
    if (textOf(memberOf(value, 'type')) === 'RelativeDate') return undefined;
    return compared(asks, textOf(memberOf(row, 'operator')), textOf(memberOf(value, 'value')));
  }

  #item(item: unknown, depth: number): FoundCondition | undefined {
    const reference = textOf(memberOf(item, 'conditionId'));
    if (reference !== undefined) return this.read(reference, depth + 1);
    const asks = this.#names.get(textOf(memberOf(item, 'componentId')) ?? '');
    const value = memberOf(item, 'value');
    const listed = textOf(memberOf(value, 'itemId'));
    const own = listed === undefined ? textOf(value) : this.#values.get(listed);
    return textOf(memberOf(item, 'type')) === 'RelativeDate'
      ? undefined
      : compared(asks, textOf(memberOf(item, 'operator')), own);
  }
}

const OPERATORS: { readonly [operator: string]: FoundComparison['does'] } = {
  is: 'equals',
  contains: 'contains',
  'is at least': 'atLeast',
  'is at most': 'atMost',
  'is less than': 'lessThan',
  'is more than': 'moreThan',
  'is before': 'lessThan',
  'is after': 'moreThan',
};
const OPPOSITES: { readonly [operator: string]: string } = { 'is not': 'is', 'does not contain': 'contains' };

function compared(
  asks: string | undefined,
  operator: string | undefined,
  value: string | undefined,
): FoundCondition | undefined {
  if (asks === undefined || operator === undefined || value === undefined) return undefined;
  const opposite = Object.hasOwn(OPPOSITES, operator) ? OPPOSITES[operator] : undefined;
  if (opposite !== undefined) {
    const inner = compared(asks, opposite, value);
    return inner && { not: inner };
  }
  const does = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  return does && { asks, does, values: [value] };
}

function gathered(how: 'all' | 'any', parts: readonly (FoundCondition | undefined)[]): FoundCondition | undefined {
  if (parts.length === 0 || parts.includes(undefined)) return undefined;
  const [first, ...others] = parts as FoundCondition[];
  if (others.length === 0) return first;
  return how === 'all' ? { all: parts as FoundCondition[] } : { any: parts as FoundCondition[] };
}
