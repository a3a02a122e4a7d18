import { CouchProblem } from '#intake/couchdb/couch.ts';
import type { AskedDesk } from '#intake/desk-socket.ts';
import { openDesk, storeFolder } from '#intake/open-shelf.ts';
import type { Shelf } from '#intake/shelf/shelf.ts';
import { problemOfCouch } from '../before-start.ts';
import { WrongInput } from '../problems.ts';
import type { Settings } from '../settings.ts';

/** The store that the settings name: its own for as long as the command runs, or behind the server that has it. */
export async function openedDesk(settings: Settings): Promise<Shelf | AskedDesk> {
  const folder = storeFolder(settings.data);
  try {
    const opened = await openDesk(settings);
    if (opened.ok) return opened.value;
    if (opened.problem === 'noStore') {
      throw new WrongInput(`There is no store in ${folder}. Start Way In once, or set WAYIN_DATA to its data folder.`);
    }
  } catch (error) {
    if (error instanceof CouchProblem) throw new WrongInput(problemOfCouch(error));
    throw error;
  }
  throw new WrongInput(`The store in ${folder} is locked by a program that does not answer. Stop it, then try again.`);
}
