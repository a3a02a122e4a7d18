import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#core/canonical-json.ts';
import type { TimetableChange } from '#core/timetable/change.ts';
import { conflictsIn, fold } from '#core/timetable/fold.ts';
import { undoOf } from '#core/timetable/undo.ts';
import { aChange, aChangeAfter } from './a-change.ts';

const DATE = 'date:main:2026-12-03';

const valuesIn = (changes: readonly TimetableChange[], field: string, target = DATE) =>
  fold(changes)
    .get(target)
    ?.get(field)
    ?.map(({ value }) => value);

test('a later change takes the place of what its author had seen', () => {
  const first = aChange({ set: { is: 'cancelled' } });
  const second = aChangeAfter([first], { set: { is: 'on' } });
  expect(valuesIn([second, first], 'is')).toEqual(['on']);
});

test('two people who change the same thing unseen by each other are both kept, for a person to decide', () => {
  const first = aChange({ set: { at: '2026-12-03T18:00' }, by: 'person:amina' });
  const second = aChange({ set: { at: '2026-12-03T19:00' }, by: 'person:tomek' });
  const [conflict] = conflictsIn(fold([first, second]));
  expect(conflict?.sides.map(({ value, change }) => [value, change.by])).toEqual([
    ['2026-12-03T18:00', 'person:amina'],
    ['2026-12-03T19:00', 'person:tomek'],
  ]);
  const decided = aChangeAfter([first, second], { set: { at: '2026-12-03T19:00' } });
  expect(conflictsIn(fold([decided, first, second]))).toEqual([]);
});

test('two people who change different things of one date are merged, and the same thing said twice is no conflict', () => {
  const changes = [
    aChange({ set: { at: '2026-12-03T18:30' } }),
    aChange({ set: { place: 'example-house' } }),
    aChange({ set: { place: 'example-house' } }),
  ];
  expect(conflictsIn(fold(changes))).toEqual([]);
  expect([valuesIn(changes, 'at'), valuesIn(changes, 'place')]).toEqual([['2026-12-03T18:30'], ['example-house']]);
});

test('a clock that is a year wrong decides nothing', () => {
  const first = aChange({ set: { is: 'cancelled' }, enteredAt: '2027-11-26T10:00:00Z' });
  const second = aChangeAfter([first], { set: { is: 'on' }, enteredAt: '2025-11-26T10:00:00Z' });
  expect(valuesIn([first, second], 'is')).toEqual(['on']);
});

test('a change that was refused says nothing, but who had seen it still had', () => {
  const first = aChange({ set: { note: 'Come early' } });
  const refused = aChangeAfter([first], { set: { note: 'Buy now' } });
  const last = aChangeAfter([first, refused], { set: { note: 'Come at six' } });
  const counts = ({ _id }: TimetableChange) => _id !== refused._id;
  expect(fold([first, refused, last], counts).get(DATE)?.get('note')).toHaveLength(1);
  expect(fold([first, refused], counts).get(DATE)?.get('note')?.[0].value).toBe('Come early');
});

test("undo sets what stood before, and the content's own where nothing did", () => {
  const first = aChange({ set: { note: 'Come early' } });
  const second = aChangeAfter([first], { set: { note: 'Come late', is: 'cancelled' } });
  expect(undoOf(second, [first, second])).toEqual({ note: 'Come early', is: null });
});

interface Device {
  readonly held: Map<string, TimetableChange>;
}

/** A plain model: for each field the set of (value, everything its author had seen), nothing clever. */
function modelOf(changes: readonly TimetableChange[]): Map<string, Set<string>> {
  const byId = new Map(changes.map((change) => [change._id, change]));
  const sees = (a: TimetableChange, b: string): boolean =>
    a.after.some((id) => id === b || (byId.has(id) && sees(byId.get(id) as TimetableChange, b)));
  const fields = new Map<string, Set<string>>();
  for (const change of changes) {
    for (const [field, value] of Object.entries(change.set)) {
      const rivals = changes.filter((other) => other.target === change.target && field in other.set);
      if (rivals.some((other) => other !== change && sees(other, change._id))) continue;
      const key = `${change.target} ${field}`;
      fields.set(key, (fields.get(key) ?? new Set()).add(JSON.stringify(value)));
    }
  }
  return fields;
}

test('three devices that edit and meet in any order come to what a plain model says, and lose nothing', () => {
  const act = fc.oneof(
    fc.record({
      do: fc.constant('edit' as const),
      device: fc.nat(2),
      target: fc.constantFrom(DATE, 'date:main:2026-12-10', 'group'),
      field: fc.constantFrom('is', 'at', 'note'),
      value: fc.constantFrom<Json>('a', 'b', 'c', null),
    }),
    fc.record({ do: fc.constant('meet' as const), device: fc.nat(2), other: fc.nat(2) }),
  );
  fc.assert(
    fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
      const devices: Device[] = [{ held: new Map() }, { held: new Map() }, { held: new Map() }];
      const all: TimetableChange[] = [];
      const on = (place: number) => (devices[place] as Device).held;
      for (const one of acts) {
        if (one.do === 'edit') {
          const seen = [...on(one.device).values()];
          const change = aChangeAfter(seen, { target: one.target, set: { [one.field]: one.value } });
          on(one.device).set(change._id, change);
          all.push(change);
        } else {
          for (const [id, change] of on(one.device)) on(one.other).set(id, change);
        }
      }
      for (const place of [0, 1, 2]) for (const change of all) on(place).set(change._id, change);
      const model = modelOf(all);
      for (const { held } of devices) {
        expect(held.size).toBe(all.length);
        const folded = fold([...held.values()]);
        for (const [key, values] of model) {
          const [target = '', field = ''] = key.split(' ');
          const found = folded
            .get(target)
            ?.get(field)
            ?.map(({ value }) => JSON.stringify(value));
          expect(new Set(found)).toEqual(values);
        }
      }
    }),
    { numRuns: 300 },
  );
});
