import type { PeopleDesk } from '#intake/people/people.ts';
import { peopleOn } from '#intake/people/people.ts';
import type { Role } from '#intake/people/person.ts';
import type { RunningIntake } from './running-intake.ts';

/** A browser as far as signing in needs one: it keeps cookies and says where a call comes from. */
export interface Browser {
  post(path: string, body: object, headers?: Record<string, string>): Promise<Response>;
  get(path: string): Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** A browser that calls `/organise/api/…`, as if from an address (a proxy on this machine may say which). */
export function aBrowser(url: string, address = '203.0.113.7'): Browser {
  const cookies = new Map<string, string>();
  const call = async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/organise/api/${path}`, {
      method,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-for': address,
        ...(body ? { 'content-type': 'application/json', 'x-wayin': '1', origin: url } : {}),
        ...headers,
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    return response;
  };
  return {
    cookies,
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
  };
}

export const PASSPHRASE = 'seven wet otters sing';

export function peopleOf(intake: RunningIntake): PeopleDesk {
  return peopleOn(intake.store.collections.people, () => '2026-04-02T10:00:00+01:00');
}

/** Somebody who was invited and has joined, in a browser that is signed in. */
export async function aPerson(
  intake: RunningIntake,
  name: string,
  role: Role = 'organiser',
  groups: readonly string[] = ['saturday-cafe'],
): Promise<{ readonly id: string; readonly browser: Browser }> {
  const invited = await peopleOf(intake).invite({ name, role, groups });
  if (!invited.ok) throw new Error(invited.problem);
  const browser = aBrowser(intake.url);
  const { status } = await browser.post('join', { code: invited.value.code, passphrase: PASSPHRASE });
  if (status !== 200) throw new Error(`Joining answers ${status}.`);
  return { id: invited.value.id, browser };
}
