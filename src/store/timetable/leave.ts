import { withLock } from '../locks.ts';
import { signOutThere } from './ask-people.ts';
import { deleteCopies } from './copy.ts';
import { removeLedger } from './ledger.ts';
import { forgetOrganiser, type Leaving, leaving, noteLeaving, type Organiser } from './signed-in.ts';

/**
 * Signs out: the copy goes from this device, sent or not, and the service is told. Without a signal it is told later;
 * until then nothing is sent or fetched in the person's name.
 */
export async function leave({ id }: Organiser, how: Leaving): Promise<'out' | 'outHereOnly'> {
  await noteLeaving(how);
  // A round under way ends first: it would write into a copy that is gone.
  return withLock('timetable', async () => {
    await deleteCopies([id]);
    await removeLedger(id);
    await forgetOrganiser();
    return tellService(how);
  });
}

/** Tells the service what it has not heard yet. Answers whether nothing is left to tell. */
export async function finishLeaving(): Promise<boolean> {
  const how = await leaving();
  return how === undefined || (await tellService(how)) === 'out';
}

async function tellService(how: Leaving): Promise<'out' | 'outHereOnly'> {
  const answer = await signOutThere(how === 'everywhere');
  if (!answer.ok) return 'outHereOnly';
  await noteLeaving(undefined);
  return 'out';
}
