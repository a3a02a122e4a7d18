import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dueInMs,
  dueParcels,
  LONGEST_ASKED_MS,
  monitoringDelayMs,
  nextDueInMs,
  readRetryAfterMs,
  waitMs,
} from '#store/backoff.ts';
import type { Parcel } from '#store/parcel.ts';

const now = Date.UTC(2026, 3, 2, 10);
const facts = { form: 'derby-self', formVersion: 'v', recipient: 'derby', language: 'en', attempts: 1 };

function waiting(id: string, tryAgainAt: number, more: { triedAt?: number; savedAt?: number; attempts?: number } = {}) {
  const parcel = { ...facts, id, savedAt: now, triedAt: now, state: 'waiting', tryAgainAt, ...more } as const;
  return parcel satisfies Parcel;
}

test('[G15] waits grow from one or two seconds to at most five minutes', () => {
  expect(waitMs(1, 0)).toBe(1_000);
  expect(waitMs(1, 1)).toBe(2_000);
  expect(waitMs(4, 1)).toBe(16_000);
  expect(waitMs(1_000, 1)).toBe(300_000);
  expect(waitMs(1_000, 0)).toBe(150_000);
});

test('[G15] whatever the clock does, no parcel waits longer than an hour', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer(), fc.integer(), (triedAt, tryAgainAt, clock) => {
      const left = dueInMs(waiting('submission:1', tryAgainAt, { triedAt }), clock);
      return left >= 0 && left <= LONGEST_ASKED_MS;
    }),
  );
});

test('[G15] a clock put back, or ahead by ten years when the parcel was saved, means now', () => {
  const tenYears = 3_650 * 86_400_000;
  expect(dueInMs(waiting('submission:1', now + 60_000, { triedAt: now }), now - 1)).toBe(0);
  expect(dueInMs(waiting('submission:1', now + tenYears, { triedAt: now + tenYears }), now)).toBe(0);
  expect(dueInMs(waiting('submission:1', now + 60_000), now)).toBe(60_000);
});

test('[G14] nothing waiting means no timer; else the first due sets it', () => {
  expect(nextDueInMs([], now)).toBeUndefined();
  expect(nextDueInMs([waiting('submission:1', now + 9_000), waiting('submission:2', now + 4_000)], now)).toBe(4_000);
});

describe('[G26] equality answers', () => {
  const equality = waiting('monitoring:1', now, { attempts: 0 });

  test('wait between 5 and 20 seconds', () => {
    expect([monitoringDelayMs(0), monitoringDelayMs(1)]).toEqual([5_000, 20_000]);
  });

  test('never go in the round of a form', () => {
    const form = waiting('submission:1', now, { savedAt: now + 5 });
    expect(dueParcels([equality, form], now, false)).toEqual([form]);
    expect(dueParcels([equality], now, false)).toEqual([equality]);
  });

  test('keep their distance though a person presses "Send now"', () => {
    const early = waiting('monitoring:1', now + 9_000, { attempts: 0 });
    expect(dueParcels([early], now, true)).toEqual([]);
  });
});

test('[G14] "Send now" does not wait for the next try', () => {
  const later = waiting('submission:1', now + 60_000);
  expect(dueParcels([later], now, false)).toEqual([]);
  expect(dueParcels([later], now, true)).toEqual([later]);
});

test.each([
  [{ 'retry-after': '120' }, 120_000],
  [{ 'retry-after': '99999999' }, LONGEST_ASKED_MS],
  [{ 'retry-after': 'Thu, 02 Apr 2026 10:01:00 GMT', date: 'Thu, 02 Apr 2026 10:00:30 GMT' }, 30_000],
  [{ 'retry-after': 'Thu, 02 Apr 2026 10:01:00 GMT' }, 60_000],
  [{ 'retry-after': 'soon' }, undefined],
  [{}, undefined],
])('[G15] Retry-After of %j is %s ms', (headers, ms) => {
  expect(readRetryAfterMs(new Headers(headers), now)).toBe(ms);
});
