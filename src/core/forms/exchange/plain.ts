import { ImportProblemFound, LIMITS } from './kept.ts';

/** A JSON object of unknown content. Only its own members are ever looked at. */
export type Plain = { readonly [key: string]: unknown };

/** The value as an object; an empty one where it is something else. */
export function objectOf(value: unknown): Plain {
  return isObject(value) ? value : NOTHING;
}

const NOTHING: Plain = Object.freeze(Object.create(null));

export function isObject(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own member. `__proto__` and its like are never one of a form. */
export function memberOf(value: unknown, key: string): unknown {
  return isObject(value) && !isReserved(key) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The members of an object, in order, without those whose name every object has. */
export function membersOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isObject(value) ? Object.entries(value).filter(([key]) => !isReserved(key)) : [];
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text, or a number or truth value as one. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).flatMap((one) => textOf(one) ?? []);
}

export function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** Whether every object has a member of that name, so that it can name nothing of a form. */
export function isReserved(key: string): boolean {
  return key === '__proto__' || key in Object.prototype;
}

/** Refuses what is nested so deep that reading it could not end. */
export function checkDepth(value: unknown): void {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > LIMITS.depth * 2) throw new ImportProblemFound('tooDeep', '', { limit: LIMITS.depth * 2 });
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
}
