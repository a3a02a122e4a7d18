import { chmod, mkdir, rm } from 'node:fs/promises';
import { createServer, get, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createInterface } from 'node:readline';
import { json, text } from 'node:stream/consumers';
import type { PublishedForm } from '#core/forms/definition.ts';
import type { MadeDocument } from '#core/forms/made/made-form.ts';
import { bad, type Outcome } from '#core/outcome.ts';
import { type Envelope, LARGEST_ENVELOPE_BYTES } from '#core/submission/envelope.ts';
import type { TimetableDocument } from '#core/timetable/change.ts';
import { parseJson } from './drop-box/parse-json.ts';
import type { KeyedDesk, KeyedRefusal } from './keyed-desk.ts';
import { answerPeople, PEOPLE } from './people/desk.ts';
import type { PeopleDesk } from './people/people.ts';
import type { DeskShelf, Destroyed, DocumentKind, Held, ReadingShelf } from './shelf/shelf.ts';
import { socketPath } from './socket-path.ts';

/** What the server's socket offers: work on the shelf, and taking in what was typed in from paper. */
export interface AskedDesk extends DeskShelf {
  receive(envelope: Envelope, receivedOn?: string): Promise<Outcome<string, KeyedRefusal | 'notReady'>>;
}

/**
 * Lets other commands of the same user work on the shelf and hand in paper. Only sealed documents pass: whoever reads
 * here still needs the private key. The store must be open, so that an old socket is nobody's.
 * `paper` gives the desk for paper, once there is one; `people` says who may sign in.
 */
export async function serveDesk(
  shelf: DeskShelf,
  store: string,
  paper: () => KeyedDesk | undefined = () => undefined,
  people?: PeopleDesk,
): Promise<{ close(): Promise<void> }> {
  const { folder, path } = socketPath(store);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await rm(path, { force: true });

  const server = createServer((request, response) => {
    const isPaper = request.method === 'POST' && request.url?.startsWith(RECEIVE);
    const isOfPeople = people && request.method === 'POST' && request.url === PEOPLE;
    const answered = isPaper
      ? takeIn(paper(), request, response)
      : isOfPeople
        ? answerPeople(people, request, response)
        : answer(shelf, request, response);
    answered.catch(() => response.destroy());
  });
  // Nobody else may connect, not even between the two calls.
  const before = process.umask(0o177);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(path, resolve));
  process.umask(before);
  await chmod(path, 0o600);
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const RECEIVE = '/receive/';

/** `POST /receive/<day the paper came, or nothing>`: the receipt, or why not. */
async function takeIn(desk: KeyedDesk | undefined, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const receivedOn = (asked.url ?? '').slice(RECEIVE.length);
  const say = (taken: Awaited<ReturnType<AskedDesk['receive']>>) => void response.end(JSON.stringify(taken));
  if (!desk) return say(bad('notReady'));
  if (Number(asked.headers['content-length'] ?? Number.POSITIVE_INFINITY) > LARGEST_ENVELOPE_BYTES) {
    return say(bad('tooLarge'));
  }
  const read = parseJson(await text(asked));
  return say(read.ok ? await desk(read.value, receivedOn || undefined) : bad('notAnEnvelope'));
}

async function answer(shelf: DeskShelf, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  if (asked.method === 'POST') return change(shelf, asked, response);
  const [what = '', ...names] = (asked.url ?? '').slice(1).split('/').map(decodeURIComponent);
  const [first = '', second = ''] = names;
  const lines = linesOf(shelf, what, first, second);
  if (!lines) return void response.writeHead(404).end();

  for await (const line of lines) {
    if (response.destroyed) return;
    if (!response.write(`${JSON.stringify(line)}\n`)) {
      await new Promise((resolve) => response.once('drain', resolve).once('close', resolve));
    }
  }
  response.end();
}

async function change(shelf: DeskShelf, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const body: unknown = await json(asked);
  if (asked.url === '/note') await shelf.note(body as Envelope);
  else if (asked.url === '/destroy') await shelf.destroy(body as Destroyed);
  else return void response.writeHead(404).end();
  response.writeHead(204).end();
}

function linesOf(shelf: ReadingShelf, what: string, first: string, second: string) {
  if (what === 'list' && isKind(first)) return shelf.list(first);
  if (what === 'destroyed') return shelf.destroyed();
  if (what === 'timetable') return shelf.timetable();
  if (what === 'made-forms') return shelf.madeForms();
  if (what === 'held') return ifAny(shelf.get(first));
  if (what === 'form') return ifAny(shelf.form(first, second));
  return what === 'forms' ? shelf.forms() : undefined;
}

function isKind(name: string): name is DocumentKind {
  return name === 'submission' || name === 'monitoring' || name === 'outcome';
}

async function* ifAny<Value>(promise: Promise<Value | undefined>): AsyncIterable<Value> {
  const value = await promise;
  if (value !== undefined) yield value;
}

/** The shelf of the server that has this store open; nothing if there is none. */
export async function askDesk(store: string): Promise<AskedDesk | undefined> {
  const { path } = socketPath(store);
  const ask = <Value>(...names: string[]) => askLines<Value>(path, `/${names.map(encodeURIComponent).join('/')}`);
  try {
    await firstOf(ask('held', 'nothing'));
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return {
    get: (id) => firstOf(ask<Held>('held', id)),
    list: (kind: DocumentKind) => ask<Held>('list', kind),
    form: (id, version) => firstOf(ask<PublishedForm>('form', id, version)),
    forms: () => ask<PublishedForm>('forms'),
    destroyed: () => ask<Destroyed>('destroyed'),
    timetable: () => ask<TimetableDocument>('timetable'),
    madeForms: () => ask<MadeDocument>('made-forms'),
    note: (outcome) => tell(path, '/note', outcome),
    destroy: (entry) => tell(path, '/destroy', entry),
    receive: (envelope, receivedOn = '') => handIn(path, `${RECEIVE}${receivedOn}`, JSON.stringify(envelope)),
    close: async () => {},
  };
}

async function tell(socket: string, path: string, body: unknown): Promise<void> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const post = request({ socketPath: socket, path, method: 'POST', agent: false }, resolve);
    post.once('error', reject).end(JSON.stringify(body));
  });
  response.resume();
  if (response.statusCode !== 204) throw new Error('The server did not take it.');
}

async function handIn(socketPath: string, path: string, body: string) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const headers = { 'content-length': Buffer.byteLength(body) };
    request({ socketPath, path, method: 'POST', agent: false, headers }, resolve).once('error', reject).end(body);
  });
  return (await json(response)) as Awaited<ReturnType<AskedDesk['receive']>>;
}

async function firstOf<Value>(lines: AsyncIterable<Value>): Promise<Value | undefined> {
  for await (const line of lines) return line;
  return undefined;
}

async function* askLines<Value>(socket: string, path: string): AsyncIterable<Value> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get({ socketPath: socket, path, agent: false }, resolve).once('error', reject);
  });
  try {
    for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
      yield JSON.parse(line) as Value;
    }
    // A list that was cut off must not pass for a whole one.
    if (!response.complete) throw new Error('The server stopped while it was being read.');
  } finally {
    response.destroy();
  }
}
