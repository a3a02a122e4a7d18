import { toReference } from '#core/submission/reference.ts';
import type { ReadingShelf } from '#intake/shelf/shelf.ts';
import { receiptOf } from './held-receipt.ts';

/** A line for each, oldest first: id, form, version, when received, reference. */
export async function listAll(shelf: ReadingShelf): Promise<void> {
  const rows: { readonly receivedAt: string; readonly line: string }[] = [];
  for (const kind of ['submission', 'monitoring'] as const) {
    for await (const held of shelf.list(kind)) {
      const { _id, form, formVersion } = held.envelope;
      const receivedAt = receiptOf(held)?.receivedAt ?? 'unknown';
      rows.push({ receivedAt, line: [_id, form, formVersion, receivedAt, toReference(_id)].join('\t') });
    }
  }
  rows.sort((a, b) => instantOf(a.receivedAt) - instantOf(b.receivedAt));
  for (const { line } of rows) process.stdout.write(`${line}\n`);
}

// A month is read as its first moment; one that is not known comes first, to be looked at.
function instantOf(receivedAt: string): number {
  return Date.parse(receivedAt) || 0;
}
