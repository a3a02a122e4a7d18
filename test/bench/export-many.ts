import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { openEmbeddedStore } from '#intake/shelf/embedded-store.ts';
import { shelfOn } from '#intake/shelf/shelf-on.ts';
import { readForms } from '#publish/forms/read-forms.ts';
import { newSealingKeys, newSigningKeys } from '#sealing/keys.ts';
import { signReceipt } from '#sealing/receipts.ts';
import { seal } from '#sealing/seal.ts';
import { derbyAnswers } from '../support/answers.ts';
import { inSeconds } from './table.ts';

const AT_ONCE = 500;

/**
 * `wayin intake export` of many submissions, from the store's folder: how long, and how much memory at most. Its own
 * memory stands apart from the files of the store that LevelDB maps: those the system takes back when it needs to.
 */
export async function exportMany(counts: readonly number[]): Promise<readonly (readonly (string | number)[])[]> {
  const rows = [];
  for (const count of counts) {
    const folder = mkdtempSync(join(tmpdir(), 'wayin-bench-'));
    await fill(folder, count);
    rows.push([count, ...(await timedExport(folder))]);
    rmSync(folder, { recursive: true });
  }
  return rows;
}

/** Fills a store in bulk: what is measured is reading it. */
async function fill(folder: string, count: number): Promise<void> {
  const form = readForms().find(({ definition }) => definition.id === 'derby-self');
  if (!form) throw new Error('There is no derby-self');
  const [sealing, signing] = [await newSealingKeys(), await newSigningKeys()];
  writeFileSync(join(folder, 'derby-team.12345678.private.json'), JSON.stringify(sealing.privateKey));
  const store = await openEmbeddedStore(join(folder, 'store'));
  if (!store.ok) throw new Error(store.problem);
  await shelfOn(store.value).keepForm(form, '2026-04-01');
  await store.value.close();
  const [submissions, receipts] = ['submissions', 'receipts'].map((name) => new PouchDB(join(folder, 'store', name)));
  for (let made = 0; made < count; made += AT_ONCE) {
    const some = await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - made) }, async () => {
        const envelope = await seal(
          {
            kind: 'submission',
            version: 1,
            draft: crypto.randomUUID(),
            form: 'derby-self',
            formVersion: form.version,
            recipient: 'derby-team',
            system: 'derby',
            createdAt: '2026-04-02T09:59:00.000Z',
            language: 'en',
            channel: 'online',
            consent: { privacyNotice: 'derby-2026-1', agreedAt: '2026-04-02T09:59:00.000Z', share: [] },
            answers: derbyAnswers,
          },
          sealing.publicKey,
        );
        const { _id: id, form: name, formVersion } = envelope;
        const about = { id, hash: id.slice('submission:'.length), form: name, formVersion };
        const receipt = await signReceipt({ ...about, receivedAt: '2026-04-02T10:00:00+01:00' }, signing.privateKey);
        return { envelope, receipt: { _id: id, receipt } };
      }),
    );
    await submissions?.bulkDocs(some.map(({ envelope }) => envelope));
    await receipts?.bulkDocs(some.map(({ receipt }) => receipt));
  }
  await Promise.all([submissions?.close(), receipts?.close()]);
}

async function timedExport(folder: string): Promise<readonly (string | number)[]> {
  const began = performance.now();
  const child = spawn(process.execPath, ['src/cli/main.ts', 'intake', 'export', '--format', 'csv'], {
    env: { ...process.env, WAYIN_DATA: folder, WAYIN_KEYS: folder, COUCHDB_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  let own = 0;
  let mapped = 0;
  child.stdout.on('data', (part: Buffer) => {
    lines += part.filter((byte) => byte === 10).length;
  });
  const watch = setInterval(() => {
    own = Math.max(own, memoryMb(child.pid ?? 0, 'RssAnon'));
    mapped = Math.max(mapped, memoryMb(child.pid ?? 0, 'RssFile'));
  }, 200);
  await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  return [lines - 1, inSeconds(performance.now() - began), own, mapped];
}

/** Resident memory of one sort; none once the process has ended. */
function memoryMb(pid: number, sort: 'RssAnon' | 'RssFile'): number {
  try {
    return Math.round(
      Number(new RegExp(`${sort}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
    );
  } catch {
    return 0;
  }
}
