import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { makeKeyFiles, RECEIPTS, readContentKey, readKeysOf } from './key-files.ts';
import { recipientsOf } from './recipients.ts';

/** The public keys as the site publishes them (`wayin/keys.json`). */
export interface PublicKeys {
  readonly recipients: { readonly [recipient: string]: JWK };
  readonly receipts: readonly JWK[];
}

export interface ReadyKeys {
  readonly publicKeys: PublicKeys;
  /** Signs receipts. */
  readonly signingKey: JWK;
}

/**
 * The keys of this installation, made on the first run where there are none. A public key that an operator
 * put into `content/keys/` comes before one that we made. Older receipt keys stay published: phones hold their receipts.
 */
export async function readyKeys(project: string, folder: string): Promise<ReadyKeys> {
  const recipients: Record<string, JWK> = {};
  for (const recipient of await recipientsOf(project)) {
    recipients[recipient] = await publicKeyOf(project, folder, recipient);
  }

  const [newest] = await readKeysOf(folder, RECEIPTS, 'private');
  const signingKey = newest ?? (await makeKeyFiles(folder, RECEIPTS)).privateKey;
  return { publicKeys: { recipients, receipts: await readKeysOf(folder, RECEIPTS, 'public') }, signingKey };
}

async function publicKeyOf(project: string, folder: string, recipient: string): Promise<JWK> {
  return (await findPublicKey(project, folder, recipient)) ?? (await makeKeyFiles(folder, recipient)).publicKey;
}

/** The key that a service is written to now, if it has one. */
export async function findPublicKey(project: string, folder: string, recipient: string): Promise<JWK | undefined> {
  const chosen = join(project, 'content', 'keys', `${recipient}.json`);
  if (existsSync(chosen)) return readContentKey(chosen);
  return (await readKeysOf(folder, recipient, 'public'))[0];
}
