import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TimetableDocument } from '#core/timetable/change.ts';
import { serveDesk } from '#intake/desk-socket.ts';
import { storeFolder } from '#intake/open-shelf.ts';
import { runWayIn } from '../support/way-in.ts';
import { startCouchLike } from './couch-like-server.ts';
import { aChange, asSent } from './organisers.ts';
import { startTimetable } from './timetable-people.ts';

test('two servers on one CouchDB know of each other’s changes', async () => {
  const couch = await startCouchLike();
  const [first, second] = [
    await startTimetable({ couchUrl: couch.url }),
    await startTimetable({ couchUrl: couch.url }),
  ];
  const ada = first.device('ada');
  const change = await ada.edit('art-table', 'group', { status: 'full' });
  await ada.sync();

  const ben = second.device('ben');
  await ben.sync();
  expect(await ben.documents()).toContainEqual(change);
  await first.stop();
  await second.stop();
  await couch.stop();
});

test('what is written past the intake into CouchDB is refused by its own lock', async () => {
  const couch = await startCouchLike();
  const timetable = await startTimetable({ couchUrl: couch.url });
  const change = await aChange();
  await timetable.push('ada', [asSent(change)]);
  const { _rev = '' } = couch.databases.get('wayin_timetable')?.get(change._id) ?? {};

  const authorization = `Basic ${Buffer.from(`way-in:${decodeURIComponent(couch.url.password)}`).toString('base64')}`;
  const post = async (docs: readonly object[], new_edits: boolean) => {
    const answer = await fetch(`${couch.url.origin}/wayin_timetable/_bulk_docs`, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({ docs, new_edits }),
    });
    return ((await answer.json()) as { readonly reason?: string }[]).map(({ reason }) => reason);
  };
  const later = { ...change, set: { is: 'on' }, _rev: '2-b', _revisions: { start: 2, ids: ['b', 'a'] } };
  expect(await post([later], false)).toEqual(['notGenerationOne']);
  expect(await post([{ ...change, set: { is: 'on' }, _rev }], true)).toEqual(['appendOnly']);
  expect(await post([{ ...change, _rev, _deleted: true }], true)).toEqual(['appendOnly']);
  expect(await post([{ ...(await aChange({ set: { note: '<b>' } })) }], true)).toEqual(['markup']);
  await timetable.stop();
  await couch.stop();
});

test('a change that a power cut left undecided is published at the next start', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
  const first = await startTimetable({ data });
  const change = await aChange();
  await first.intake.store.collections.timetable.keep({ ...change });
  await first.stop();

  const again = await startTimetable({ data });
  const ada = again.device('ada');
  await ada.sync();
  const published = { kind: 'decision', change: change._id, verdict: 'published' };
  expect(await ada.documents()).toEqual([change, expect.objectContaining(published)]);
  await again.stop();
  rmSync(data, { recursive: true });
});

test('a device that knows the place goes on from it after the server was started again', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
  const first = await startTimetable({ data });
  await first.push('ada', [asSent(await aChange())]);
  const { last_seq } = (await (await first.call('ada', '_changes')).json()) as { last_seq: string };
  await first.stop();

  const again = await startTimetable({ data });
  const feed = await again.call('ada', `_changes?since=${encodeURIComponent(last_seq)}`);
  expect(await feed.json()).toMatchObject({ results: [] });
  await again.stop();
  rmSync(data, { recursive: true });
});

test('wayin timetable lists and exports what is held, while the server runs or without it', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayin-data-'));
  const timetable = await startTimetable({ data });
  const desk = await serveDesk(timetable.intake.shelf, storeFolder(data));
  const off = await aChange();
  const words = await aChange({ target: 'words:en', set: { oneLine: 'Paint with us.' } });
  const other = await aChange({ by: 'ben', group: 'slow-walk', target: 'group', set: { status: 'full' } });
  await timetable.push('ada', [off, words].map(asSent));
  await timetable.push('ben', [asSent(other)]);

  const run = (...args: string[]) => runWayIn(['timetable', ...args], { WAYIN_DATA: data, COUCHDB_URL: '' });
  const { stdout: listed } = await run('list');
  const { stdout: exported } = await run('export');
  expect(listed.trimEnd().split('\n')).toEqual(
    [
      [off.enteredAt, 'published', 'art-table', off.target, '{"is":"cancelled"}', 'ada', off._id],
      [off.enteredAt, 'waiting', 'art-table', 'words:en', '{"oneLine":"Paint with us."}', 'ada', words._id],
      [off.enteredAt, 'published', 'slow-walk', 'group', '{"status":"full"}', 'ben', other._id],
    ].map((cells) => cells.join('\t')),
  );
  const documents = exported
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as TimetableDocument);
  expect(documents.filter(({ kind }) => kind === 'change')).toEqual([off, words, other]);
  expect(documents.filter(({ kind }) => kind === 'decision')).toHaveLength(2);

  await desk.close();
  await timetable.stop();
  const out = join(data, 'changes.jsonl');
  expect(await run('export', '--out', out)).toMatchObject({ status: 0 });
  expect(readFileSync(out, 'utf8')).toBe(exported);
  const { stdout: ofOne } = await run('list', '--group', 'slow-walk');
  expect(ofOne.split('\n')).toHaveLength(2);
  rmSync(data, { recursive: true });
});
