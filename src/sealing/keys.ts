import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export const SEALING_ALGORITHM = 'ECDH-ES+A256KW';
export const SIGNING_ALGORITHM = 'ES256';

/** A public key to publish and a private key to keep; `kid`, the same in both, is the key's own fingerprint. */
export interface KeyPair {
  readonly publicKey: JWK;
  readonly privateKey: JWK;
}

/** Keys for a receiving service: anyone may seal to the public one, only the private one opens. */
export function newSealingKeys(): Promise<KeyPair> {
  return newKeys(SEALING_ALGORITHM, 'enc');
}

/** Keys for the intake's receipts. */
export function newSigningKeys(): Promise<KeyPair> {
  return newKeys(SIGNING_ALGORITHM, 'sig');
}

async function newKeys(alg: string, use: 'enc' | 'sig'): Promise<KeyPair> {
  const pair = await generateKeyPair(alg, { crv: 'P-256', extractable: true });
  const [publicKey, privateKey] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
  const kid = await calculateJwkThumbprint(publicKey);
  return { publicKey: { ...publicKey, alg, use, kid }, privateKey: { ...privateKey, alg, use, kid } };
}
