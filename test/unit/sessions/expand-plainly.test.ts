import fc from 'fast-check';
import { expect, test } from 'vitest';
import { expandPlainly } from '#core/sessions/expand-plainly.ts';
import { expandRule } from '#core/sessions/expand-rule.ts';
import { addDays } from '#core/sessions/wall-time.ts';
import { filesIn, readText } from '../../support/content.ts';

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const day = fc.integer({ min: 0, max: 2_000 }).map((days) => addDays('2024-01-01', days));
const weekdays = fc.uniqueArray(fc.constantFrom(...WEEKDAYS), { minLength: 1, maxLength: 3 });
const places = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom('', '1', '2', '3', '4', '5', '-1', '-2'), fc.constantFrom(...WEEKDAYS))
    .map((pair) => pair.join('')),
  { minLength: 1, maxLength: 3 },
);
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  day.map((last) => `;UNTIL=${last.replaceAll('-', '')}`),
  day.map((last) => `;UNTIL=${last.replaceAll('-', '')}T225900Z`),
);
const rule = fc
  .tuple(
    fc.oneof(
      weekdays.map((days) => `FREQ=WEEKLY;BYDAY=${days}`),
      places.map((days) => `FREQ=MONTHLY;BYDAY=${days}`),
      fc.constant('FREQ=DAILY'),
      fc.constant('FREQ=WEEKLY'),
    ),
    fc.integer({ min: 1, max: 4 }).map((every) => `;INTERVAL=${every}`),
    end,
  )
  .map((parts) => parts.join(''));

test('[G35] a device finds the same days as the library of the build, for every rule that people may write', () => {
  fc.assert(
    fc.property(rule, day, fc.constantFrom('00:00', '09:30', '18:00', '23:30'), day, (written, start, clock, first) => {
      const given = [written, `${start}T${clock}`, first, addDays(first, 120)] as const;
      expect(expandPlainly(...given)).toEqual(expandRule(...given));
    }),
    { numRuns: 400 },
  );
}, 60_000);

test.each(
  filesIn('content/groups/*/group.yaml').flatMap((path) =>
    [...readText(path).matchAll(/starts: (\S+)[\s\S]*?rule: (FREQ\S+)/g)].map(([, starts = '', written = '']) => [
      path,
      written,
      starts,
    ]),
  ),
)('%s: a device knows the dates of %s', (_, written, starts) => {
  const given = [written, starts, '2026-01-01', '2027-12-31'] as const;
  expect(expandPlainly(...given)).toEqual(expandRule(...given));
  expect(expandPlainly(...given)).not.toEqual([]);
});

test('of a rule that a device does not understand nothing is said, rather than something wrong', () => {
  expect(expandPlainly('FREQ=MONTHLY;BYMONTHDAY=13', '2026-01-13T10:00', '2026-01-01', '2026-12-31')).toEqual([]);
  expect(expandPlainly('FREQ=SECONDLY', '2026-01-13T10:00', '2026-01-01', '2026-12-31')).toEqual([]);
});
