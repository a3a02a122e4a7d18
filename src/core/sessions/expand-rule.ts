import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Expander } from './session.ts';
import type { WallTime } from './wall-time.ts';

const ZONE = 'Europe/London';
const MINUTE_LETTERS = 16;

/**
 * The wall times of a rule. The rule is worked out on a clock that never changes and so keeps 01:30 on the night in March
 * when London has none: RFC 5545 wants that session, rrule-temporal on London time would drop it.
 */
export const expandRule: Expander = (rule, starts, first, last) => {
  const dtstart = Temporal.PlainDateTime.from(starts).toZonedDateTime('UTC');
  const recurrence = new RRuleTemporal({ rruleString: `RRULE:${untilOnTheWall(rule)}`, dtstart, cache: false });
  const from = Temporal.PlainDate.from(first).toZonedDateTime({ timeZone: 'UTC' });
  const to = Temporal.PlainDate.from(last)
    .add({ days: 1 })
    .toZonedDateTime({ timeZone: 'UTC' })
    .subtract({ seconds: 1 });
  return recurrence.between(from, to, true).map((time) => time.toPlainDateTime().toString().slice(0, MINUTE_LETTERS));
};

/** The instant of a London wall time. One that March skips counts as if the clock had not changed yet; of two in October, the first. */
export function instantOf(time: WallTime): Temporal.Instant {
  return Temporal.PlainDateTime.from(time).toZonedDateTime(ZONE, { disambiguation: 'compatible' }).toInstant();
}

const UNTIL = /UNTIL=(\d{8})(?:T(\d{6})(Z?))?/;

/** A rule's last moment as London clocks show it, on the clock that never changes. A bare day counts whole. */
function untilOnTheWall(rule: string): string {
  return rule.replace(UNTIL, (_, day: string, clock = '235959', zulu = '') => {
    if (zulu === '') return `UNTIL=${day}T${clock}Z`;
    const local = Temporal.Instant.from(`${day}T${clock}Z`).toZonedDateTimeISO(ZONE).toPlainDateTime();
    return `UNTIL=${local.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}Z`;
  });
}

/** The same rule with its last moment in UTC, as RFC 5545 asks beside a time in a zone. */
export function untilInUtc(rule: string): string {
  return rule.replace(UNTIL, (whole, day: string, clock = '235959', zulu = '') => {
    if (zulu !== '') return whole;
    const local = Temporal.PlainDateTime.from(`${day}T${clock}`);
    const instant = local.toZonedDateTime(ZONE).toInstant();
    return `UNTIL=${instant.toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')}`;
  });
}
