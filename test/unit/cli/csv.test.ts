import { expect, test } from 'vitest';
import { toCsv } from '../../../src/cli/intake/csv.ts';

test('a table is written as RFC 4180 has it', () => {
  const rows = [
    ['1', 'a, b'],
    ['2', 'say "hi"'],
    ['3', 'two\nlines'],
    ['', ' edge '],
  ];
  expect(toCsv(['n', 'text'], rows)).toBe('n,text\r\n1,"a, b"\r\n2,"say ""hi"""\r\n3,"two\nlines"\r\n," edge "\r\n');
});

test.each(['=1+1', '+44 7700 900000', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1'])(
  '%j is no formula in a spreadsheet',
  (text) => {
    expect(
      toCsv(['c'], [[text]])
        .split('\r\n')
        .slice(1)
        .join('\r\n'),
    ).toMatch(/^"?'/);
  },
);
