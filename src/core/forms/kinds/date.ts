import { partsOf, readParts } from '../../date-parts.ts';
import { type Kind, plainTextOf } from './kind.ts';

interface DateFacts {
  /** Day, month and year, or month and year alone. */
  readonly parts: 'day' | 'month';
  /** First and last date that is taken, ISO. */
  readonly notBefore?: string;
  readonly notAfter?: string;
}

/** A date in numbers, one control a part: `<id>-day`, `<id>-month`, `<id>-year`. */
export const date: Kind<DateFacts> = {
  facts: { parts: 'dayOrMonth', notBefore: 'date?', notAfter: 'date?' },
  rules: ({ parts, notBefore, notAfter }) => [
    ['notADate', parts],
    ...(notBefore ? [['tooEarly', notBefore] as const] : []),
    ...(notAfter ? [['tooLate', notAfter] as const] : []),
  ],
  read: (values, { id, parts }) => readParts(partsOf(parts).map((part) => plainTextOf(values, `${id}-${part}`))),
};
