import { describe, expect, test } from 'vitest';
import { expandPlainly } from '#core/sessions/expand-plainly.ts';
import { problemOfRule } from '#core/timetable/rule.ts';
import { minutesBetween, ruleOf } from '#islands/organiser/edits/rules.ts';

test.each([
  ['weekly', '2026-12-01', ['2026-12-01', '2026-12-08', '2026-12-15']],
  ['fortnightly', '2026-12-01', ['2026-12-01', '2026-12-15', '2026-12-29']],
  ['monthly', '2026-12-08', ['2026-12-08', '2027-01-12', '2027-02-09']],
  ['monthlyLast', '2026-12-29', ['2026-12-29', '2027-01-26', '2027-02-23']],
])('%s from %s means the days that an organiser has in mind', (often, first, days) => {
  const rule = ruleOf(often, first) ?? '';
  expect(problemOfRule(rule)).toBeUndefined();
  const found = expandPlainly(rule, `${first}T18:00`, first, '2027-12-31');
  expect(found.slice(0, 3)).toEqual(days.map((day) => `${day}T18:00`));
});

test('once is no rule', () => {
  expect(ruleOf('once', '2026-12-01')).toBeUndefined();
});

describe('how long it lasts', () => {
  test.each([
    ['18:00', '19:30', 90],
    ['18:00', '18:04', undefined],
    ['18:00', '17:00', undefined],
    ['', '17:00', undefined],
    ['18:00', '', undefined],
  ])('from %s to %s', (starts, ends, minutes) => {
    expect(minutesBetween(starts, ends)).toBe(minutes);
  });
});
