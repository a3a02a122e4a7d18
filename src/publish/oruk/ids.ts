import { createHash } from 'node:crypto';

/** The UUID of a name of ours (RFC 9562, version 8): the same name has the same id in every build. */
export function uuidOf(name: string): string {
  const hex = createHash('sha256').update(`way-in/${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
