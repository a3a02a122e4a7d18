import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { CouchProblem } from '#intake/couchdb/couch.ts';
import { openStore } from '#intake/open-shelf.ts';
import type { Store } from '#intake/shelf/collection.ts';
import { WrongInput } from './problems.ts';
import type { Settings } from './settings.ts';

/** Makes the data folder and writes to it once, so that a wrong one is told before anything else is done. */
export async function checkDataFolder(data: string): Promise<void> {
  const trial = join(data, `.trial-${process.pid}`);
  try {
    await makeFolder(data);
    await writeFile(trial, '');
    await rm(trial);
  } catch (error) {
    throw new WrongInput(
      `The data folder ${data} cannot be written to (${codeOf(error)}). Set WAYIN_DATA to one that can.`,
    );
  }
}

// Not `recursive: true`: Node 24 never comes back from it where a file system refuses new folders, as /proc does.
async function makeFolder(path: string): Promise<void> {
  if (existsSync(path)) return;
  await makeFolder(dirname(path));
  await mkdir(path, { mode: 0o700 });
}

/** Listens for a moment: a port that is taken is told before the site is built. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = createServer();
  try {
    await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  } catch (error) {
    throw new WrongInput(problemOfPort(port, host, codeOf(error)));
  }
  await new Promise((resolve) => server.close(resolve));
}

function problemOfPort(port: number, host: string, code: string): string {
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program. Stop it, or set PORT to another number.`;
  if (code === 'EACCES') return `Port ${port} may not be used by this user. Set PORT to a number above 1023.`;
  return `Nothing can listen on ${host}:${port} (${code}). Correct HOST or PORT.`;
}

/** The store, for this process alone. */
export async function openOwnStore(settings: Settings): Promise<Store> {
  try {
    const opened = await openStore(settings);
    if (opened.ok) return opened.value;
  } catch (error) {
    if (error instanceof CouchProblem) throw new WrongInput(problemOfCouch(error));
    throw error;
  }
  throw new WrongInput(`Another Way In is using ${settings.data}. Stop it, or set WAYIN_DATA to another folder.`);
}

/** What to do about CouchDB, without the password. */
export function problemOfCouch({ code, message }: CouchProblem): string {
  const cure = {
    unreachable: 'Start CouchDB, or correct the host and port.',
    refused: 'Correct the user and password; the user must be an administrator of the server on the first start.',
    unexpected: 'See the log of CouchDB.',
  };
  return `COUCHDB_URL: ${message}. ${cure[code]}`;
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown';
}
