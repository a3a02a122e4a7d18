const TIMEOUT_MS = 20_000;

/** CouchDB did not do what was asked. The message names the server, never the password. */
export class CouchProblem extends Error {
  override readonly name = 'CouchProblem';
  readonly code: 'unreachable' | 'refused' | 'unexpected';

  constructor(code: CouchProblem['code'], message: string) {
    super(message);
    this.code = code;
  }
}

export interface CouchAnswer {
  readonly status: number;
  readonly body: { readonly [field: string]: unknown };
}

/** One CouchDB server, spoken to over plain HTTP. */
export interface Couch {
  /** The server's address without user and password, for people to read. */
  readonly address: string;
  /** The user we are, to be named in `_security`. */
  readonly user: string | undefined;
  /** Answers with any status below 500 but 401 and 403; those, and silence, are thrown as a `CouchProblem`. */
  call(method: 'GET' | 'PUT' | 'POST', path: string, body?: unknown): Promise<CouchAnswer>;
}

/** Speaks to the server of a `COUCHDB_URL` such as `http://user:password@host:5984`. */
export function couchAt(url: URL): Couch {
  const { username, password, origin, pathname } = url;
  const base = `${origin}${pathname.replace(/\/$/, '')}`;
  const user = username === '' ? undefined : decodeURIComponent(username);
  // fetch refuses an address that carries a password.
  const headers: Record<string, string> = { accept: 'application/json', 'content-type': 'application/json' };
  if (user !== undefined) {
    headers['authorization'] = `Basic ${Buffer.from(`${user}:${decodeURIComponent(password)}`).toString('base64')}`;
  }

  async function call(method: string, path: string, body?: unknown): Promise<CouchAnswer> {
    const init: RequestInit = { method, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) };
    if (body !== undefined) init.body = JSON.stringify(body);

    let response: Response;
    try {
      response = await fetch(`${base}/${path}`, init);
    } catch {
      throw new CouchProblem('unreachable', `${base} does not answer`);
    }
    const { status } = response;
    if (status === 401 || status === 403) {
      await response.body?.cancel();
      throw new CouchProblem('refused', `${base} refuses the user or password`);
    }
    if (status >= 500) {
      await response.body?.cancel();
      throw new CouchProblem('unexpected', `${base} answers with status ${status}`);
    }
    return { status, body: await jsonOf(response, base) };
  }

  return { address: base, user, call };
}

async function jsonOf(response: Response, base: string): Promise<CouchAnswer['body']> {
  try {
    const body: unknown = await response.json();
    if (typeof body === 'object' && body !== null) return body as CouchAnswer['body'];
  } catch {
    // Falls through: a cut answer and an HTML page are the same to us.
  }
  throw new CouchProblem('unexpected', `${base} does not answer as CouchDB does`);
}
