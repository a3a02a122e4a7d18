import { expect, test } from 'vitest';
import { makeTries } from '#intake/people/tries.ts';

const MINUTE_MS = 60_000;

test('five tries are free; each one after waits twice as long, up to five minutes', () => {
  let now = 0;
  const tries = makeTries(() => now);
  const asker = { whom: 'ada', address: '203.0.113.7' };
  const waits = Array.from({ length: 15 }, () => {
    const seconds = tries.begin(asker);
    now += seconds * 1000;
    if (seconds > 0) tries.begin(asker);
    return seconds;
  });
  expect(waits).toEqual([0, 0, 0, 0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300]);
});

test('what is an hour old is forgotten, and so is all before a right passphrase', () => {
  let now = 0;
  const tries = makeTries(() => now);
  const asker = { whom: 'ada', address: '203.0.113.7' };
  const tryFive = () => {
    for (let tried = 0; tried < 5; tried += 1) tries.begin(asker);
  };
  tryFive();
  expect(tries.begin(asker)).toBeGreaterThan(0);
  now += 61 * MINUTE_MS;
  tryFive();
  tries.succeed(asker);
  expect(tries.begin(asker)).toBe(0);
});

test('one /64 of IPv6 is one address, however it is written', () => {
  const tries = makeTries(() => 0);
  const addresses = [
    '2001:db8:1:2::1',
    '2001:db8:1:2:0:0:0:9',
    '2001:db8:1:2:ffff::',
    '2001:db8:1:2::a',
    '2001:db8:1:2::b',
  ];
  for (const address of addresses) expect(tries.begin({ whom: 'ada', address })).toBe(0);
  expect(tries.begin({ whom: 'ada', address: '2001:db8:1:2::c' })).toBeGreaterThan(0);
  expect(tries.begin({ whom: 'ada', address: '2001:db8:1:3::c' })).toBe(0);
});

test('who walks through names from one address is slowed down as well, but a known device is not', () => {
  const tries = makeTries(() => 0);
  const address = '203.0.113.7';
  for (let person = 0; person < 30; person += 1) tries.begin({ whom: `person ${person}`, address });
  expect(tries.begin({ whom: 'ada', address })).toBeGreaterThan(0);
  expect(tries.begin({ whom: 'ada', address, device: 'known' })).toBe(0);
});
