import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { socketPath } from '../socket-path.ts';
import type { PeopleDesk } from './people.ts';

/** Where the server's socket answers about people. */
export const PEOPLE = '/people';

type Call = { readonly [name in keyof PeopleDesk]: readonly [name, ...Parameters<PeopleDesk[name]>] }[keyof PeopleDesk];

/** Does what another command of the same user asks about people, and writes the answer. */
export async function answerPeople(desk: PeopleDesk, asked: IncomingMessage, response: ServerResponse): Promise<void> {
  const call = (await json(asked)) as Call;
  response.end(JSON.stringify(await done(desk, call)));
}

function done(desk: PeopleDesk, call: Call): Promise<unknown> {
  switch (call[0]) {
    case 'invite':
      return desk.invite(call[1]);
    case 'list':
      return desk.list();
    case 'changeGroups':
      return desk.changeGroups(call[1], call[2]);
    case 'revoke':
      return desk.revoke(call[1]);
    case 'reset':
      return desk.reset(call[1]);
  }
}

/** The people of the server that has this store open; nothing if there is none. */
export async function askPeopleDesk(store: string): Promise<(PeopleDesk & { close(): Promise<void> }) | undefined> {
  const { path } = socketPath(store);
  const ask = <Name extends keyof PeopleDesk>(...call: [Name, ...Parameters<PeopleDesk[Name]>]) =>
    post(path, call) as ReturnType<PeopleDesk[Name]>;
  try {
    await ask('list');
  } catch (error) {
    if (['ENOENT', 'ECONNREFUSED'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
  return {
    invite: (asked) => ask('invite', asked),
    list: () => ask('list'),
    changeGroups: (id, changes) => ask('changeGroups', id, changes),
    revoke: (id) => ask('revoke', id),
    reset: (id) => ask('reset', id),
    close: async () => {},
  };
}

async function post(socket: string, body: unknown): Promise<unknown> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const call = request({ socketPath: socket, path: PEOPLE, method: 'POST', agent: false }, resolve);
    call.once('error', reject).end(JSON.stringify(body));
  });
  return json(response);
}
