import { isEnvelopeId } from '#core/submission/envelope.ts';
import { toReference } from '#core/submission/reference.ts';
import type { Held, ReadingShelf } from '#intake/shelf/shelf.ts';
import { WrongInput } from '../problems.ts';

/** Finds one document by its id or by the reference that the person was given. */
export async function findHeld(shelf: ReadingShelf, name: string): Promise<Held> {
  const held = isEnvelopeId(name) ? await shelf.get(name) : await findByReference(shelf, name);
  if (held) return held;
  throw new WrongInput(`${name}: nothing with this id or reference has arrived. See wayin intake list.`);
}

async function findByReference(shelf: ReadingShelf, name: string): Promise<Held | undefined> {
  const wanted = name.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const found: Held[] = [];
  for (const kind of ['submission', 'monitoring'] as const) {
    for await (const held of shelf.list(kind)) {
      if (toReference(held.envelope._id).replace('-', '') === wanted) found.push(held);
    }
  }
  if (found.length < 2) return found[0];
  const ids = found.map(({ envelope }) => envelope._id).join(', ');
  throw new WrongInput(`${name}: ${found.length} submissions have this reference. Name one by its id: ${ids}.`);
}
