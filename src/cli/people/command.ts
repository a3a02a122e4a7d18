import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { londonClock, londonDate } from '#intake/clock.ts';
import { CouchProblem } from '#intake/couchdb/couch.ts';
import { type OpenPeopleDesk, openPeopleDesk } from '#intake/open-shelf.ts';
import type { Invited } from '#intake/people/people.ts';
import { ROLES, type Role } from '#intake/people/person.ts';
import { checkDataFolder, problemOfCouch } from '../before-start.ts';
import { Misuse, WrongInput } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT, readSettings, type Settings } from '../settings.ts';

type Values = { readonly [option: string]: string | undefined };

const INVITE = 'It is: wayin people invite "<name>" --role organiser|editor|coordinator [--groups <id>,<id>].';
const LONGEST_NAME = 80;

/** `wayin people …`: who may sign in. It works while the server runs, or without it. */
export async function people([action, ...args]: readonly string[]): Promise<void> {
  const settings = readSettings(process.env);

  if (action === 'list') {
    if (args.length > 0) throw new Misuse('It is: wayin people list.');
    return withPeople(settings, list);
  }
  if (action === 'invite') {
    const { values, positionals } = readArguments(args, ['role', 'groups']);
    const asked = parseInvitation(positionals, values);
    return withPeople(settings, async (desk) => {
      const invited = await desk.invite(asked);
      if (invited.ok) return tellCode(invited.value);
      throw new WrongInput(`There is a "${asked.name}" already. Add something that tells the two apart.`);
    });
  }
  if (action === 'groups') {
    const { values, positionals } = readArguments(args, ['add', 'remove']);
    const id = onlyId(positionals, 'groups <id> [--add <id>,<id>] [--remove <id>,<id>]');
    const changes = { add: parseGroups(values['add']), remove: parseGroups(values['remove']) };
    return withPeople(settings, async (desk) => {
      const changed = await desk.changeGroups(id, changes);
      if (!changed.ok) throw nobody(id);
      process.stdout.write(`${changed.value.join(',')}\n`);
    });
  }
  if (action === 'revoke') {
    const id = onlyId(args, 'revoke <id>');
    return withPeople(settings, async (desk) => {
      const revoked = await desk.revoke(id);
      if (!revoked.ok) throw nobody(id);
      process.stdout.write(`${revoked.value} can no longer sign in, and is signed out everywhere.\n`);
    });
  }
  if (action === 'reset') {
    const id = onlyId(args, 'reset <id>');
    return withPeople(settings, async (desk) => {
      const invited = await desk.reset(id);
      if (!invited.ok) throw nobody(id);
      tellCode(invited.value);
    });
  }
  throw new Misuse('It is: wayin people invite, list, groups, revoke or reset.');
}

function parseInvitation([typed = '', ...others]: readonly string[], { role, groups }: Values) {
  const name = typed.trim();
  if (name === '' || others.length > 0) throw new Misuse(INVITE);
  if (name.length > LONGEST_NAME || /[\p{Cc}<>]/u.test(name)) {
    throw new WrongInput(`A name has at most ${LONGEST_NAME} characters, none of them < or >.`);
  }
  if (!ROLES.includes(role as Role)) throw new Misuse(INVITE);
  const ids = parseGroups(groups);
  if (role === 'organiser' && ids.length === 0) {
    process.stderr.write('wayin: without a group there is nothing they can change. Add some: wayin people groups.\n');
  }
  return { name, role: role as Role, groups: ids };
}

/** Group ids, with commas between them. One that the content lacks may be a group that is only being started. */
function parseGroups(text = ''): readonly string[] {
  const ids = text
    .split(',')
    .map((id) => id.trim())
    .filter((id) => id !== '');
  for (const id of ids) {
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) throw new WrongInput(`"${id}" is not the id of a group.`);
    if (existsSync(join(PROJECT, 'content', 'groups', id))) continue;
    process.stderr.write(`wayin: content/groups/ has no "${id}". If it is a group that exists, correct the id.\n`);
  }
  return ids;
}

async function list(desk: OpenPeopleDesk): Promise<void> {
  for (const { id, name, role, groups, standing, expiresAt } of await desk.list()) {
    const until = standing === 'invited' && expiresAt ? ` until ${londonDate(expiresAt)}` : '';
    process.stdout.write(`${[id, role, `${standing}${until}`, name, groups.join(',')].join('\t')}\n`);
  }
}

function tellCode({ id, code, expiresAt }: Invited): void {
  const lines = [
    `Code     ${code}`,
    `Until    ${londonDate(expiresAt)}. It works once, and is not shown again.`,
    `Person   ${id}`,
    'Give it to them yourself. They open /en/organise/ (or their language), type the code and choose a passphrase.',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function onlyId([id, ...others]: readonly string[], usage: string): string {
  if (id === undefined || others.length > 0) throw new Misuse(`It is: wayin people ${usage}.`);
  return id;
}

function nobody(id: string): WrongInput {
  return new WrongInput(`Nobody has the id "${id}". See: wayin people list.`);
}

async function withPeople(settings: Settings, use: (desk: OpenPeopleDesk) => Promise<void>): Promise<void> {
  if (!settings.couchUrl) await checkDataFolder(settings.data);
  const desk = await opened(settings);
  try {
    await use(desk);
  } finally {
    await desk.close();
  }
}

async function opened(settings: Settings): Promise<OpenPeopleDesk> {
  try {
    const opened = await openPeopleDesk(settings, londonClock(settings.today));
    if (opened.ok) return opened.value;
  } catch (error) {
    if (error instanceof CouchProblem) throw new WrongInput(problemOfCouch(error));
    throw error;
  }
  throw new WrongInput(
    `The store in ${settings.data} is locked by a program that does not answer. Stop it, then try again.`,
  );
}
