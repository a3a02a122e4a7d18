import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const top = new URL('../..', import.meta.url).pathname;

/** One set of keys for the whole test run, so that all its servers share one built site. */
export const TEST_KEYS = `${top}test/.report/keys`;

export interface WayIn {
  readonly url: string;
  readonly data: string;
  /** Everything that the server printed. */
  output(): string;
  /** Ends the server as an operator does. */
  stop(): Promise<void>;
  /** Ends the server as a power cut does. */
  kill(): Promise<void>;
  /** Starts again on the same port and data; from another copy of the project, if one is given. */
  restart(project?: string): Promise<void>;
  /** Runs `wayin` on the same data and keys. */
  wayin(...args: readonly string[]): Promise<Ran>;
  readonly pid: number;
}

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
}

/** Starts the real site and intake on a free port, with a data folder of its own. */
export async function startWayIn({ env = {} }: StartOptions = {}): Promise<WayIn> {
  const data = mkdtempSync(join(tmpdir(), 'wayin-test-'));
  const port = await freePort();
  const settings = environment({ PORT: String(port), WAYIN_DATA: data, WAYIN_KEYS: TEST_KEYS, ...env });
  const url = `http://localhost:${port}`;
  const printed: string[] = [];
  let server = await launch(settings, url, printed);

  const kill = () => end(server, 'SIGKILL');
  return {
    url,
    data,
    output: () => printed.join(''),
    stop: async () => {
      await end(server, 'SIGTERM');
      rmSync(data, { recursive: true, force: true });
    },
    kill,
    restart: async (project) => {
      await kill();
      server = await launch(settings, url, printed, project);
    },
    wayin: (...args) => runWayIn(args, settings),
    get pid() {
      return server.pid ?? 0;
    },
  };
}

function environment(env: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const { COUCHDB_URL: _, ...outside } = process.env;
  return { ...outside, HOST: '127.0.0.1', NODE_ENV: 'production', ...env };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const PATIENCE_MS = 240_000;

async function launch(
  env: NodeJS.ProcessEnv,
  url: string,
  printed: string[],
  project: string = top,
): Promise<ChildProcess> {
  const server = spawn(process.execPath, ['src/cli/main.ts', 'start'], {
    cwd: project,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [server.stdout, server.stderr]) stream?.on('data', (text) => printed.push(String(text)));

  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (server.exitCode !== null) throw new Error(`wayin start ended with ${server.exitCode}:\n${printed.join('')}`);
    const healthy = await fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (healthy) return server;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await end(server, 'SIGKILL');
  throw new Error(`wayin start was not healthy after ${PATIENCE_MS} ms:\n${printed.join('')}`);
}

async function end(server: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await ended;
}

/** Runs `wayin` with the given arguments; never throws for a status. */
export function runWayIn(args: readonly string[], env: NodeJS.ProcessEnv = {}, project: string = top): Promise<Ran> {
  return new Promise((resolve) => {
    const options = { cwd: project, env: { ...process.env, ...env }, maxBuffer: 256 * 1024 * 1024 };
    const child = execFile(process.execPath, ['src/cli/main.ts', ...args], options, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code ?? 1) : 0, stdout, stderr });
    });
    child.stdin?.end();
  });
}
