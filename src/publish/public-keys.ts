import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A public key as JSON (RFC 7517). */
export type PublicKey = { readonly kid: string; readonly [member: string]: unknown };

/** What a page needs to seal and to believe a receipt: public keys only. */
export interface PublicKeys {
  /** The key of each receiving service, by recipient id. */
  readonly recipients: { readonly [recipient: string]: PublicKey };
  /** The intake's keys for receipts: the one in use, and those before it. */
  readonly receipts: readonly PublicKey[];
}

const FOLDER = 'content/keys';

/** The keys to build in: from the file that `wayin start` names, or else those an operator committed in `content/keys`. */
export function publicKeys(): PublicKeys {
  const file = process.env.WAYIN_PUBLIC_KEYS;
  if (file) return JSON.parse(readFileSync(file, 'utf8')) as PublicKeys;
  const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.json')) : [];
  const keys = files.map((name): [string, { jwk: PublicKey }] => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(join(FOLDER, name), 'utf8')),
  ]);
  return {
    recipients: Object.fromEntries(keys.filter(([id]) => id !== 'receipts').map(([id, { jwk }]) => [id, jwk])),
    receipts: keys.flatMap(([id, { jwk }]) => (id === 'receipts' ? [jwk] : [])),
  };
}
