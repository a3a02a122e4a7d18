import { describe, expect, test } from 'vitest';
import { canonicalJson } from '#core/canonical-json.ts';
import type { Fields, TimetableChange, TimetableDocument } from '#core/timetable/change.ts';
import { fold } from '#core/timetable/fold.ts';
import type { Device } from './organisers.ts';
import { startTimetable } from './timetable-people.ts';

const STEPS = 30;
const EDITS: readonly (readonly [target: string, set: Fields])[] = [
  ['date:main:2026-10-07', { is: 'cancelled' }],
  ['date:main:2026-10-07', { is: null, at: '2026-10-07T19:00' }],
  ['date:main:2026-10-07', { at: '2026-10-07T17:30', place: 'library' }],
  ['date:main:2026-10-07', { note: 'Bring a coat' }],
  ['session:main', { starts: '2026-09-02T19:00' }],
  ['session:main', { minutes: 60, starts: '2026-09-02T18:30' }],
  ['group', { status: 'full' }],
  ['group', { status: 'active', cost: { kind: 'free' } }],
];

/** A number from 0 to 1 at each call, the same ones for the same seed. */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * The plain model: what each device knew when something was written on it, and nothing else. Of the writings of one
 * field those count that nobody knew of when they wrote the same field again.
 */
interface Model {
  readonly server: Set<string>;
  readonly known: ReadonlyMap<Device, Set<string>>;
  readonly written: { readonly change: TimetableChange; readonly knew: ReadonlySet<string> }[];
}

function countingIn({ written }: Model): ReadonlyMap<string, readonly string[]> {
  const counting = new Map<string, readonly string[]>();
  for (const [target, field] of written.flatMap(({ change }) =>
    Object.keys(change.set).map((name) => [change.target, name]),
  )) {
    const same = written.filter(({ change }) => change.target === target && field !== undefined && field in change.set);
    const heads = same.filter(({ change }) => !same.some(({ knew }) => knew.has(change._id)));
    counting.set(
      `${target} ${field}`,
      distinct(heads.map(({ change }) => canonicalJson(change.set[field ?? ''] ?? null))),
    );
  }
  return counting;
}

function foldedIn(documents: readonly TimetableDocument[]): ReadonlyMap<string, readonly string[]> {
  const changes = documents.filter((document): document is TimetableChange => document.kind === 'change');
  const fields = [...fold(changes)].flatMap(([target, registers]) =>
    [...registers].map(
      ([field, register]) =>
        [`${target} ${field}`, distinct(register.map(({ value }) => canonicalJson(value)))] as const,
    ),
  );
  return new Map(fields);
}

const distinct = (values: readonly string[]) => [...new Set(values)].sort();
const idsOf = (documents: readonly TimetableDocument[]) =>
  documents
    .filter(({ kind }) => kind === 'change')
    .map(({ _id }) => _id)
    .sort();

// A seed that failed once stays here. One more is drawn each time, and stands in the test's name.
const seeds = [1, 20_261_001, Math.floor(Math.random() * 2 ** 31)];

describe.each(seeds)('two people, three devices, any order (seed %i)', (seed) => {
  test('nothing is lost, and all come to what the plain model says', async () => {
    const timetable = await startTimetable();
    const random = chance(seed);
    const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)] as Value;
    const devices = [timetable.device('ada'), timetable.device('ada'), timetable.device('ben')];
    const model: Model = {
      server: new Set(),
      known: new Map(devices.map((device) => [device, new Set<string>()])),
      written: [],
    };
    const knownTo = (device: Device) => model.known.get(device) as Set<string>;
    const sync = async (device: Device) => {
      expect(await device.sync()).toEqual(new Map());
      for (const id of knownTo(device)) model.server.add(id);
      for (const id of model.server) knownTo(device).add(id);
    };

    for (let step = 0; step < STEPS; step += 1) {
      const device = pick(devices);
      if (random() < 0.4) {
        await sync(device);
      } else {
        const change = await device.edit('art-table', ...pick(EDITS));
        model.written.push({ change, knew: new Set(knownTo(device)) });
        knownTo(device).add(change._id);
      }
    }
    for (const device of [...devices, ...devices]) await sync(device);

    const all = idsOf(model.written.map(({ change }) => change));
    for (const device of devices) {
      const documents = await device.documents();
      expect(idsOf(documents)).toEqual(all);
      expect(foldedIn(documents)).toEqual(countingIn(model));
    }
    await timetable.stop();
  });
});
