import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '#core/sessions/wall-time.ts';
import type { TimetableBase } from '#core/timetable/base.ts';
import { openStore } from '#intake/open-shelf.ts';
import { peopleOn } from '#intake/people/people.ts';
import type { KeptPerson } from '#intake/people/person.ts';
import { sessionsOn } from '#intake/people/sessions.ts';
import { aChange, asSent } from '../intake/organisers.ts';
import { startWayIn, type WayIn } from '../support/way-in.ts';

const TODAY = '2026-10-01';
const BEFORE = 100;
const BATCH = 50;

interface Phone {
  readonly id: string;
  readonly groups: readonly string[];
  readonly headers: { readonly [name: string]: string };
  place: string;
}

/**
 * So many organisers with two groups each, all at once, as PouchDB asks: first with an empty phone and one change to
 * send, then once more with another. Each group has a hundred changes from before. The phones share the machine.
 */
export async function organisersAtOnce(count: number): Promise<readonly (readonly (string | number)[])[]> {
  const data = mkdtempSync(join(tmpdir(), 'wayin-organisers-'));
  const wayIn = await startWayIn({ env: { WAYIN_DATA: data, WAYIN_TODAY: TODAY } });
  const base = (await (await fetch(`${wayIn.url}/wayin/timetable.json`)).json()) as TimetableBase;
  const groups = Object.keys(base.groups).filter((id) => base.groups[id]?.sessions.length);
  await wayIn.kill();
  const phones = await prepare(data, groups, count);
  await wayIn.restart();

  const watch = watchMemory(wayIn.pid);
  const calls: number[] = [];
  const rows = [['memory of the server before, MB', watch.now()]];
  for (const round of ['first', 'next']) {
    const times = await Promise.all(phones.map((phone) => sync(wayIn, phone, base, calls)));
    rows.push([`${round} round, p50, ms`, at(times, 0.5)], [`${round} round, p99, ms`, at(times, 0.99)]);
    rows.push([`${round} round, all, seconds`, Math.round(Math.max(...times) / 100) / 10]);
  }
  rows.push(['calls', calls.length], ['one call, p50, ms', at(calls, 0.5)], ['one call, p99, ms', at(calls, 0.99)]);
  rows.push(['memory of the server at most, MB', watch.most()], ['memory afterwards, MB', watch.now()]);
  watch.stop();
  await wayIn.stop();
  rmSync(data, { recursive: true, force: true });
  return rows as readonly (readonly (string | number)[])[];
}

/** People who are signed in, and what their groups changed before: written into the store while nobody has it. */
async function prepare(data: string, groups: readonly string[], count: number): Promise<readonly Phone[]> {
  const opened = await openStore({ data, databasePrefix: '' });
  if (!opened.ok) throw new Error(opened.problem);
  const { people, timetable } = opened.value.collections;
  const now = () => new Date().toISOString();
  const sessions = sessionsOn(people, peopleOn(people, now), now);

  const phones: Phone[] = [];
  for (let number = 0; number < count; number += 1) {
    const own = [number, number + 7].map((place) => groups[place % groups.length] as string);
    const id = `p-${number}`;
    const kept = { kind: 'person', version: 1, role: 'organiser', devices: [], epoch: 0 } as const;
    const person: KeptPerson = { _id: `person:${id}`, id, name: id, groups: own, ...kept };
    await people.keep({ ...person });
    const cookie = `wayin=${await sessions.begin(person)}`;
    const address = `10.0.${number >> 8}.${number & 255}`;
    phones.push({ id, groups: own, headers: { cookie, 'x-forwarded-for': address }, place: '0' });
  }
  for (const group of groups) {
    const set = { oneLine: 'Come along, and stay for tea.' };
    const changes = Array.from({ length: BEFORE }, () => aChange({ group, target: 'words:en', set }));
    await timetable.keepAll((await Promise.all(changes)).map((change) => ({ ...change })));
  }
  await opened.value.close();
  return phones;
}

/** One round of a phone, in milliseconds. */
async function sync(wayIn: WayIn, phone: Phone, base: TimetableBase, calls: number[]): Promise<number> {
  const began = performance.now();
  const ask = async <Answer>(path: string, body?: unknown): Promise<Answer> => {
    const start = performance.now();
    const response = await fetch(`${wayIn.url}/intake/timetable/${path}`, {
      headers: { ...phone.headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = await response.json();
    calls.push(performance.now() - start);
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    return answer as Answer;
  };

  const [group = ''] = phone.groups;
  const session = base.groups[group]?.sessions[0];
  const day = addDays(TODAY, Math.floor(Math.random() * 60));
  const change = asSent(await aChange({ by: phone.id, group, target: `date:${session?.id}:${day}` }));
  await ask('');
  await ask('_revs_diff', { [change['_id'] as string]: [change['_rev']] });
  const refused = await ask<readonly { reason: string }[]>('_bulk_docs', { docs: [change], new_edits: false });
  if (refused.length > 0) throw new Error(refused[0]?.reason);

  for (;;) {
    const query = `_changes?style=all_docs&limit=${BATCH}&since=${encodeURIComponent(phone.place)}`;
    const page = await ask<{ results: { id: string; changes: { rev: string }[] }[]; last_seq: string }>(query);
    phone.place = page.last_seq;
    if (page.results.length === 0) return performance.now() - began;
    const docs = page.results.map(({ id, changes: [first] }) => ({ id, rev: first?.rev }));
    await ask('_bulk_get?revs=true&latest=true', { docs });
  }
}

function at(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

function watchMemory(pid: number) {
  const now = () => {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  };
  let most = now();
  const timer = setInterval(() => {
    most = Math.max(most, now());
  }, 50);
  return { now, most: () => most, stop: () => clearInterval(timer) };
}
