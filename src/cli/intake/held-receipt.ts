import { decodeJwt } from 'jose';
import { parseReceipt } from '#core/submission/parse-receipt.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import type { Held } from '#intake/shelf/shelf.ts';

/** What our own receipt says. Nothing where a power cut took it and no device has asked for it since. */
export function receiptOf({ receipt }: Held): Receipt | undefined {
  if (receipt === undefined) return undefined;
  const read = parseReceipt(decodeJwt(receipt));
  return read.ok ? read.value : undefined;
}
