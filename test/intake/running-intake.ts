import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FormDefinition, PublishedForm } from '#core/forms/definition.ts';
import type { MonitoringContent, SubmissionContent } from '#core/submission/content.ts';
import type { Envelope } from '#core/submission/envelope.ts';
import { type Clock, londonClock } from '#intake/clock.ts';
import { makeIntake } from '#intake/intake.ts';
import { logTo } from '#intake/log.ts';
import { openStore } from '#intake/open-shelf.ts';
import type { RateLimits } from '#intake/rate-limit.ts';
import type { Store } from '#intake/shelf/collection.ts';
import type { Shelf } from '#intake/shelf/shelf.ts';
import { shelfOn } from '#intake/shelf/shelf-on.ts';
import { readSite } from '#intake/site/read-site.ts';
import { formVersion } from '#sealing/hash.ts';
import { newSealingKeys, newSigningKeys } from '#sealing/keys.ts';
import { seal } from '#sealing/seal.ts';
import { timetableBase } from './timetable-base.ts';

export const recipientKeys = await newSealingKeys();
export const receiptKeys = await newSigningKeys();

export function aForm(changes: Partial<FormDefinition> = {}): FormDefinition {
  return {
    id: 'derby-self',
    system: 'derby',
    kind: 'submission',
    audience: 'resident',
    promise: 'derby',
    privacyNotice: 'derby-2026-1',
    crisisPanel: true,
    routes: [{ recipient: 'derby-team' }],
    pages: [{ id: 'name', questions: [{ id: 'fullName', kind: 'text', maxLength: 100 }] }],
    ...changes,
  };
}

export const derbySelf = aForm();
export const swkSelf = aForm({
  id: 'swk-self',
  system: 'southwark-works',
  promise: 'none',
  routes: [{ recipient: 'lot9', when: { question: 'goal', is: 'better-work' } }, { recipient: 'network-coordinator' }],
});
export const derbyEquality = aForm({ id: 'derby-equality', kind: 'monitoring', promise: 'none' });

/** A submission as a device seals it. No two are the same: the draft's name is chance. */
export async function anEnvelope(changes: Partial<SubmissionContent> = {}, form = derbySelf): Promise<Envelope> {
  const content: SubmissionContent = {
    kind: 'submission',
    version: 1,
    draft: crypto.randomUUID(),
    form: form.id,
    formVersion: await formVersion(form),
    recipient: form.routes[0]?.recipient ?? '',
    system: form.system,
    createdAt: '2026-04-02T09:59:00.000Z',
    language: 'pl',
    channel: 'queued-offline',
    consent: { privacyNotice: form.privacyNotice, agreedAt: '2026-04-02T09:59:00.000Z', share: [] },
    answers: { fullName: 'Zofia Example' },
    ...changes,
  };
  return seal(content, recipientKeys.publicKey);
}

export async function anEqualityEnvelope(): Promise<Envelope> {
  const content: MonitoringContent = {
    kind: 'monitoring',
    version: 1,
    form: derbyEquality.id,
    formVersion: await formVersion(derbyEquality),
    recipient: 'derby-team',
    system: 'derby',
    month: '2026-04',
    answers: { fullName: 'prefer-not-to-say' },
  };
  return seal(content, recipientKeys.publicKey);
}

/** As PouchDB sends a document it made itself. */
export function asPushed(envelope: Envelope): Record<string, unknown> {
  const hash = 'a'.repeat(32);
  return { ...envelope, _rev: `1-${hash}`, _revisions: { start: 1, ids: [hash] } };
}

/** A built site, small: what the intake reads of it, and a page in two languages. */
export async function aSite(forms: readonly FormDefinition[] = [derbySelf, swkSelf, derbyEquality]): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-site-'));
  const write = (path: string, content: unknown) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : JSON.stringify(content));
  };
  for (const definition of forms) {
    const published: PublishedForm = { definition, version: await formVersion(definition), text: {} };
    write(`wayin/forms/${definition.id}.json`, published);
  }
  const direction = 'ltr';
  write('wayin/languages.json', [
    { code: 'en', name: 'English', direction },
    { code: 'pl', name: 'polski', direction },
  ]);
  write('wayin/words/en.json', { form: {}, outbox: {}, intake: {} });
  write('wayin/words/pl.json', { form: {}, outbox: {}, intake: {} });
  write('wayin/keys.json', {
    recipients: { 'derby-team': recipientKeys.publicKey },
    receipts: [receiptKeys.publicKey],
  });
  const dates = ['2026-04-03', '2026-04-06'].map((date) => ({ date, title: 'Easter' }));
  write('wayin/closed.json', {});
  write('wayin/timetable.json', timetableBase);
  write('wayin/calendar.json', { source: '', licence: '', division: 'england-and-wales', lastYear: 2026, dates });
  write('_astro/a.1234abcd.css', 'body{}');
  write('service-worker.js', '');
  for (const language of ['en', 'pl']) {
    write(`${language}/index.html`, `<html lang="${language}"><title>home</title>${'x'.repeat(2000)}</html>`);
    write(`${language}/404/index.html`, `<html lang="${language}"><title>lost</title></html>`);
  }
  return folder;
}

export interface RunningIntake {
  readonly url: string;
  readonly data: string;
  readonly store: Store;
  readonly shelf: Shelf;
  /** Everything logged so far. */
  logged(): string;
  bulkDocs(documents: readonly unknown[]): Promise<Response>;
  post(path: string, body: string | object): Promise<Response>;
  stop(): Promise<void>;
}

interface Options {
  readonly site?: string;
  readonly data?: string;
  readonly couchUrl?: URL;
  readonly now?: Clock;
  readonly rateLimits?: RateLimits;
}

/** The real intake on a free port, with the embedded store in a folder of its own. */
export async function startIntake(options: Options = {}): Promise<RunningIntake> {
  const data = options.data ?? mkdtempSync(join(tmpdir(), 'wayin-intake-'));
  const folder = options.site ?? (await aSite());
  const opened = await openStore({
    data,
    databasePrefix: options.couchUrl ? 'wayin_' : '',
    ...(options.couchUrl ? { couchUrl: options.couchUrl } : {}),
  });
  if (!opened.ok) throw new Error(opened.problem);
  const store = opened.value;
  const shelf = shelfOn(store);

  const lines: string[] = [];
  const now = options.now ?? londonClock('2026-04-02');
  const app = await makeIntake({
    site: await readSite(folder),
    store,
    signingKey: receiptKeys.privateKey,
    now,
    log: logTo((line) => lines.push(line), now),
    // A real one takes a third of a second of one core, and 128 MiB.
    scryptCost: 2 ** 10,
    ...(options.rateLimits ? { rateLimits: options.rateLimits } : {}),
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;

  const post = (path: string, body: string | object) =>
    fetch(`${url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  return {
    url,
    data,
    shelf,
    store,
    logged: () => lines.join(''),
    post,
    bulkDocs: (docs) => post('/intake/submissions/_bulk_docs', { docs, new_edits: false }),
    async stop() {
      await app.close();
      await store.close();
      if (!options.data) rmSync(data, { recursive: true, force: true });
      if (!options.site) rmSync(folder, { recursive: true, force: true });
    },
  };
}
