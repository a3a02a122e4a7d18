import type { JWK } from 'jose';
import { londonDate } from '#intake/clock.ts';
import type { DeskShelf, Destroyed, Held } from '#intake/shelf/shelf.ts';
import { Misuse } from '../problems.ts';
import { findHeld } from './find-held.ts';
import { receiptOf } from './held-receipt.ts';
import { outcomeIds } from './outcomes.ts';

type Notes = ReadonlyMap<string, readonly string[]>;

/** `wayin intake delete`: one submission goes because the person asked for it, and what staff noted of it. */
export async function deleteOne(shelf: DeskShelf, privateKeys: readonly JWK[], name: string): Promise<void> {
  const held = await findHeld(shelf, name);
  await destroy(shelf, held, 'request', await outcomeIds(shelf, privateKeys));
}

export interface Retention {
  /** Whole months that submissions are kept after the day of receipt. */
  readonly months: number;
  readonly form?: string;
  /** Without it, only the list of what would go is printed. */
  readonly destroys: boolean;
}

/** Reads the options of `wayin intake retain`. */
export function parseRetention(values: { readonly [option: string]: string | undefined }): Retention {
  const months = Number(values['months']);
  if (!/^\d+$/.test(values['months'] ?? '') || months < 1 || months > 600) {
    throw new Misuse('Say how long submissions are kept: --months 24.');
  }
  if (values['destroy'] !== undefined && values['destroy'] !== 'yes') throw new Misuse('It is --destroy yes.');
  const { form } = values;
  return { months, destroys: values['destroy'] === 'yes', ...(form === undefined ? {} : { form }) };
}

/**
 * `wayin intake retain`: what was received longer ago is listed, and with `--destroy yes` goes for good. Anonymous
 * answers count from their month. One whose day of receipt is not known stays.
 */
export async function retain(
  shelf: DeskShelf,
  privateKeys: readonly JWK[],
  { months, form, destroys }: Retention,
  today: string,
): Promise<void> {
  const limit = monthsBefore(today, months);
  const notes: Notes = destroys ? await outcomeIds(shelf, privateKeys) : new Map();
  let count = 0;
  for (const kind of ['submission', 'monitoring'] as const) {
    for (const held of await olderThan(shelf.list(kind), limit, form)) {
      const entry = destroys ? await destroy(shelf, held, 'retention', notes) : entryOf(held, 'retention');
      process.stdout.write(`${[entry.id, entry.form, entry.receivedAt].join('\t')}\n`);
      count += 1;
    }
  }
  const what = count === 1 ? '1 submission' : `${count} submissions`;
  const told = destroys ? `${what} destroyed.` : `${what} would go. Add --destroy yes to destroy them for good.`;
  process.stderr.write(`wayin: received before ${limit}: ${told}\n`);
}

/** `wayin intake destroyed`: the log of what went, a line each. */
export async function listDestroyed(shelf: DeskShelf): Promise<void> {
  const entries: Destroyed[] = [];
  for await (const entry of shelf.destroyed()) entries.push(entry);
  entries.sort((a, b) => (a.destroyedAt < b.destroyedAt ? -1 : 1));
  for (const { id, form, receivedAt, destroyedAt, why } of entries) {
    process.stdout.write(`${[id, form, receivedAt, destroyedAt, why].join('\t')}\n`);
  }
}

async function olderThan(all: AsyncIterable<Held>, limit: string, form: string | undefined): Promise<readonly Held[]> {
  const old: Held[] = [];
  for await (const held of all) {
    if (form !== undefined && held.envelope.form !== form) continue;
    const { receivedAt } = entryOf(held, 'retention');
    if (receivedAt !== 'unknown' && receivedAt < limit.slice(0, receivedAt.length)) old.push(held);
  }
  return old;
}

async function destroy(shelf: DeskShelf, held: Held, why: Destroyed['why'], notes: Notes): Promise<Destroyed> {
  const entry = entryOf(held, why);
  for (const id of notes.get(entry.id) ?? []) await shelf.destroy({ ...entry, id });
  await shelf.destroy(entry);
  return entry;
}

function entryOf(held: Held, why: Destroyed['why']): Destroyed {
  const receivedAt = receiptOf(held)?.receivedAt;
  const day = receivedAt?.includes('T') ? londonDate(receivedAt) : receivedAt;
  const { _id: id, form } = held.envelope;
  return { id, form, receivedAt: day ?? 'unknown', destroyedAt: londonDate(new Date().toISOString()), why };
}

/** The same day so many months before, or the last of its month. */
export function monthsBefore(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, days));
  return first.toISOString().slice(0, 10);
}
