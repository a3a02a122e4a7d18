import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { readPrivateKeys } from '../keys/key-files.ts';
import { WrongInput } from '../problems.ts';
import { findHeld } from './find-held.ts';
import { explain, openHeld } from './open-held.ts';
import { newestOutcomes } from './outcomes.ts';

/** Prints one submission as JSON, with what staff noted of it. */
export async function openOne(shelf: ReadingShelf, keysFolder: string, name: string): Promise<void> {
  const held = await findHeld(shelf, name);
  const keys = await readPrivateKeys(keysFolder);
  const opened = await openHeld(held, keys, shelf);
  if (!opened.ok) throw new WrongInput(explain(held, opened.problem, keysFolder));
  const outcome = (await newestOutcomes(shelf, keys)).get(held.envelope._id);
  process.stdout.write(`${JSON.stringify({ ...opened.value, ...(outcome ? { outcome } : {}) }, undefined, 2)}\n`);
}
