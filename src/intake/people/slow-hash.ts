import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Passphrase } from './passphrase.ts';

// OWASP, password storage: 128 MiB and about a third of a second for each guess at a stolen store.
export const SCRYPT_COST = 2 ** 17;
const BLOCK = 8;
const BYTES_OF_COST = 128 * BLOCK;
const LENGTH = 32;

const AT_ONCE = 2;
const MOST_WAITING = 60;

/** Hashes that take long on purpose. `busy`: too many are being worked out; nothing was done. */
export interface SlowHash {
  /** What to keep of a passphrase, with the salt and the cost in it. */
  hash(passphrase: Passphrase): Promise<Outcome<string, 'busy'>>;
  /** Whether it is the passphrase of a kept hash. With none to compare the same work is done, and the answer is no. */
  matches(typed: Passphrase, kept: string | undefined): Promise<Outcome<boolean, 'busy'>>;
}

/** Two at once, so that a crowd (or an attack) takes 256 MiB and not all there is. */
export function makeSlowHash(cost: number): SlowHash {
  const nobodys = { cost, salt: randomBytes(16), hash: undefined };
  const waiting: (() => void)[] = [];
  let running = 0;

  async function slowly(passphrase: Passphrase, salt: Buffer, cost: number): Promise<Outcome<Buffer, 'busy'>> {
    if (running < AT_ONCE) running += 1;
    else if (waiting.length >= MOST_WAITING) return bad('busy');
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return good(await derived(passphrase, salt, cost));
    } finally {
      // The place goes to the next one, or is free.
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  }

  return {
    async hash(passphrase) {
      const salt = randomBytes(16);
      const worked = await slowly(passphrase, salt, cost);
      if (!worked.ok) return worked;
      return good(['scrypt', cost, salt.toString('base64url'), worked.value.toString('base64url')].join(':'));
    },
    async matches(typed, kept) {
      const { hash, ...how } = kept === undefined ? nobodys : read(kept);
      const worked = await slowly(typed, how.salt, how.cost);
      return worked.ok ? good(hash !== undefined && timingSafeEqual(worked.value, hash)) : worked;
    },
  };
}

function read(kept: string) {
  const [, cost, salt = '', hash = ''] = kept.split(':');
  return { cost: Number(cost), salt: Buffer.from(salt, 'base64url'), hash: Buffer.from(hash, 'base64url') };
}

function derived(passphrase: Passphrase, salt: Buffer, cost: number): Promise<Buffer> {
  const options = { N: cost, r: BLOCK, p: 1, maxmem: 2 * cost * BYTES_OF_COST };
  return new Promise((resolve, reject) => {
    scrypt(passphrase, salt, LENGTH, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
