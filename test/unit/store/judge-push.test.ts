import { expect, test } from 'vitest';
import { judgePush } from '#store/push.ts';

test.each([
  ['nothing wrong: ask for the receipt', {}, undefined],
  ['a refusal by name', { row: 'unknownForm' }, { kind: 'refused', problem: 'unknownForm' }],
  ['an error row of no known name', { row: 'internal_server_error' }, { kind: 'failed', problem: 'serverTrouble' }],
  ['413', { failed: { status: 413 } }, { kind: 'refused', problem: 'tooLarge' }],
  ['401', { failed: { status: 401 } }, { kind: 'failed', problem: 'notAllowed' }],
  ['403', { failed: { status: 403 } }, { kind: 'failed', problem: 'notAllowed' }],
  ['404, a host without an intake', { failed: { status: 404 } }, { kind: 'failed', problem: 'strangeAnswer' }],
  ['429', { failed: { status: 429, retryAfterMs: 7 } }, { kind: 'failed', problem: 'busy', retryAfterMs: 7 }],
  ['502', { failed: { status: 502 } }, { kind: 'failed', problem: 'serverTrouble' }],
  ['no answer', { unreachable: true }, { kind: 'failed', problem: 'noConnection' }],
  ['an HTML page', { strange: true }, { kind: 'failed', problem: 'strangeAnswer' }],
] as const)('[G15] %s', (_, seen, verdict) => {
  expect(judgePush(seen)).toEqual(verdict);
});
