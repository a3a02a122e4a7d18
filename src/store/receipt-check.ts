import type { JWK } from 'jose';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { fetchWithLimit } from './push.ts';

/** What a receipt has to name for it to be about this form and no other. */
export interface Expected {
  readonly id: string;
  readonly form: string;
  readonly formVersion: string;
}

export interface Proof {
  readonly receipt: Receipt;
  readonly jws: string;
}

/** Asks the service for the signed receipt and believes nothing but the signature and what it covers. */
export async function fetchProof(
  expected: Expected,
  receiptKeys: readonly JWK[],
): Promise<Outcome<Proof, 'notProved' | 'noConnection'>> {
  let jws: string;
  let readReceipt: typeof import('#sealing/receipts.ts').readReceipt;
  try {
    ({ readReceipt } = await import('#sealing/receipts.ts'));
    const response = await fetchWithLimit(`${location.origin}/intake/receipts/${encodeURIComponent(expected.id)}`);
    if (!response.ok) return bad('notProved');
    jws = (await response.text()).trim();
  } catch {
    return bad('noConnection');
  }
  const read = await readReceipt(jws, receiptKeys);
  return read.ok && isAbout(read.value, expected) ? good({ receipt: read.value, jws }) : bad('notProved');
}

function isAbout(receipt: Receipt, { id, form, formVersion }: Expected): boolean {
  return (
    receipt.id === id &&
    receipt.hash === id.slice(id.indexOf(':') + 1) &&
    receipt.form === form &&
    receipt.formVersion === formVersion
  );
}
