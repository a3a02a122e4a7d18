import type { Clock } from '../clock.ts';
import type { Collection } from '../shelf/collection.ts';
import type { People } from './people.ts';
import type { KeptPerson, KeptSession } from './person.ts';
import { hashOf, newToken } from './secrets.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const SESSION_DAYS = 30;
const RENEWED_AFTER_DAYS = 7;

export const SESSION_SECONDS = (SESSION_DAYS * DAY_MS) / 1000;

/** Who is signed in where. A session lasts 30 days, and counts anew once a week for somebody who keeps coming. */
export interface Sessions {
  /** Begins one; answers what the cookie is to hold. */
  begin(person: KeptPerson): Promise<string>;
  /** Whose session it is; nothing if it ended, was ended, or never was. */
  personOf(token: string): Promise<KeptPerson | undefined>;
  /** Lengthens one that is a week old. Answers whether it did. */
  renew(token: string): Promise<boolean>;
  end(token: string): Promise<void>;
  /** Ends all of a person's at once, those on stolen devices too. */
  endAll(person: string): Promise<void>;
  /** Takes those away whose time is over: nobody signs out of a browser that was lost. */
  sweep(): Promise<void>;
}

export function sessionsOn(kept: Collection, people: People, now: Clock): Sessions {
  const idOf = (token: string) => `session:${hashOf(token)}`;
  const nowMs = () => Date.parse(now());
  const dates = () => ({
    renewedAt: now(),
    expiresAt: new Date(nowMs() + SESSION_DAYS * DAY_MS).toISOString(),
  });

  return {
    async begin({ id, epoch }) {
      const token = newToken();
      const session: KeptSession = { _id: idOf(token), kind: 'session', person: id, epoch, ...dates() };
      await kept.keep({ ...session });
      return token;
    },

    async personOf(token) {
      const session = (await kept.read(idOf(token))) as KeptSession | undefined;
      if (!session || nowMs() >= Date.parse(session.expiresAt)) return undefined;
      const person = await people.byId(session.person);
      return person && person.epoch === session.epoch && person.revokedAt === undefined ? person : undefined;
    },

    async renew(token) {
      const renewed = await kept.change(idOf(token), (before) => {
        const ageMs = before ? nowMs() - Date.parse(String(before['renewedAt'])) : 0;
        return before && ageMs >= RENEWED_AFTER_DAYS * DAY_MS ? { ...before, ...dates() } : undefined;
      });
      return renewed !== undefined;
    },

    end: (token) => kept.remove(idOf(token)),

    async endAll(person) {
      const ended = await people.change(person, (before) => ({ ...before, epoch: before.epoch + 1 }));
      const ids: string[] = [];
      for await (const session of kept.all('session:')) {
        if (session['person'] === ended?.id) ids.push(session._id);
      }
      for (const id of ids) await kept.remove(id);
    },

    async sweep() {
      const over: string[] = [];
      for await (const { _id, expiresAt } of kept.all('session:')) {
        if (nowMs() >= Date.parse(String(expiresAt))) over.push(_id);
      }
      for (const id of over) await kept.remove(id);
    },
  };
}
