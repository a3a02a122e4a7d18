import type { FoundCondition, FoundWhen } from './found.ts';
import { conditionIn, valueCondition } from './json-schema-condition.ts';
import { ImportProblemFound, LIMITS, type Notes } from './kept.ts';
import { isObject, listOf, memberOf, membersOf, type Plain, textsOf } from './plain.ts';

/** One property of an object, wherever in its schema it stands, and for which answers it is asked. */
export interface Field {
  readonly name: string;
  readonly key: string;
  readonly where: string;
  readonly schema: Plain;
  readonly required: boolean;
  readonly when: readonly FoundWhen[];
}

interface Open {
  readonly name: string;
  readonly where: string;
  readonly schema: Plain;
  required: boolean;
  /** Any of them is enough. None: it is always asked. */
  readonly conditions: FoundWhen[];
}

/** The properties of an object's schema, those of `allOf`, `if` and `dependencies` among them. */
export function fieldsOf(schema: Plain, root: Plain, where: string, notes: Notes): readonly Field[] {
  const open = new Map<string, Open>();
  gather(
    resolved(schema, root),
    { root, where, notes, open, base: baseOf(where), steps: { left: MOST_STEPS } },
    undefined,
    0,
  );
  return [...open.values()].map(({ conditions, ...field }) => ({
    ...field,
    key: keyOf(baseOf(where), field.name),
    when: anyOf(conditions),
  }));
}

interface Gathering {
  readonly root: Plain;
  readonly where: string;
  readonly notes: Notes;
  readonly open: Map<string, Open>;
  readonly base: readonly string[];
  /** Parts still to be read: references can make a few lines mean a million. */
  readonly steps: { left: number };
}

const MOST_STEPS = 5_000;

const baseOf = (where: string) => where.split('/').slice(1);
export const keyOf = (base: readonly string[], name: string) => [...base, name].join('/');

function gather(schema: Plain, at: Gathering, when: FoundWhen | undefined, depth: number): void {
  at.steps.left -= 1;
  if (depth > LIMITS.depth || at.steps.left < 0)
    throw new ImportProblemFound('tooDeep', at.where, { limit: LIMITS.depth });
  const required = textsOf(memberOf(schema, 'required'));
  for (const [name, value] of membersOf(memberOf(schema, 'properties'))) {
    const property = isObject(value) ? resolved(value, at.root) : {};
    const known = at.open.get(name);
    const where = `${at.where}/${name}`;
    if (!known) {
      const isRequired = required.includes(name);
      at.open.set(name, { name, where, schema: property, required: isRequired, conditions: when ? [when] : [] });
    } else if (known.conditions.length > 0) {
      if (when) known.conditions.push(when);
    } else if (when && Object.keys(property).length > 0 && !isOnlyCheck(property)) {
      at.notes.add('notKept', 'rule', where, { what: 'then' });
    }
  }
  for (const name of required) {
    const known = at.open.get(name);
    if (known && !known.required && !memberOf(memberOf(schema, 'properties'), name)) {
      if (when) at.notes.add('changed', 'requiredForSome', known.where);
      else known.required = true;
    }
  }
  for (const part of listOf(memberOf(schema, 'allOf'))) {
    if (isObject(part)) gather(resolved(part, at.root), at, when, depth + 1);
  }
  gatherIf(schema, at, when, depth);
  for (const name of ['dependencies', 'dependentSchemas', 'dependentRequired']) {
    for (const [asked, value] of membersOf(memberOf(schema, name))) gatherDependency(asked, value, at, when, depth);
  }
  for (const name of ['patternProperties', 'anyOf', 'oneOf', 'not']) {
    if (memberOf(schema, name) !== undefined && depth === 0) at.notes.add('notKept', 'part', at.where, { what: name });
  }
}

/** `{ const: … }` beside a question that is there already only tells a branch apart. */
const isOnlyCheck = (schema: Plain) => 'const' in schema || 'enum' in schema;

function gatherIf(schema: Plain, at: Gathering, when: FoundWhen | undefined, depth: number): void {
  const test = memberOf(schema, 'if');
  if (!isObject(test)) return;
  const condition = conditionIn(test, at.base);
  for (const branch of ['then', 'else'] as const) {
    const part = memberOf(schema, branch);
    if (!isObject(part)) continue;
    const own: FoundWhen =
      condition === undefined
        ? { cannot: JSON.stringify(test) }
        : { condition: branch === 'then' ? condition : { not: condition } };
    gather(resolved(part, at.root), at, both(when, own), depth + 1);
  }
}

function gatherDependency(
  asked: string,
  value: unknown,
  at: Gathering,
  when: FoundWhen | undefined,
  depth: number,
): void {
  const key = keyOf(at.base, asked);
  const answered: FoundCondition = { asks: key, does: 'answered', values: [] };
  if (Array.isArray(value)) {
    for (const name of textsOf(value)) {
      const known = at.open.get(name);
      if (known && !known.required) at.notes.add('changed', 'requiredForSome', known.where);
    }
    return;
  }
  if (!isObject(value)) return;
  const { oneOf, anyOf } = { oneOf: memberOf(value, 'oneOf'), anyOf: memberOf(value, 'anyOf') };
  for (const branch of [...listOf(oneOf), ...listOf(anyOf)]) {
    if (!isObject(branch)) continue;
    const part = resolved(branch, at.root);
    const own = memberOf(memberOf(part, 'properties'), asked);
    const condition = isObject(own) ? valueCondition(key, own, [...at.base, asked]) : undefined;
    const told: FoundWhen = condition ? { condition } : { cannot: JSON.stringify(own ?? branch).slice(0, 200) };
    gather(part, at, both(when, told), depth + 1);
  }
  const { oneOf: _, anyOf: __, ...rest } = value;
  if (memberOf(rest, 'properties') || memberOf(rest, 'required')) {
    gather(resolved(rest, at.root), at, both(when, { condition: answered }), depth + 1);
  }
}

function both(first: FoundWhen | undefined, second: FoundWhen): FoundWhen {
  if (!first || 'cannot' in second) return second;
  return 'cannot' in first ? first : { condition: { all: [first.condition, second.condition] } };
}

function anyOf(all: readonly FoundWhen[]): readonly FoundWhen[] {
  const cannot = all.find((one) => 'cannot' in one);
  if (cannot) return [cannot];
  const conditions = all.flatMap((one) => ('condition' in one ? [one.condition] : []));
  const [first, ...others] = conditions;
  if (!first) return [];
  return [{ condition: others.length === 0 ? first : { any: conditions } }];
}

/** The schema with what a local `$ref` names put into it. An address outside the file is never followed. */
export function resolved(schema: Plain, root: Plain): Plain {
  let found = schema;
  for (let step = 0; step < LIMITS.depth; step += 1) {
    const ref = memberOf(found, '$ref');
    if (typeof ref !== 'string' || !ref.startsWith('#')) return found;
    const target = ref
      .slice(1)
      .split('/')
      .filter((part) => part !== '')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
      .reduce<unknown>((value, part) => (Array.isArray(value) ? value[Number(part)] : memberOf(value, part)), root);
    const { $ref: _, ...rest } = found;
    if (!isObject(target)) return rest;
    found = Object.keys(rest).length > 0 ? { ...target, ...rest } : target;
  }
  return {};
}

/** The fields as `ui:order` has them. */
export function inOrder(fields: readonly Field[], ui: unknown, notes: Notes): readonly Field[] {
  const order = textsOf(memberOf(ui, 'ui:order'));
  if (memberOf(ui, 'ui:field') !== undefined) notes.add('notKept', 'part', '#', { what: 'ui:field' });
  if (order.length === 0) return fields;
  const rest = fields.filter(({ name }) => !order.includes(name));
  const named = (names: readonly string[]) => names.flatMap((name) => fields.filter((field) => field.name === name));
  const star = order.indexOf('*');
  if (star === -1) return [...named([...new Set(order)]), ...rest];
  return [...named([...new Set(order.slice(0, star))]), ...rest, ...named([...new Set(order.slice(star + 1))])];
}
