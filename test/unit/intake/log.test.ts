import { expect, test } from 'vitest';
import { logTo } from '#intake/log.ts';

test('a log line holds time, code and reference; whatever else is passed is left out', () => {
  const lines: string[] = [];
  const log = logTo(
    (line) => lines.push(line),
    () => 'now',
  );

  log({ code: 'received', reference: '7KFM-2PQX' });
  log({ code: 'fault', reason: 'Zofia Example, 01332 496 0000', reference: 'submission:abc' });
  log({ code: 'received', address: '127.0.0.1' } as never);

  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { time: 'now', code: 'received', reference: '7KFM-2PQX' },
    { time: 'now', code: 'fault' },
    { time: 'now', code: 'received' },
  ]);
});
