import { bad, good, type Outcome } from '#core/outcome.ts';
import { fetchWithLimit } from '../push.ts';
import type { Organiser, Role } from './signed-in.ts';

/** Why somebody is not signed in. */
export type SignInProblem = (typeof PROBLEMS)[number];

const PROBLEMS = [
  'notSignedIn',
  'wrongNameOrPassphrase',
  'codeNotKnown',
  'passphraseTooShort',
  'passphraseTooLong',
  'passphraseCommon',
  'wait',
  'busy',
  'noConnection',
  'strangeAnswer',
  'serverTrouble',
] as const;

const api = (path: string) => `${location.origin}/organise/api/${path}`;

async function ask(path: string, body?: object): Promise<Outcome<unknown, SignInProblem>> {
  let response: Response;
  try {
    response = await fetchWithLimit(
      api(path),
      body === undefined
        ? { headers: { accept: 'application/json' } }
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: 'application/json', 'x-wayin': '1' },
            body: JSON.stringify(body),
          },
      'same-origin',
    );
  } catch {
    return bad('noConnection');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return good(answer);
  const code = isObject(answer) ? answer['problem'] : undefined;
  return bad(PROBLEMS.find((problem) => problem === code) ?? toSignInProblem(response.status));
}

function toSignInProblem(status: number): SignInProblem {
  if (status === 401) return 'notSignedIn';
  if (status === 429) return 'wait';
  return status >= 500 ? 'serverTrouble' : 'strangeAnswer';
}

/** Whom the service takes us for, with the names of those who work on the same groups. */
export async function whoAmI(): Promise<Outcome<Organiser, SignInProblem>> {
  const [answer, names] = await Promise.all([ask('me'), ask('names')]);
  if (!answer.ok) return answer;
  const organiser = parseOrganiser(answer.value, names.ok ? names.value : undefined);
  // A sign-in page of a public Wi-Fi, say.
  return organiser ? good(organiser) : bad('strangeAnswer');
}

/** Signs in with a passphrase. */
export async function signIn(name: string, passphrase: string): Promise<Outcome<Organiser, SignInProblem>> {
  return thenMe(await ask('sign-in', { name, passphrase }));
}

/** Takes up an invitation: its code works once, and the passphrase is the person's own from then on. */
export async function join(code: string, passphrase: string): Promise<Outcome<Organiser, SignInProblem>> {
  return thenMe(await ask('join', { code, passphrase }));
}

/** Ends the session here, or all sessions of the person. */
export async function signOutThere(everywhere: boolean): Promise<Outcome<'out', SignInProblem>> {
  const answer = await ask('sign-out', everywhere ? { everywhere: true } : {});
  if (answer.ok || answer.problem === 'notSignedIn') return good('out');
  return answer;
}

/** What the cookie is worth is asked anew: a browser that refuses cookies is not signed in. */
async function thenMe(answer: Outcome<unknown, SignInProblem>): Promise<Outcome<Organiser, SignInProblem>> {
  return answer.ok ? whoAmI() : answer;
}

const ROLES: readonly string[] = ['organiser', 'editor', 'coordinator'] satisfies readonly Role[];

function parseOrganiser(given: unknown, names: unknown): Organiser | undefined {
  if (!isObject(given)) return undefined;
  const { id, name, role, groups } = given;
  if (typeof id !== 'string' || typeof name !== 'string' || !Array.isArray(groups)) return undefined;
  if (typeof role !== 'string' || !ROLES.includes(role)) return undefined;
  return {
    id,
    name,
    role: role as Role,
    groups: groups.map(String),
    others: isObject(names) ? Object.fromEntries(Object.entries(names).map(([who, said]) => [who, String(said)])) : {},
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
