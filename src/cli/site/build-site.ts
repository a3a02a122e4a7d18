import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PublicKeys } from '../keys/published-keys.ts';
import { WrongInput } from '../problems.ts';
import { compressSite } from './compress.ts';
import type { Published } from './published.ts';

export interface BuildInputs {
  readonly project: string;
  readonly folder: string;
  readonly publicKeys: PublicKeys;
  readonly published: Published;
  /** Another build, most of whose files are the same. */
  readonly earlier?: string | undefined;
}

/** Runs the build into a folder and compresses what came of it. What the build says is shown only if it fails. */
export async function buildSite({ project, folder, publicKeys, published, earlier }: BuildInputs): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'wayin-build-'));
  try {
    const keysFile = join(temporary, 'keys.json');
    const changesFile = join(temporary, 'changes.ndjson');
    await writeFile(keysFile, JSON.stringify(publicKeys));
    const formsFile = join(temporary, 'forms.json');
    await writeFile(changesFile, published.changes);
    await writeFile(formsFile, published.forms || '[]');
    await runAstro(project, {
      WAYIN_SITE: folder,
      WAYIN_PUBLIC_KEYS: keysFile,
      WAYIN_CHANGES: changesFile,
      WAYIN_MADE_FORMS: formsFile,
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  await compressSite(folder, earlier);
}

async function runAstro(project: string, variables: { readonly [name: string]: string }): Promise<void> {
  const astro = join(project, 'node_modules', 'astro', 'bin', 'astro.mjs');
  const env = { ...process.env, ...variables, NODE_ENV: 'production', ASTRO_TELEMETRY_DISABLED: '1' };
  const build = spawn(process.execPath, [astro, 'build'], { cwd: project, env, stdio: ['ignore', 'pipe', 'pipe'] });

  const said: Buffer[] = [];
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (part: Buffer) => said.push(part));
  const stop = () => build.kill('SIGTERM');
  process.once('exit', stop);
  const status = await new Promise<number | null>((resolve, reject) =>
    build.once('error', reject).once('close', resolve),
  );
  process.off('exit', stop);

  if (status === 0) return;
  process.stderr.write(Buffer.concat(said));
  throw new WrongInput('The site could not be built: see above for the file and the cure.');
}
