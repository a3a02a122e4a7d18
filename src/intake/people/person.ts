/** `organiser`: their own groups. `editor`: wording and new groups of all. `coordinator`: sees all, hands out codes. */
export type Role = 'organiser' | 'editor' | 'coordinator';

export const ROLES = ['organiser', 'editor', 'coordinator'] as const satisfies readonly Role[];

/** Somebody who may sign in, as the rest of the intake and the person themselves see it. Residents are never one. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** The ids of an organiser's groups; of no meaning for the other roles, who see all. */
  readonly groups: readonly string[];
}

/** A code that lets one person choose a passphrase, once. Only its hash is kept. */
export interface Invitation {
  readonly hash: string;
  readonly expiresAt: string;
}

/** Somebody as they are kept. */
export interface KeptPerson extends Person {
  readonly _id: string;
  readonly kind: 'person';
  readonly version: 1;
  /** A salted scrypt hash; nobody signs in without one. */
  readonly passphrase?: string;
  readonly invitation?: Invitation;
  /** Hashes of the marks of browsers on which they signed in before, the newest last. */
  readonly devices: readonly string[];
  /** Goes up by one when all their sessions end. */
  readonly epoch: number;
  /** When their access was taken away. The name stays: it stands beside what they changed. */
  readonly revokedAt?: string;
}

/** A signed-in browser. The id is the hash of what its cookie holds, so that a copy of the store opens nothing. */
export interface KeptSession {
  readonly _id: string;
  readonly kind: 'session';
  readonly person: string;
  readonly epoch: number;
  readonly renewedAt: string;
  readonly expiresAt: string;
}

/** What others may see of somebody. */
export function toPerson({ id, name, role, groups }: KeptPerson): Person {
  return { id, name, role, groups };
}

/** The name by which somebody is found: however they type its case, accents' encoding and spaces. */
export function foldName(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
