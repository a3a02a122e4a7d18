import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { type DraftToCarry, parseCarried } from '#core/forms/draft.ts';
import { bad, good, type Outcome } from '#core/outcome.ts';
import { sha256Hex } from './hash.ts';

/**
 * `notOurFile`: something else. `finishedForm`: sealed for the service, which alone can open it. `newer`: made by a
 * newer Way In. `damaged`: not as it was saved. `wrongPassphrase`: whole, and locked with another passphrase.
 */
export type FileProblem = 'notOurFile' | 'finishedForm' | 'newer' | 'damaged' | 'wrongPassphrase';

const KIND = 'wayin-draft';
const VERSION = 1;
const ALGORITHM = 'PBES2-HS512+A256KW';
// Of what every browser's WebCrypto has, the slowest to guess. OWASP (2023) asks for 210,000 rounds of HMAC-SHA-512.
const ROUNDS = 600_000;
// A file may not ask for so many that the device stands still.
const MOST_ROUNDS = 3_000_000;
const SMALLEST_BYTES = 4096;
/** No draft of ours is larger; a larger file need not be read. */
export const LARGEST_FILE_BYTES = 64 * 1024 * 1024;

/** Locks a draft with a passphrase, for a file. Nothing readable says which form it is, or how much was written. */
export async function lockDraft(draft: DraftToCarry, passphrase: string, rounds = ROUNDS): Promise<string> {
  const sealed = await new CompactEncrypt(padded(JSON.stringify(draft)))
    .setProtectedHeader({ alg: ALGORITHM, enc: 'A256GCM' })
    .setKeyManagementParameters({ p2c: rounds })
    .encrypt(secretOf(passphrase));
  return JSON.stringify({ kind: KIND, version: VERSION, sealed, check: await sha256Hex(sealed) }, undefined, 1);
}

/** Opens such a file. The hash beside the seal tells a damaged file from a wrong passphrase: a cipher cannot. */
export async function unlockDraft(text: string, passphrase: string): Promise<Outcome<DraftToCarry, FileProblem>> {
  const file = parseJson(text);
  if (file === undefined) return bad(text.includes(KIND) ? 'damaged' : 'notOurFile');
  if (file['kind'] !== KIND) return bad('_id' in file && 'sealed' in file ? 'finishedForm' : 'notOurFile');
  const { version, sealed, check } = file;
  if (typeof version === 'number' && version > VERSION) return bad('newer');
  if (version !== VERSION || typeof sealed !== 'string' || check !== (await sha256Hex(sealed))) return bad('damaged');

  const opened = await decrypt(sealed, passphrase);
  if (!opened.ok) return opened;
  const carried = parseCarried(parseJson(opened.value));
  if (carried.ok) return carried;
  return bad(carried.problem === 'newer' ? 'newer' : 'damaged');
}

async function decrypt(sealed: string, passphrase: string): Promise<Outcome<string, FileProblem>> {
  try {
    const { plaintext } = await compactDecrypt(sealed, secretOf(passphrase), {
      keyManagementAlgorithms: [ALGORITHM],
      contentEncryptionAlgorithms: ['A256GCM'],
      maxPBES2Count: MOST_ROUNDS,
    });
    return good(new TextDecoder().decode(plaintext));
  } catch (error) {
    return bad(error instanceof errors.JWEDecryptionFailed ? 'wrongPassphrase' : 'damaged');
  }
}

/** The same passphrase from any keyboard: accents composed, spaces single, none at the ends (after RFC 8265 §4.2). */
function secretOf(passphrase: string): Uint8Array {
  return new TextEncoder().encode(passphrase.normalize('NFC').replace(/\s+/gu, ' ').trim());
}

// White space after JSON means nothing to its reader. Each class is twice the one before.
function padded(json: string): Uint8Array {
  const bytes = new TextEncoder().encode(json);
  let size = SMALLEST_BYTES;
  while (size < bytes.length) size *= 2;
  const filled = new Uint8Array(size).fill(0x20);
  filled.set(bytes);
  return filled;
}

function parseJson(text: string): { readonly [name: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : undefined;
  } catch {
    return undefined;
  }
}
