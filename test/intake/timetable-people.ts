import { londonClock } from '#intake/clock.ts';
import { type People, peopleOn } from '#intake/people/people.ts';
import type { KeptPerson } from '#intake/people/person.ts';
import { sessionsOn } from '#intake/people/sessions.ts';
import { aDevice, type Device } from './organisers.ts';
import { type RunningIntake, startIntake } from './running-intake.ts';

/** Who works on the small site's timetable. */
export const PEOPLE = {
  ada: { id: 'ada', name: 'Ada', role: 'organiser', groups: ['art-table'] },
  ben: { id: 'ben', name: 'Ben', role: 'organiser', groups: ['art-table', 'slow-walk'] },
  cat: { id: 'cat', name: 'Cat', role: 'coordinator', groups: [] },
  dan: { id: 'dan', name: 'Dan', role: 'organiser', groups: ['mens-friday'] },
  fay: { id: 'fay', name: 'Fay', role: 'coordinator', groups: [] },
  eve: { id: 'eve', name: 'Eve', role: 'editor', groups: [] },
} as const;

export type Who = keyof typeof PEOPLE;

export interface TimetableIntake {
  readonly intake: RunningIntake;
  readonly people: People;
  device(who: Who): Device;
  /** A call of the sync endpoints, as a program makes it that is not PouchDB. */
  call(who: Who | undefined, path: string, init?: RequestInit): Promise<Response>;
  /** Pushes as it stands; answers the refusals by id. */
  push(who: Who, documents: readonly unknown[]): Promise<ReadonlyMap<string, string>>;
  stop(): Promise<void>;
}

/** The intake as of 1 October 2026, with these people signed in, each in one browser. */
export async function startTimetable(options: Parameters<typeof startIntake>[0] = {}): Promise<TimetableIntake> {
  const devices: Device[] = [];
  const now = londonClock('2026-10-01');
  const rateLimits = { perAddress: 1_000_000, overall: 1_000_000 };
  const intake = await startIntake({ now, rateLimits, ...options });
  const kept = intake.store.collections.people;
  const people = peopleOn(kept, now);
  const sessions = sessionsOn(kept, people, now);
  const cookies = new Map<Who | undefined, string>();
  for (const who of Object.keys(PEOPLE) as Who[]) cookies.set(who, await signIn(who));

  async function signIn(who: Who): Promise<string> {
    const person: KeptPerson = {
      _id: `person:${who}`,
      kind: 'person',
      version: 1,
      devices: [],
      epoch: 0,
      ...PEOPLE[who],
    };
    // On a second server of the same store they are there already.
    await kept.keep({ ...person });
    return `wayin=${await sessions.begin(person)}`;
  }

  const call = (who: Who | undefined, path: string, init: RequestInit = {}) =>
    fetch(`${intake.url}/intake/timetable/${path}`, {
      ...init,
      headers: {
        ...(who ? { cookie: cookies.get(who) ?? '' } : {}),
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...(init.headers as Record<string, string>),
      },
    });

  return {
    intake,
    people,
    call,
    device(who) {
      const device = aDevice(intake, who, cookies.get(who) ?? '');
      devices.push(device);
      return device;
    },
    async push(who, docs) {
      const body = JSON.stringify({ docs, new_edits: false });
      const rows = (await (await call(who, '_bulk_docs', { method: 'POST', body })).json()) as Row[];
      return new Map(rows.map(({ id, reason }) => [id, reason]));
    },
    async stop() {
      for (const device of devices) await device.end();
      await intake.stop();
    },
  };
}

interface Row {
  readonly id: string;
  readonly reason: string;
}
