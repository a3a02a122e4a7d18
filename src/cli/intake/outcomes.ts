import type { JWK } from 'jose';
import type { OutcomeNote } from '#core/submission/outcome-note.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { openOutcome } from '#sealing/open.ts';

/** The ids of the notes on each submission, by its id, as far as these keys open them. */
export async function outcomeIds(
  shelf: ReadingShelf,
  privateKeys: readonly JWK[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const ids = new Map<string, string[]>();
  for await (const { envelope } of shelf.list('outcome')) {
    const opened = await openOutcome(envelope, privateKeys);
    if (!opened.ok) continue;
    const { about } = opened.value;
    ids.set(about, [...(ids.get(about) ?? []), envelope._id]);
  }
  return ids;
}

/**
 * The newest note of each submission, by its id, as far as these keys open them. Notes of other services are passed
 * over: whether there are any is their business.
 */
export async function newestOutcomes(
  shelf: ReadingShelf,
  privateKeys: readonly JWK[],
): Promise<ReadonlyMap<string, OutcomeNote>> {
  const newest = new Map<string, { readonly notedAt: string; readonly note: OutcomeNote }>();
  for await (const { envelope } of shelf.list('outcome')) {
    const opened = await openOutcome(envelope, privateKeys);
    if (!opened.ok) continue;
    const { about, notedAt, answers } = opened.value;
    const before = newest.get(about);
    if (!before || before.notedAt < notedAt) newest.set(about, { notedAt, note: answers });
  }
  return new Map([...newest].map(([id, { note }]) => [id, note]));
}
