import { describe, expect, test } from 'vitest';
import { expandRule, instantOf, untilInUtc } from '#core/sessions/expand-rule.ts';
import { occurrences, takesPlace } from '#core/sessions/occurrences.ts';
import type { Session } from '#core/sessions/session.ts';
import { type GoldenCase, goldenCases, holidaysOf, toDay, toMinute } from './golden.ts';

/** The wall times at which a case's session takes place. */
function heldTimes(golden: GoldenCase, rule: string): readonly string[] {
  const { dtstart, exdates = [], skipBankHolidays } = golden;
  const session: Session = {
    id: golden.id,
    mode: 'in-person',
    starts: toMinute(dtstart),
    minutes: 60,
    rule,
    changes: exdates.map((on) => ({ kind: 'cancelled', on: toDay(on), enteredOn: toDay(dtstart) })),
  };
  return occurrences([session], {
    first: toDay(golden.from),
    last: toDay(golden.to),
    expand: expandRule,
    holidays: skipBankHolidays ? holidaysOf(skipBankHolidays) : new Map(),
    onBankHolidays: 'no',
  })
    .filter(takesPlace)
    .map(({ starts }) => starts)
    .filter((time) => time <= toMinute(golden.to));
}

describe.each(goldenCases.map((golden) => [golden.id, golden] as const))('%s', (_, golden) => {
  const wanted = golden.expect.map(({ local }) => toMinute(local));

  test('[G35] falls on the wall times that another reader finds', () => {
    expect(heldTimes(golden, golden.rrule)).toEqual(wanted);
  });

  test('falls on the same instants', () => {
    const instants = heldTimes(golden, golden.rrule).map((time) => instantOf(time).toString());
    expect(instants).toEqual(golden.expect.map(({ utc }) => utc));
  });

  test('says the same with its last moment in UTC', () => {
    expect(heldTimes(golden, golden.rrule_utc_form ?? untilInUtc(golden.rrule))).toEqual(wanted);
  });
});

test('all twenty cases are there', () => {
  expect(goldenCases).toHaveLength(20);
});
