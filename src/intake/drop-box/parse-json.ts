import { parse, type ValueNode } from '@humanwhocodes/momoa';
import type { Json } from '#core/canonical-json.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';

export type JsonProblem = 'notJson' | 'tooDeep' | 'duplicateKey' | 'forbiddenKey';

/** What is sealed has few levels; what is made of conditions inside conditions has more. */
const DEEPEST = 12;

/**
 * Reads JSON that has one meaning only. Of duplicate keys CouchDB takes the last and others the first,
 * so what was checked could differ from what is stored: they are refused, as are `__proto__` and its like.
 */
export function parseJson(text: string, deepest = DEEPEST): Outcome<Json, JsonProblem> {
  // Before the parser, which calls itself for every level.
  if (isDeeperThan(text, deepest)) return bad('tooDeep');

  let root: ValueNode;
  try {
    root = parse(text, { mode: 'json' }).body;
  } catch {
    return bad('notJson');
  }
  return toValue(root);
}

function isDeeperThan(text: string, deepest: number): boolean {
  let depth = 0;
  for (let place = 0; place < text.length; place += 1) {
    const character = text[place];
    if (character === '"') {
      place = endOfString(text, place);
    } else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (character === '}' || character === ']') {
      depth -= 1;
    }
  }
  return false;
}

function endOfString(text: string, start: number): number {
  let place = start + 1;
  while (place < text.length && text[place] !== '"') place += text[place] === '\\' ? 2 : 1;
  return place;
}

function toValue(node: ValueNode): Outcome<Json, JsonProblem> {
  switch (node.type) {
    case 'Object':
      return toObject(node);
    case 'Array':
      return toArray(node);
    case 'String':
    case 'Number':
    case 'Boolean':
      return good(node.value);
    case 'Null':
      return good(null);
    default:
      return bad('notJson');
  }
}

type ObjectNode = Extract<ValueNode, { type: 'Object' }>;
type ArrayNode = Extract<ValueNode, { type: 'Array' }>;

const FORBIDDEN_KEYS = ['__proto__', 'constructor', 'prototype'];

function toObject({ members }: ObjectNode): Outcome<Json, JsonProblem> {
  const fields = new Map<string, Json>();
  for (const { name, value } of members) {
    if (name.type !== 'String') return bad('notJson');
    if (FORBIDDEN_KEYS.includes(name.value)) return bad('forbiddenKey');
    if (fields.has(name.value)) return bad('duplicateKey');
    const read = toValue(value);
    if (!read.ok) return read;
    fields.set(name.value, read.value);
  }
  return good(Object.fromEntries(fields));
}

function toArray({ elements }: ArrayNode): Outcome<Json, JsonProblem> {
  const values: Json[] = [];
  for (const { value } of elements) {
    const read = toValue(value);
    if (!read.ok) return read;
    values.push(read.value);
  }
  return good(values);
}
