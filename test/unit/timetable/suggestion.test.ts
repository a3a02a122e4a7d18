import { expect, test } from 'vitest';
import { alike, type Placed } from '#core/timetable/spread.ts';
import { gapsAmong, wantedIn } from '#core/timetable/suggestion.ts';

const walk: Placed = {
  id: 'walk',
  area: 'derby',
  kind: 'social',
  audience: ['everyone'],
  name: 'Sunday walk',
  sessions: [{ rule: 'FREQ=WEEKLY;BYDAY=SU', starts: '2026-09-06T14:00' }],
};
const answers = { groupName: 'Weekend chess', whoFor: ['men'], whereArea: 'derby', when: ['weekend'] };

test('[E29] the answers of a form say where, when and for whom a group is wanted, and what there is like it', () => {
  const wanted = wantedIn(answers, ['derby', 'peckham']);
  expect(wanted).toMatchObject({ area: 'derby', audience: ['men'], name: 'Weekend chess' });
  const other = { ...walk, id: 'other', area: 'peckham' };
  expect(alike(wanted ?? walk, [walk, other])).toEqual([{ group: walk, same: ['time'] }]);
});

test('[E30] of the times that are wanted, those at which nothing meets in that area are the gaps', () => {
  const wanted = wantedIn(answers, ['derby']);
  const gaps = gapsAmong(wanted ?? walk, [walk]);
  expect(gaps).toHaveLength(5);
  expect(gaps).not.toContainEqual({ weekday: 6, part: 'afternoon' });
  expect(gaps).toContainEqual({ weekday: 6, part: 'evening' });
});

test('without an area there is nothing to compare with', () => {
  expect(wantedIn({ ...answers, whereArea: 'not-sure' }, ['derby'])).toBeUndefined();
  expect(wantedIn({}, ['derby'])).toBeUndefined();
});

test('answers of another shape are passed over', () => {
  expect(wantedIn({ whereArea: 'derby', when: 'weekend', whoFor: 'men', groupName: ['x'] }, ['derby'])).toEqual({
    area: 'derby',
    kind: '',
    audience: [],
    name: '',
    sessions: [],
  });
});
