import { londonDate } from '#intake/clock.ts';
import type { DeskShelf } from '#intake/shelf/shelf.ts';
import { readPrivateKeys } from '../keys/key-files.ts';
import { findPublicKey } from '../keys/published-keys.ts';
import { Misuse } from '../problems.ts';
import { readArguments } from '../read-arguments.ts';
import { PROJECT, readSettings, type Settings } from '../settings.ts';
import { deleteOne, listDestroyed, parseRetention, retain } from './destroy.ts';
import { exportAll } from './export.ts';
import { EXPORT_OPTIONS, parseExportOptions } from './export-options.ts';
import { keyIn } from './key-in/key-in.ts';
import { listAll } from './list.ts';
import { noteOutcome, OUTCOME_OPTIONS } from './note-outcome.ts';
import { openOne } from './open-one.ts';
import { openedDesk } from './opened-desk.ts';

/** `wayin intake …`: the recipient's side. It works while the server runs, or without it. */
export async function intake([action, ...args]: readonly string[]): Promise<void> {
  const settings = readSettings(process.env);
  const { keys } = settings;

  if (action === 'list') {
    if (args.length > 0) throw new Misuse('It is: wayin intake list.');
    return withShelf(settings, listAll);
  }
  if (action === 'open') {
    const name = only(args, 'wayin intake open <id or reference>');
    return withShelf(settings, (shelf) => openOne(shelf, keys, name));
  }
  if (action === 'export') {
    const { values, positionals } = readArguments(args, EXPORT_OPTIONS);
    if (positionals.length > 0) throw new Misuse(`"${positionals[0]}" is not an option of wayin intake export.`);
    const options = parseExportOptions(values);
    return withShelf(settings, (shelf) => exportAll(shelf, keys, options));
  }
  if (action === 'key-in') return keyIn(args, settings);
  if (action === 'outcome') {
    const { values, positionals } = readArguments(args, OUTCOME_OPTIONS);
    const name = only(positionals, 'wayin intake outcome <id or reference> --status <status>');
    const keyOf = (recipient: string) => findPublicKey(PROJECT, keys, recipient);
    return withShelf(settings, (shelf) => noteOutcome(shelf, keyOf, name, values));
  }
  if (action === 'delete') {
    const name = only(args, 'wayin intake delete <id or reference>');
    return withShelf(settings, async (shelf) => deleteOne(shelf, await readPrivateKeys(keys), name));
  }
  if (action === 'retain') {
    const { values, positionals } = readArguments(args, ['months', 'form', 'destroy']);
    if (positionals.length > 0) throw new Misuse('It is: wayin intake retain --months <number>.');
    const retention = parseRetention(values);
    const today = settings.today ?? londonDate(new Date().toISOString());
    return withShelf(settings, async (shelf) => retain(shelf, await readPrivateKeys(keys), retention, today));
  }
  if (action === 'destroyed') {
    if (args.length > 0) throw new Misuse('It is: wayin intake destroyed.');
    return withShelf(settings, listDestroyed);
  }
  throw new Misuse('It is: wayin intake list, open, export, key-in, outcome, delete, retain or destroyed.');
}

function only([first, ...others]: readonly string[], usage: string): string {
  if (first === undefined || others.length > 0) throw new Misuse(`It is: ${usage}.`);
  return first;
}

async function withShelf(settings: Settings, use: (shelf: DeskShelf) => Promise<void>): Promise<void> {
  const shelf = await openedDesk(settings);
  try {
    await use(shelf);
  } finally {
    await shelf.close();
  }
}
