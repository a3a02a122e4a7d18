import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const LOOK_MS = 200;

export interface Measured {
  readonly seconds: number;
  /** The most memory that the process and those it started held together, in megabytes; on Linux only. */
  readonly megabytes: number;
  readonly status: number | null;
  readonly output: string;
}

/** Runs a command, and looks five times a second how much memory it holds. */
export async function measuredRun(
  command: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: NodeJS.ProcessEnv },
): Promise<Measured> {
  const start = performance.now();
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => said.push(part.toString()));
  let most = 0;
  const timer = setInterval(() => {
    most = Math.max(most, memoryOf(child.pid ?? 0));
  }, LOOK_MS);
  const status = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  clearInterval(timer);
  return {
    seconds: (performance.now() - start) / 1000,
    megabytes: Math.round(most / 1024),
    status,
    output: said.join(''),
  };
}

/** Kilobytes in memory of a process and all below it. */
function memoryOf(root: number): number {
  const below = new Map<number, number[]>();
  const held = new Map<number, number>();
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      held.set(Number(name), Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0));
      below.set(parent, [...(below.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  const sum = (pid: number): number =>
    (held.get(pid) ?? 0) + (below.get(pid) ?? []).reduce((all, one) => all + sum(one), 0);
  return sum(root);
}
