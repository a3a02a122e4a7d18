import { bad, good, type Outcome } from '../outcome.ts';
import { isEnvelopeId } from './envelope.ts';
import type { Receipt } from './receipt.ts';

const NEEDED = ['id', 'hash', 'form', 'formVersion', 'receivedAt'];
const DATES = ['respondBy', 'seenBy'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/;
const MONTH = /^\d{4}-\d{2}$/;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Reads what a signature covers. A receipt for equality answers must not tell more than the month. */
export function parseReceipt(given: unknown): Outcome<Receipt, 'notAReceipt'> {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return bad('notAReceipt');
  const fields = given as { readonly [key: string]: unknown };

  const known = Object.keys(fields).every((key) => NEEDED.includes(key) || DATES.includes(key));
  const complete = NEEDED.every((key) => typeof fields[key] === 'string');
  const datesFit = DATES.every((key) => fields[key] === undefined || isLike(fields[key], DATE));
  if (!known || !complete || !datesFit) return bad('notAReceipt');

  const { id, hash, receivedAt } = fields;
  if (!isEnvelopeId(id) || id.slice(id.indexOf(':') + 1) !== hash) return bad('notAReceipt');
  if (!isLike(receivedAt, id.startsWith('monitoring:') ? MONTH : INSTANT)) return bad('notAReceipt');
  return good(fields as unknown as Receipt);
}

function isLike(value: unknown, pattern: RegExp): boolean {
  return typeof value === 'string' && pattern.test(value);
}
