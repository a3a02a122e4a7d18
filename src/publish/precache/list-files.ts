import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

// Enough that no two files of a site, old or new, share one; the browser checks the content against it.
const HASH_DIGITS = 10;

const LEFT_OUT = [
  // The server's own answer stands at `/`, and the frames that it fills in are no pages by themselves.
  /^\/$/,
  /\/sent\/$/,
  /(^|\/)404(\.html|\/)$/,
  /^\/service-worker\.js$/,
  /^\/gallery\//,
  // For staff, who ask on the phone.
  /\/forms\/[^/]+\/call\/$/,
  // The directory for other systems.
  /^\/oruk\//,
  // For the intake and for partners; a form page carries its own form.
  /^\/wayin\/(?!(keys|timetable|occurrences|form-groups|form-templates)\.json$|words\/|search\/|postcodes)/,
  /\.(br|gz|map|txt|xml)$/,
];

/** The files of a built site that a device keeps: the path that a browser asks for, and the hash of the content. */
export async function listFiles(folder: string): Promise<readonly (readonly [path: string, hash: string])[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = files.map((file) => ({ file, path: toPath(relative(folder, file)) }));
  const wanted = kept.filter(({ path }) => !LEFT_OUT.some((pattern) => pattern.test(path)));
  wanted.sort((a, b) => (a.path < b.path ? -1 : 1));
  // One after another: of a directory of 10,000 services there are more files than may be open at once.
  const listed: (readonly [path: string, hash: string])[] = [];
  for (const { file, path } of wanted) listed.push([path, hashOf(await readFile(file))]);
  return listed;
}

function toPath(file: string): string {
  const path = `/${file.split(sep).map(encodeURIComponent).join('/')}`;
  return path.replace(/\/index\.html$/, '/');
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}
