import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import type { Unpack } from '#core/forms/exchange/read-workbook.ts';

const inflate = promisify(inflateRaw);

/** Unpacks a file of a workbook, up to the size that the archive says it has. */
export const unpack: Unpack = async ({ bytes, isDeflated, size }) => {
  try {
    const plain = isDeflated ? await inflate(bytes, { maxOutputLength: Math.max(1, size) }) : bytes;
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    // Broken, longer than it says, or not UTF-8: each means that it is no workbook.
    return undefined;
  }
};
