import { expect, test } from 'vitest';
import { parseJson } from '#intake/drop-box/parse-json.ts';

test('JSON with one meaning is read as it stands', () => {
  const value = { a: [1, -2.5e3, true, false, null, 'é"\\ }{'], b: {} };
  expect(parseJson(JSON.stringify(value))).toEqual({ ok: true, value });
});

test.each([
  ['{"a":1,"a":2}', 'duplicateKey'],
  ['[{"b":{"a":1,"\\u0061":2}}]', 'duplicateKey'],
  ['{"__proto__":{}}', 'forbiddenKey'],
  ['{"a":{"constructor":1}}', 'forbiddenKey'],
  ['{"a":1,}', 'notJson'],
  ["{'a':1}", 'notJson'],
  ['{"a":1}{"b":2}', 'notJson'],
  ['', 'notJson'],
  ['"half', 'notJson'],
  ['NaN', 'notJson'],
  ['['.repeat(13) + ']'.repeat(13), 'tooDeep'],
  ['{"a":'.repeat(50_000), 'tooDeep'],
])('[G25] %s is refused', (text, problem) => {
  expect(parseJson(text)).toEqual({ ok: false, problem });
});
