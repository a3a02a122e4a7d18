import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StoreSettings } from '#intake/open-shelf.ts';
import { WrongInput } from './problems.ts';

/** The project's folder: content, forms and source lie in it. */
export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** What the environment says, in one place. */
export interface Settings extends StoreSettings {
  readonly port: number;
  readonly host: string;
  /** The folder of private and public keys. */
  readonly keys: string;
  /** The site as of that day (ISO date). */
  readonly today?: string;
  readonly hasTls: boolean;
  /** A file of what organisers changed, for a build away from the store. */
  readonly changes?: string;
}

type Environment = { readonly [name: string]: string | undefined };

/** Reads the settings. A variable that is empty counts as not set. */
export function readSettings(environment: Environment): Settings {
  const given = (name: string) => environment[name]?.trim() || undefined;
  const data = resolve(given('WAYIN_DATA') ?? join(PROJECT, '.data'));
  const today = given('WAYIN_TODAY');
  const couch = given('COUCHDB_URL');
  const changes = given('WAYIN_CHANGES');
  return {
    port: parsePort(given('PORT') ?? '4321'),
    host: given('HOST') ?? '127.0.0.1',
    data,
    keys: resolve(given('WAYIN_KEYS') ?? join(data, 'keys')),
    databasePrefix: parsePrefix(given('WAYIN_DB_PREFIX') ?? 'wayin_'),
    hasTls: given('WAYIN_TLS') === 'on',
    ...(couch === undefined ? {} : { couchUrl: parseCouchUrl(couch) }),
    ...(changes === undefined ? {} : { changes: resolve(changes) }),
    ...(today === undefined ? {} : { today: parseToday(today) }),
  };
}

function parsePort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new WrongInput(`PORT: "${text}" is not a port. Give a number from 0 to 65535.`);
}

function parsePrefix(text: string): string {
  if (/^[a-z][a-z0-9_-]*$/.test(text)) return text;
  throw new WrongInput(
    `WAYIN_DB_PREFIX: "${text}" cannot begin a database's name. Use a-z, 0-9, _ and -, a letter first.`,
  );
}

// The text itself is not repeated: it holds a password.
function parseCouchUrl(text: string): URL {
  const url = URL.parse(text);
  if (url && ['http:', 'https:'].includes(url.protocol)) return url;
  throw new WrongInput('COUCHDB_URL: not an address. Give one such as http://user:password@host:5984.');
}

function parseToday(text: string): string {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString?.().startsWith(text);
  if (isDate) return text;
  throw new WrongInput(`WAYIN_TODAY: "${text}" is not a date. Give one such as 2026-04-02.`);
}
