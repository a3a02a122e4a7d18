import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/London';

/** What time it is here: ISO 8601 to the second, with London's offset. */
export type Clock = () => string;

/** London's clock. With a `today`, the date is that one and the time of day the real one (`WAYIN_TODAY`). */
export function londonClock(today?: string): Clock {
  const date = today === undefined ? undefined : Temporal.PlainDate.from(today);
  return () => {
    const now = Temporal.Now.zonedDateTimeISO(ZONE);
    return inWords(date ? now.with(fieldsOf(date)) : now);
  };
}

/** The date in London at an instant; text without an offset is London's own wall time. Throws a `RangeError`. */
export function londonDate(iso: string): string {
  const hasOffset = /(Z|[+-]\d{2}(:?\d{2})?)$/i.test(iso.replace(/^[^T]*/i, ''));
  if (!hasOffset) return Temporal.PlainDateTime.from(iso).toPlainDate().toString();
  return Temporal.Instant.from(iso).toZonedDateTimeISO(ZONE).toPlainDate().toString();
}

function inWords(moment: Temporal.ZonedDateTime): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

function fieldsOf({ year, month, day }: Temporal.PlainDate) {
  return { year, month, day };
}
