import { createHash, randomBytes, randomInt } from 'node:crypto';

/** What a cookie holds: 32 bytes of chance. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

export function isToken(text: string | undefined): text is string {
  return text !== undefined && TOKEN.test(text);
}

/** What is kept of a secret that is chance enough to need no slow hash. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

// Without vowels, so no words, and without what looks or sounds alike: as in references.
const LETTERS = '234679CDFGHJKMNPQRTVWXYZ';
const CODE_LENGTH = 12;

/** An invitation code such as `7KFM-2PQX-9DGT`: 24^12 of them, to be read out on the phone. */
export function newCode(): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as it was typed, in the one form in which it is hashed; nothing if it cannot be one. */
export function parseCode(typed: string): string | undefined {
  const letters = typed.toUpperCase().replace(/[\s-]/g, '');
  const isCode = letters.length === CODE_LENGTH && [...letters].every((letter) => LETTERS.includes(letter));
  return isCode ? letters.replace(/(.{4})(?=.)/g, '$1-') : undefined;
}

const ID_LETTERS = '23456789cdfghjkmnpqrtvwxyz';

/** A person's id, such as `p-7kfm2pqx`: chance, so that it says nothing of a name. */
export function newPersonId(): string {
  return `p-${Array.from({ length: 8 }, () => ID_LETTERS[randomInt(ID_LETTERS.length)]).join('')}`;
}
