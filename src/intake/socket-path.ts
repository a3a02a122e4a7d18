import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// sockaddr_un holds 104 bytes on macOS and 108 on Linux.
const LONGEST_PATH = 100;

/** The socket by which the recipient's commands read while the server has the store locked. */
export function socketPath(store: string): { readonly folder: string; readonly path: string } {
  const path = join(store, 'desk.sock');
  if (path.length <= LONGEST_PATH) return { folder: store, path };
  const name = createHash('sha256').update(store).digest('hex').slice(0, 16);
  const folder = join(tmpdir(), `wayin-${process.getuid?.() ?? 0}-${name}`);
  return { folder, path: join(folder, 'desk.sock') };
}
