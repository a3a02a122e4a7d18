import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { type KeyPair, newSealingKeys, newSigningKeys } from '#sealing/keys.ts';
import { WrongInput } from '../problems.ts';

/** Whose keys sign receipts: it stands where others have a recipient. */
export const RECEIPTS = 'receipts';

type Half = 'private' | 'public';

interface KeyFile {
  readonly path: string;
  readonly owner: string;
  readonly half: Half;
}

const NAME = /^([a-z][a-z0-9-]*)\.[A-Za-z0-9_-]{8}\.(private|public)\.json$/;

/** The private keys that open what arrives: those in use, and all before them. */
export async function readPrivateKeys(folder: string): Promise<readonly JWK[]> {
  const files = (await keyFiles(folder)).filter(({ half, owner }) => half === 'private' && owner !== RECEIPTS);
  return Promise.all(files.map(({ path }) => readKey(path)));
}

/** One half of an owner's keys, the newest first. */
export async function readKeysOf(folder: string, owner: string, half: Half): Promise<readonly JWK[]> {
  const files = (await keyFiles(folder)).filter((file) => file.owner === owner && file.half === half);
  const dated = await Promise.all(files.map(async ({ path }) => ({ path, madeMs: (await stat(path)).mtimeMs })));
  dated.sort((a, b) => b.madeMs - a.madeMs);
  return Promise.all(dated.map(({ path }) => readKey(path)));
}

/** Makes a pair and writes both halves. A private key is for its owner's eyes only, and never written over. */
export async function makeKeyFiles(folder: string, owner: string): Promise<KeyPair & { readonly path: string }> {
  const pair = owner === RECEIPTS ? await newSigningKeys() : await newSealingKeys();
  const name = `${owner}.${(pair.publicKey.kid ?? '').slice(0, 8)}`;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${name}.private.json`);
  await writeKey(path, pair.privateKey);
  await writeKey(join(folder, `${name}.public.json`), pair.publicKey);
  return { ...pair, path };
}

/** Writes a key where no file is yet, readable by this user alone. */
export async function writeKey(path: string, key: JWK): Promise<void> {
  try {
    await writeFile(path, `${JSON.stringify(key, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    throw new WrongInput(
      `${path}: cannot be written (${(error as NodeJS.ErrnoException).code}). A key is never written over.`,
    );
  }
}

/** Reads a key file of the keys folder. */
async function readKey(path: string): Promise<JWK> {
  return toKey(path, await readJson(path));
}

/** Reads a public key of `content/keys/`, where it is one field of a content file. */
export async function readContentKey(path: string): Promise<JWK> {
  const content = await readJson(path);
  return toKey(path, (content as { readonly jwk?: unknown } | undefined)?.jwk);
}

function toKey(path: string, given: unknown): JWK {
  const key = given as JWK | undefined;
  if (key?.kty === 'EC' && typeof key.kid === 'string') return key;
  throw new WrongInput(`${path}: not a key that "wayin keys new" made. Restore the file, or move it away.`);
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
}

async function keyFiles(folder: string): Promise<readonly KeyFile[]> {
  if (!existsSync(folder)) return [];
  return (await readdir(folder)).flatMap((name) => {
    const parts = NAME.exec(name);
    if (!parts) return [];
    return [{ path: join(folder, name), owner: parts[1] as string, half: parts[2] as Half }];
  });
}
