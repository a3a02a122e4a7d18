import { ENTITIES, type Entity, type Shape } from './entities.ts';

/** What is wrong with a row, where in it. */
export interface Fault {
  readonly path: string;
  readonly code:
    | 'missing'
    | 'notText'
    | 'notNumber'
    | 'notList'
    | 'notObject'
    | 'notUuid'
    | 'notAddress'
    | 'notEmail'
    | 'notMoment'
    | 'notOneOf';
}

/**
 * `exact`: as the standard has it, for what we publish. `loose`: as real feeds are. There, an empty value counts as absent, a number
 * may stand in quotes, ids and addresses have any shape; only a value of another type is a fault.
 */
export type Strictness = 'exact' | 'loose';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const ADDRESS = /^[a-z][a-z\d+.-]*:\/\/[^\s<>"]+$/i;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** The first fault of a row, or nothing. */
export function faultIn(entity: Entity, row: unknown, strictness: Strictness, path = ''): Fault | undefined {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return { path: path || '.', code: 'notObject' };
  const { needs, fields } = ENTITIES[entity];
  const values = row as { readonly [field: string]: unknown };

  if (strictness === 'exact') {
    const missing = needs.find((field) => isAbsent(values[field]));
    if (missing !== undefined) return { path: join(path, missing), code: 'missing' };
  }
  for (const [field, shape] of Object.entries(fields)) {
    const value = Object.hasOwn(values, field) ? values[field] : undefined;
    if (value === undefined || (strictness === 'loose' && isAbsent(value))) continue;
    const fault = faultOfValue(shape, value, strictness, join(path, field));
    if (fault) return fault;
  }
  return undefined;
}

function faultOfValue(shape: Shape, value: unknown, strictness: Strictness, path: string): Fault | undefined {
  if (typeof shape === 'object' && 'one' in shape) return faultIn(shape.one, value, strictness, path);
  if (typeof shape === 'object' && 'list' in shape) {
    if (!Array.isArray(value)) return { path, code: 'notList' };
    for (const [index, one] of value.entries()) {
      const fault = faultIn(shape.list, one, strictness, `${path}.${index}`);
      if (fault) return fault;
    }
    return undefined;
  }
  if (shape === 'number') {
    const quoted = strictness === 'loose' && typeof value === 'string' && Number.isFinite(Number(value));
    return Number.isFinite(value) || quoted ? undefined : { path, code: 'notNumber' };
  }
  if (typeof value !== 'string') {
    const number = strictness === 'loose' && typeof value === 'number' && shape !== 'uuid';
    return number ? undefined : { path, code: 'notText' };
  }
  if (strictness === 'loose') return undefined;
  if (typeof shape === 'object') return shape.oneOf.includes(value) ? undefined : { path, code: 'notOneOf' };
  if (shape === 'uuid') return UUID.test(value) ? undefined : { path, code: 'notUuid' };
  if (shape === 'address') return ADDRESS.test(value) ? undefined : { path, code: 'notAddress' };
  if (shape === 'email') return EMAIL.test(value) ? undefined : { path, code: 'notEmail' };
  if (shape === 'moment') return MOMENT.test(value) ? undefined : { path, code: 'notMoment' };
  return undefined;
}

/** What feeds write for "nothing". */
export function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}

const join = (path: string, field: string) => (path === '' ? field : `${path}.${field}`);
