import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import { seal } from '#sealing/seal.ts';
import { derbyAnswers } from '../support/answers.ts';
import type { WayIn } from '../support/way-in.ts';
import { inSeconds } from './table.ts';

const AT_ONCE = 10;

/** Pushes sealed submissions as devices do, one document a push with its question and its receipt. */
export async function pushMany(wayIn: WayIn, count: number): Promise<readonly (readonly (string | number)[])[]> {
  const documents = await sealedDocuments(wayIn.url, count);
  const before = memoryMb(wayIn.pid);
  let most = before;
  const began = performance.now();
  const left = [...documents];
  const device = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      await pushOne(wayIn.url, next, left.length);
      most = Math.max(most, memoryMb(wayIn.pid));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, device));
  const took = performance.now() - began;
  const { stdout } = await wayIn.wayin('intake', 'list');
  return [
    ['held afterwards', stdout.split('\n').filter((line) => line.startsWith('submission:')).length],
    ['seconds', inSeconds(took)],
    ['submissions a second, receipt included', Math.round(count / (took / 1000))],
    ['memory of the server before, MB', before],
    ['memory of the server at most, MB', most],
    ['memory of the server afterwards, MB', memoryMb(wayIn.pid)],
  ];
}

interface Sealed {
  readonly _id: string;
  readonly _rev: string;
}

async function sealedDocuments(url: string, count: number): Promise<readonly Sealed[]> {
  const published = await (await fetch(`${url}/wayin/forms/derby-self.json`)).json();
  const keys = (await (await fetch(`${url}/wayin/keys.json`)).json()) as { recipients: Record<string, JWK> };
  const key = keys.recipients['derby-team'];
  const { version } = published as { version: string };
  if (!key) throw new Error('The site has no key for derby-team');
  return Promise.all(
    Array.from({ length: count }, async () => {
      const envelope = await seal(
        {
          kind: 'submission',
          version: 1,
          draft: crypto.randomUUID(),
          form: 'derby-self',
          formVersion: version,
          recipient: 'derby-team',
          system: 'derby',
          createdAt: new Date().toISOString(),
          language: 'en',
          channel: 'queued-offline',
          consent: { privacyNotice: 'derby-2026-1', agreedAt: new Date().toISOString(), share: [] },
          answers: derbyAnswers,
        },
        key,
      );
      return { ...envelope, _rev: `1-${crypto.randomUUID().replaceAll('-', '')}` };
    }),
  );
}

async function pushOne(url: string, document: Sealed, device: number): Promise<void> {
  // A hundred libraries with ten devices each: one address alone has an allowance.
  const address = { 'x-forwarded-for': `10.0.0.${device % 100}` };
  const post = (path: string, body: unknown) =>
    fetch(`${url}/intake/submissions/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...address },
      body: JSON.stringify(body),
    });
  await expectOk(await post('_revs_diff', { [document._id]: [document._rev] }));
  const revisions = { start: 1, ids: [document._rev.slice(2)] };
  await expectOk(await post('_bulk_docs', { docs: [{ ...document, _revisions: revisions }], new_edits: false }));
  await expectOk(await fetch(`${url}/intake/receipts/${encodeURIComponent(document._id)}`, { headers: address }));
}

async function expectOk(answer: Response): Promise<void> {
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
}

function memoryMb(pid: number): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
