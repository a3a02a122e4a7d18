import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { isForWork } from '#core/offline/for-work.ts';
import { HASHED } from '#core/offline/sections.ts';

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

/** A file of the built site: its path as a browser asks for it, the hash of its content, and whether only those who work here need it. */
export type KeptFile = readonly [path: string, hash: string] | readonly [path: string, hash: string, forWork: 1];

/** The files of a built site that a device keeps. */
export async function listFiles(folder: string): Promise<readonly KeptFile[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const kept = files.map((file) => ({ file, path: toPath(relative(folder, file)) }));
  const wanted = kept.filter(({ path }) => !LEFT_OUT.some((pattern) => pattern.test(path)));
  wanted.sort((a, b) => (a.path < b.path ? -1 : 1));
  const loads = new Map<string, readonly string[]>();
  // One after another: of a directory of 10,000 services there are more files than may be open at once.
  const listed: (readonly [path: string, hash: string])[] = [];
  for (const { file, path } of wanted) {
    const content = await readFile(file);
    listed.push([path, hashOf(content)]);
    if (path.endsWith('/') || path.startsWith(HASHED)) loads.set(path, namesIn(content.toString()));
  }
  const forAll = loadedFrom(
    [...loads.keys()].filter((path) => path.endsWith('/') && !isForWork(path)),
    loads,
  );
  const forWork = loadedFrom([...loads.keys()].filter(isForWork), loads);
  return listed.map(([path, hash]) =>
    isForWork(path) || (forWork.has(path) && !forAll.has(path)) ? [path, hash, 1] : [path, hash],
  );
}

/** The built files that a page or script names: those it loads at once, and those that it may load later. */
function namesIn(text: string): readonly string[] {
  return (text.match(/(?<![\w.~-])[\w.~-]+\.(?:js|css)\b/g) ?? []).map((name) => `${HASHED}${name}`);
}

function loadedFrom(pages: readonly string[], loads: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const all = new Set<string>();
  const left = [...pages];
  for (let path = left.pop(); path !== undefined; path = left.pop()) {
    for (const name of loads.get(path) ?? []) {
      if (!loads.has(name) || all.has(name)) continue;
      all.add(name);
      left.push(name);
    }
  }
  return all;
}

function toPath(file: string): string {
  const path = `/${file.split(sep).map(encodeURIComponent).join('/')}`;
  return path.replace(/\/index\.html$/, '/');
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, HASH_DIGITS);
}
