import { createHash } from 'node:crypto';
import { type Fields, hashedPart, type TimetableChange } from '#core/timetable/change.ts';
import { afterAll } from '#core/timetable/fold.ts';

let counted = 0;

/** A whole, true change; what matters to a test is named by it. */
export function aChange(given: Partial<TimetableChange> & { readonly set: Fields }): TimetableChange {
  counted += 1;
  const change = {
    kind: 'change',
    version: 1,
    group: 'quiet-hour',
    target: 'date:main:2026-12-03',
    after: [],
    by: 'person:amina',
    enteredAt: '2026-11-26T10:00:00Z',
    nonce: counted.toString(16).padStart(16, '0'),
    ...given,
  } as const;
  const hash = createHash('sha256').update(hashedPart(change)).digest('hex');
  return { ...change, _id: `change:${hash}` };
}

/** A change by somebody who has seen all of these. */
export function aChangeAfter(
  seen: readonly TimetableChange[],
  given: Partial<TimetableChange> & { readonly set: Fields },
): TimetableChange {
  return aChange({ ...given, after: afterAll(seen) });
}
