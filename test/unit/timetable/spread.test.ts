import { expect, test } from 'vitest';
import { alike, countsByAudience, type Placed, slotsOf, spreadGrid } from '#core/timetable/spread.ts';

const THURSDAY: Placed = {
  id: 'quiet-hour',
  area: 'derby',
  kind: 'relaxation',
  audience: ['everyone'],
  name: 'Quiet hour',
  sessions: [{ starts: '2026-09-03T18:00', rule: 'FREQ=WEEKLY;BYDAY=TH' }],
};
const CARERS: Placed = { ...THURSDAY, id: 'carers', kind: 'carers', audience: ['carers'], name: 'Carers together' };

test('[E30] the grid shows every part of every day of an area, those without a group too', () => {
  const grid = spreadGrid([THURSDAY, CARERS], ['derby', 'southwark']);
  expect(grid).toHaveLength(2 * 7 * 3);
  const filled = grid.filter(({ groups }) => groups.length > 0);
  expect(filled.map(({ area, weekday, part, groups }) => [area, weekday, part, groups.length])).toEqual([
    ['derby', 3, 'evening', 2],
  ]);
});

test('[E78] groups are counted by area and audience', () => {
  expect(countsByAudience([THURSDAY, CARERS]).get('derby')).toEqual(
    new Map([
      ['everyone', 1],
      ['carers', 1],
    ]),
  );
});

test('[E29] a similar group of the same area is found by its evening, kind, audience or name', () => {
  const wanted = { ...CARERS, name: 'Evening for carers', sessions: [{ starts: '2026-12-03T19:00' }] };
  expect(alike(wanted, [THURSDAY, CARERS]).map(({ group, same }) => [group.id, same])).toEqual([
    ['carers', ['time', 'kind', 'audience', 'name']],
    ['quiet-hour', ['time']],
  ]);
  expect(alike({ ...wanted, area: 'southwark' }, [THURSDAY, CARERS])).toEqual([]);
});

test('a group that meets twice in one part of the week is in one square', () => {
  const twice = { sessions: [{ starts: '2026-09-03T18:00' }, { starts: '2026-09-10T19:00' }] };
  expect(slotsOf(twice)).toEqual([{ weekday: 3, part: 'evening' }]);
});
