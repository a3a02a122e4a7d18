import { expect, test } from 'vitest';
import { timetableBase } from '#core/timetable/base.ts';
import { timetableBase as published } from '#publish/sessions/timetable-base.ts';

const base = published();

test('what the changes are changes to is in the shape that the intake reads', () => {
  expect(timetableBase.parse(JSON.parse(JSON.stringify(base)))).toEqual(base);
  expect(Object.keys(base.groups).length).toBeGreaterThan(10);
});

test.each(Object.entries(base.groups))(
  '%s has its usual dates, session by session, in the days that pages know',
  (_, group) => {
    expect(Object.keys(group.dates)).toEqual(group.sessions.map(({ id }) => id));
    for (const time of Object.values(group.dates).flat()) {
      expect(time >= base.builtOn && time.slice(0, 10) <= base.lastDay).toBe(true);
    }
  },
);

test('every place that a session names has a name in English', () => {
  const places = Object.values(base.groups).flatMap(({ sessions }) => sessions.flatMap(({ place }) => place ?? []));
  for (const place of places) expect(base.places[place]?.names['en']).toBeTruthy();
});
