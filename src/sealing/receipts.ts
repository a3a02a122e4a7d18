import { CompactSign, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { bad, type Outcome } from '#core/outcome.ts';
import { parseReceipt } from '#core/submission/parse-receipt.ts';
import type { Receipt } from '#core/submission/receipt.ts';
import { SIGNING_ALGORITHM } from './keys.ts';

// A type of its own, so that nothing else signed with this key can pass for a receipt (RFC 8725 §3.11).
const TYPE = 'wayin-receipt+jwt';

export type ReceiptProblem = 'notAReceipt' | 'unknownKey' | 'wrongSignature';

/** The receipt as a compact JWS. */
export async function signReceipt(receipt: Receipt, privateKey: JWK): Promise<string> {
  if (privateKey.kid === undefined) throw new Error('A signing key without a kid cannot be told from another.');
  return new CompactSign(new TextEncoder().encode(JSON.stringify(receipt)))
    .setProtectedHeader({ alg: SIGNING_ALGORITHM, typ: TYPE, kid: privateKey.kid })
    .sign(await importJWK(privateKey, SIGNING_ALGORITHM));
}

/** What the intake signed. Anything else, an HTML page from a proxy included, is not a receipt. */
export async function readReceipt(jws: string, publicKeys: readonly JWK[]): Promise<Outcome<Receipt, ReceiptProblem>> {
  const header = headerOf(jws);
  if (header?.typ !== TYPE || header.alg !== SIGNING_ALGORITHM) return bad('notAReceipt');
  const publicKey = publicKeys.find((key) => key.kid === header.kid);
  if (!publicKey) return bad('unknownKey');

  const payload = await verified(jws, publicKey);
  return payload === undefined ? bad('wrongSignature') : parseReceipt(payload);
}

function headerOf(jws: string) {
  try {
    return decodeProtectedHeader(jws);
  } catch {
    return undefined;
  }
}

async function verified(jws: string, publicKey: JWK): Promise<unknown> {
  try {
    const key = await importJWK(publicKey, SIGNING_ALGORITHM);
    const { payload } = await compactVerify(jws, key, { algorithms: [SIGNING_ALGORITHM] });
    return JSON.parse(new TextDecoder().decode(payload));
  } catch {
    return undefined;
  }
}
