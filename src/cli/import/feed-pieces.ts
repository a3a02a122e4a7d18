import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { bad, good, type Outcome } from '#core/outcome.ts';

/** Where a feed can be read: its pieces of bytes as they come. */
export type Pieces = AsyncIterable<Uint8Array>;

const WAIT_MS = 60_000;

/** Opens a file. */
export async function openFile(path: string): Promise<Outcome<Pieces, string>> {
  try {
    if (!(await stat(path)).isFile()) return bad('It is not a file.');
  } catch {
    return bad('There is no such file.');
  }
  return good(createReadStream(path, { highWaterMark: 256 * 1024 }));
}

/** Opens an address. */
export async function openAddress(address: URL): Promise<Outcome<Pieces, string>> {
  try {
    const answer = await fetch(address, {
      headers: { accept: 'application/json, application/x-ndjson' },
      signal: AbortSignal.timeout(WAIT_MS),
    });
    if (!answer.ok) return bad(`It answers ${answer.status}.`);
    return answer.body ? good(answer.body as Pieces) : bad('Its answer is empty.');
  } catch (error) {
    const cause = (error as Error).cause;
    return bad(`It cannot be reached: ${cause instanceof Error ? cause.message : (error as Error).message}.`);
  }
}

/** Bytes as text. Bytes that are no UTF-8 throw a `TypeError`, as `TextDecoder` has it. */
export async function* textOfPieces(pieces: Pieces): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
  yield decoder.decode();
}
