import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import PouchDB from 'pouchdb';
import { expect, test } from 'vitest';
import type { Envelope } from '#core/submission/envelope.ts';
import { readReceipt } from '#sealing/receipts.ts';
import { aForm, anEnvelope, aSite, type RunningIntake, receiptKeys, startIntake } from './running-intake.ts';

const PUSH = { checkpoint: 'source', retry: false } as const;

async function withOutbox(use: (outbox: PouchDB) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'wayin-outbox-'));
  const outbox = new PouchDB(join(folder, 'outbox'));
  await use(outbox);
  await outbox.close();
  rmSync(folder, { recursive: true });
}

const remote = (intake: RunningIntake) => new PouchDB(`${intake.url}/intake/submissions`, { skip_setup: true });

async function receiptOf(intake: RunningIntake, { _id }: Envelope) {
  const response = await fetch(`${intake.url}/intake/receipts/${encodeURIComponent(_id)}`);
  return readReceipt(await response.text(), [receiptKeys.publicKey]);
}

test('[G14] PouchDB pushes its queue, and each submission is proved', async () => {
  const intake = await startIntake();
  await withOutbox(async (outbox) => {
    const envelopes = await Promise.all([anEnvelope(), anEnvelope(), anEnvelope()]);
    for (const envelope of envelopes) await outbox.put(envelope);

    expect(await outbox.replicate.to(remote(intake), PUSH)).toMatchObject({ ok: true, docs_written: 3 });
    for (const envelope of envelopes) expect(await receiptOf(intake, envelope)).toMatchObject({ ok: true });
  });
  await intake.stop();
});

test('[G16] a device that forgot it had pushed pushes again, and nothing is doubled', async () => {
  const intake = await startIntake();
  const envelope = await anEnvelope();
  for (const _ of [1, 2]) {
    await withOutbox(async (outbox) => {
      await outbox.put(envelope);
      await outbox.replicate.to(remote(intake), PUSH);
    });
  }
  const held: string[] = [];
  for await (const one of intake.shelf.list('submission')) held.push(one.envelope._id);
  expect(held).toEqual([envelope._id]);
  await intake.stop();
});

test('of three pushed documents one is refused by name, and the two beside it arrive', async () => {
  const intake = await startIntake();
  await withOutbox(async (outbox) => {
    const [first, second, third] = [await anEnvelope(), await anEnvelope(), await anEnvelope()];
    for (const document of [first, { ...second, recipient: 'network-coordinator' }, third]) await outbox.put(document);

    const pushed = await outbox.replicate.to(remote(intake), PUSH);
    expect(pushed).toMatchObject({
      docs_written: 2,
      doc_write_failures: 1,
      errors: [{ id: second._id, reason: 'wrongId' }],
    });
    expect(await intake.shelf.missing([first._id, second._id, third._id])).toEqual([second._id]);
  });
  await intake.stop();
});

test('a tombstone on the device removes nothing here', async () => {
  const intake = await startIntake();
  await withOutbox(async (outbox) => {
    const envelope = await anEnvelope();
    await outbox.put(envelope);
    await outbox.replicate.to(remote(intake), PUSH);
    const { _rev } = await outbox.get(envelope._id);
    await outbox.put({ _id: envelope._id, _rev, _deleted: true });
    await outbox.replicate.to(remote(intake), PUSH);
    expect((await intake.shelf.get(envelope._id))?.envelope).toEqual(envelope);
  });
  await intake.stop();
});

test('[G17] an answer on an older version is taken after the form was published anew', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
  const older = aForm();
  const first = await startIntake({ data, site: await aSite([older]) });
  await first.stop();

  const second = await startIntake({ data, site: await aSite([aForm({ privacyNotice: 'derby-2027-1' })]) });
  const envelope = await anEnvelope({}, older);
  await withOutbox(async (outbox) => {
    await outbox.put(envelope);
    await outbox.replicate.to(remote(second), PUSH);
  });
  expect(await receiptOf(second, envelope)).toMatchObject({ ok: true, value: { formVersion: envelope.formVersion } });
  await second.stop();
  rmSync(data, { recursive: true });
});

test('a submission whose receipt a power cut took is proved when it is asked for', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
  const envelope = await anEnvelope();
  await (await startIntake({ data })).stop();
  const submissions = new PouchDB(join(data, 'store', 'submissions'));
  await submissions.put(envelope);
  await submissions.close();

  const again = await startIntake({ data });
  expect(await receiptOf(again, envelope)).toMatchObject({ ok: true, value: { id: envelope._id } });
  expect(await again.shelf.receipt(envelope._id)).toBeDefined();
  await again.stop();
  rmSync(data, { recursive: true });
});
