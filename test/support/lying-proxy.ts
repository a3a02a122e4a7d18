import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * What the proxy does to a request that a lie is set for.
 * `cut` names when the connection dies: before the request reaches the intake, half way through it,
 * half way through the answer; or after the intake has answered, with nothing of the answer passed on.
 */
export type Lie =
  | { readonly cut: 'before' | 'during' | 'answering' | 'after' }
  | { readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body: string }
  /** Changes the request's body on its way. */
  | { readonly rewrite: (body: string) => string }
  /** Does something else while the intake has the request: the answer is passed on only if it still comes. */
  | { readonly meanwhile: () => void };

interface Rule {
  readonly path: RegExp;
  readonly lie: Lie;
  left: number;
}

export interface Seen {
  readonly method: string;
  readonly path: string;
  readonly body: string;
  readonly lied: boolean;
}

export interface LyingProxy {
  readonly url: string;
  /** Every request that came in, in order. */
  readonly seen: readonly Seen[];
  /** Lies to requests for paths like `path`, `times` times (for ever, if not said). The last lie set wins. */
  lie(path: RegExp, lie: Lie, times?: number): void;
  /** From now on everything goes through as it is. */
  beHonest(): void;
  close(): Promise<void>;
}

/** A real HTTP proxy between the browser and the intake, which can be told to lie, path by path, while it runs. */
export async function startLyingProxy(target: string): Promise<LyingProxy> {
  let rules: Rule[] = [];
  const seen: Seen[] = [];

  const server = createServer(async (incoming, answer) => {
    const path = incoming.url ?? '/';
    const rule = rules.findLast((one) => one.left > 0 && one.path.test(path));
    if (rule) rule.left -= 1;
    const body = await readBody(incoming);
    seen.push({ method: incoming.method ?? '', path, body: body.toString(), lied: rule !== undefined });
    await reply(target, incoming, body, answer, rule?.lie);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://localhost:${port}`,
    seen,
    lie: (path, lie, times = Number.POSITIVE_INFINITY) => {
      rules.push({ path, lie, left: times });
    },
    beHonest: () => {
      rules = [];
    },
    close: () => closeServer(server),
  };
}

async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function reply(target: string, incoming: IncomingMessage, body: Buffer, answer: ServerResponse, lie?: Lie) {
  if (lie && 'status' in lie) {
    answer.writeHead(lie.status, { 'content-type': typeOf(lie.body), ...lie.headers }).end(lie.body);
    return;
  }
  const cut = lie && 'cut' in lie ? lie.cut : undefined;
  if (cut === 'before') {
    incoming.socket.destroy();
    return;
  }
  const sent = lie && 'rewrite' in lie ? Buffer.from(lie.rewrite(body.toString())) : body;
  const passing = passOn(target, incoming, sent, cut === 'during');
  if (lie && 'meanwhile' in lie) lie.meanwhile();
  const passed = await passing;
  if (cut === 'during' || cut === 'after' || passed === undefined) {
    incoming.socket.destroy();
    return;
  }
  answer.writeHead(passed.status, passed.headers);
  if (cut === 'answering') {
    answer.write(passed.body.subarray(0, Math.floor(passed.body.length / 2)));
    setTimeout(() => incoming.socket.destroy(), 20);
    return;
  }
  answer.end(passed.body);
}

function typeOf(body: string): string {
  return body.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'application/json';
}

interface Passed {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

/** The target's own answer; nothing if the target cannot be reached, or was left half way. */
function passOn(target: string, incoming: IncomingMessage, body: Buffer, half: boolean): Promise<Passed | undefined> {
  return new Promise((resolve) => {
    const headers = { ...incoming.headers, 'content-length': String(body.length) };
    delete headers['transfer-encoding'];
    const { method = 'GET', url = '/' } = incoming;
    const onward = request(new URL(url, target), { method, headers, agent: false }, async (answer) => {
      try {
        resolve({ status: answer.statusCode ?? 502, headers: answer.headers, body: await readBody(answer) });
      } catch {
        resolve(undefined);
      }
    });
    onward.on('error', () => resolve(undefined));
    if (!half) {
      onward.end(body);
      return;
    }
    onward.write(body.subarray(0, Math.max(1, Math.floor(body.length / 2))));
    setTimeout(() => onward.destroy(), 100);
  });
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
