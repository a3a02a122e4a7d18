import type { APIRequestContext, BrowserContext } from '@playwright/test';
import type { WayIn } from './way-in.ts';

const PASSPHRASE = 'seven wet otters sing';

/** Calls of one signed-in person's browser. */
export interface SignedIn {
  post(path: string, body: object): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
  get(path: string): Promise<{ readonly status: number; readonly body: Record<string, unknown> }>;
}

/** Invites somebody with the command and joins with the code, in this browser's context. */
export async function joinAs(
  wayIn: WayIn,
  { request }: BrowserContext,
  name: string,
  role: 'organiser' | 'editor' | 'coordinator',
  groups: readonly string[] = [],
): Promise<SignedIn> {
  const more = groups.length > 0 ? ['--groups', groups.join(',')] : [];
  const { stdout, stderr } = await wayIn.wayin('people', 'invite', name, '--role', role, ...more);
  const [code] = /\b[0-9A-Z]{4}(?:-[0-9A-Z]{4}){2,}\b/.exec(stdout) ?? [];
  if (code === undefined) throw new Error(`No code in: ${stdout} ${stderr}`);
  const person = callsOf(wayIn.url, request);
  const { status } = await person.post('join', { code, passphrase: PASSPHRASE });
  if (status !== 200) throw new Error(`Joining answers ${status}.`);
  return person;
}

function callsOf(url: string, request: APIRequestContext): SignedIn {
  const headers = { 'x-wayin': '1', origin: url };
  const address = (path: string) => `${url}/organise/api/${path}`;
  return {
    async post(path, body) {
      const response = await request.post(address(path), { data: body, headers });
      return { status: response.status(), body: await response.json().catch(() => ({})) };
    },
    async get(path) {
      const response = await request.get(address(path));
      return { status: response.status(), body: await response.json().catch(() => ({})) };
    },
  };
}
