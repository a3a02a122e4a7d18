import { bad, good, type Outcome } from '#core/outcome.ts';
import type { Clock } from '../clock.ts';
import type { Collection } from '../shelf/collection.ts';
import { foldName, type KeptPerson, type Person, toPerson } from './person.ts';
import { hashOf, newCode, newPersonId, parseCode } from './secrets.ts';

/** A code and until when it works (ISO 8601). It is shown once, and never again. */
export interface Invited {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** How somebody stands: `invited` has a code that works, `waiting` had one, `joined` can sign in, `revoked` no more. */
export type Standing = 'invited' | 'waiting' | 'joined' | 'revoked';

export interface Listed extends Person {
  readonly standing: Standing;
  readonly expiresAt?: string;
}

/** What a coordinator does about people, from the command line. */
export interface PeopleDesk {
  invite(asked: Pick<Person, 'name' | 'role' | 'groups'>): Promise<Outcome<Invited, 'nameTaken'>>;
  list(): Promise<readonly Listed[]>;
  /** Answers the groups they have then. */
  changeGroups(
    id: string,
    changes: { readonly add: readonly string[]; readonly remove: readonly string[] },
  ): Promise<Outcome<readonly string[], 'unknownPerson'>>;
  /** Takes the access away at once, on every device. */
  revoke(id: string): Promise<Outcome<string, 'unknownPerson'>>;
  /** A new code; the old passphrase and every session end at once. It lets in again who was revoked. */
  reset(id: string): Promise<Outcome<Invited, 'unknownPerson'>>;
}

/** All that is known about people, on a store's collection. */
export interface People extends PeopleDesk {
  byId(id: string): Promise<KeptPerson | undefined>;
  byName(typed: string): Promise<KeptPerson | undefined>;
  /** Whom a code invites, while it works. */
  byCode(typed: string): Promise<KeptPerson | undefined>;
  /** Uses the code up and keeps the passphrase's hash: once, whoever else holds the code. */
  join(typed: string, passphrase: string): Promise<KeptPerson | undefined>;
  change(id: string, change: (before: KeptPerson) => KeptPerson): Promise<KeptPerson | undefined>;
}

const CODE_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1000;

export function peopleOn(kept: Collection, now: Clock): People {
  const nowMs = () => Date.parse(now());
  const byId = async (id: string) => (await kept.read(`person:${id}`)) as KeptPerson | undefined;

  async function change(id: string, make: (before: KeptPerson) => KeptPerson | undefined) {
    const after = await kept.change(`person:${id}`, (before) => {
      const made = before && make(before as unknown as KeptPerson);
      return made && { ...made };
    });
    return after as unknown as KeptPerson | undefined;
  }

  async function newInvitation(id: string) {
    const code = newCode();
    const hash = hashOf(code);
    const expiresAt = new Date(nowMs() + CODE_DAYS * DAY_MS).toISOString();
    await kept.keep({ _id: `invitation:${hash}`, kind: 'invitation', person: id });
    return { code, invitation: { hash, expiresAt } };
  }

  const isOpen = ({ invitation, revokedAt }: KeptPerson, hash: string) =>
    invitation?.hash === hash && revokedAt === undefined && nowMs() < Date.parse(invitation.expiresAt);

  async function byCode(typed: string) {
    const code = parseCode(typed);
    if (code === undefined) return undefined;
    const hash = hashOf(code);
    const pointer = await kept.read(`invitation:${hash}`);
    const person = pointer && (await byId(String(pointer['person'])));
    return person && isOpen(person, hash) ? person : undefined;
  }

  return {
    byId,
    change,
    byCode,

    async byName(typed) {
      const pointer = await kept.read(`name:${hashOf(foldName(typed))}`);
      return pointer && byId(String(pointer['person']));
    },

    async join(typed, passphrase) {
      const person = await byCode(typed);
      if (!person) return undefined;
      const hash = person.invitation?.hash ?? '';
      const joined = await change(person.id, (before) => {
        if (!isOpen(before, hash)) return undefined;
        const { invitation: _, ...rest } = before;
        return { ...rest, passphrase, epoch: before.epoch + 1 };
      });
      if (joined) await kept.remove(`invitation:${hash}`);
      return joined;
    },

    async invite({ name, role, groups }) {
      const id = newPersonId();
      const isNew = await kept.keep({ _id: `name:${hashOf(foldName(name))}`, kind: 'name', person: id });
      if (isNew !== 'new') return bad('nameTaken');
      const { code, invitation } = await newInvitation(id);
      const person: KeptPerson = {
        _id: `person:${id}`,
        kind: 'person',
        version: 1,
        id,
        name: name.trim().replace(/\s+/g, ' '),
        role,
        groups: [...new Set(groups)].sort(),
        invitation,
        devices: [],
        epoch: 0,
      };
      await kept.keep({ ...person });
      return good({ id, code, expiresAt: invitation.expiresAt });
    },

    async list() {
      const listed: Listed[] = [];
      for await (const document of kept.all('person:')) {
        const person = document as unknown as KeptPerson;
        const { invitation } = person;
        const expires = invitation ? { expiresAt: invitation.expiresAt } : {};
        listed.push({ ...toPerson(person), standing: standingOf(person, nowMs()), ...expires });
      }
      return listed.sort((a, b) => (foldName(a.name) < foldName(b.name) ? -1 : 1));
    },

    async changeGroups(id, { add, remove }) {
      const changed = await change(id, (before) => ({
        ...before,
        groups: [...new Set([...before.groups, ...add])].filter((group) => !remove.includes(group)).sort(),
      }));
      return changed ? good(changed.groups) : bad('unknownPerson');
    },

    async revoke(id) {
      const changed = await change(id, (before) => {
        const { passphrase: _, invitation: __, ...rest } = before;
        return { ...rest, devices: [], epoch: before.epoch + 1, revokedAt: now() };
      });
      return changed ? good(changed.name) : bad('unknownPerson');
    },

    async reset(id) {
      if (!(await byId(id))) return bad('unknownPerson');
      const { code, invitation } = await newInvitation(id);
      await change(id, (before) => {
        const { passphrase: _, revokedAt: __, ...rest } = before;
        return { ...rest, devices: [], invitation, epoch: before.epoch + 1 };
      });
      return good({ id, code, expiresAt: invitation.expiresAt });
    },
  };
}

function standingOf(person: KeptPerson, nowMs: number): Standing {
  if (person.revokedAt !== undefined) return 'revoked';
  if (person.passphrase !== undefined) return 'joined';
  return person.invitation && nowMs < Date.parse(person.invitation.expiresAt) ? 'invited' : 'waiting';
}
