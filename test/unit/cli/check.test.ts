import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const MAIN = new URL('../../../src/cli/main.ts', import.meta.url).pathname;

function wayin(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    input,
    encoding: 'utf8',
    cwd: tmpdir(),
  });
  return { status, stdout, stderr };
}
const check = (checker: string, answers: object | string, ...more: string[]) =>
  wayin(['check', checker, '-', ...more], typeof answers === 'string' ? answers : JSON.stringify(answers));

describe('wayin check', () => {
  test('[E2] prints the verdict as one JSON object, to the letter of the contract', () => {
    const { status, stdout } = check('derby', {
      age: 34,
      residence: 'derby',
      mentalHealthNeed: 'yes',
      personalCare: 'not-sure',
    });
    expect(status).toBe(0);
    const printed = JSON.parse(stdout);
    expect(printed).toMatchObject({ checker: 'derby', ruleVersion: expect.any(String), next: expect.any(Array) });
    expect(printed.outcomes.map(({ id }: { id: string }) => id)).toEqual([
      'derby-self',
      'derby-carer',
      'derby-transition',
      'derby-phone',
    ]);
    expect(printed.outcomes[0].result).toBe('maybe');
    expect(printed.outcomes[0].because).toContainEqual({ criterion: 'adult', met: true, text: 'You are 18 or over.' });
    expect(printed.outcomes[0].because).toContainEqual({ criterion: 'careMet', met: null, text: expect.any(String) });
    for (const { next } of printed.outcomes) {
      for (const step of next)
        expect(step).toEqual({
          kind: expect.stringMatching(/^(form|contact|service|page)$/),
          text: expect.any(String),
          href: expect.stringMatching(/^\/en\//),
        });
    }
  });

  test('[D34] the target stands with the wage', () => {
    const { stdout } = check('pay-progression', {
      previousPay: '12.00',
      newPay: '13.68',
      livingWage: 13.15,
      inflation: '4.0',
    });
    expect(JSON.parse(stdout).outcomes[0]).toMatchObject({ id: 'wage', result: 'yes', target: '13.68' });
  });

  test('[D5] a file is read from where one stands', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wayin-'));
    const file = join(folder, 'answers.json');
    writeFileSync(
      file,
      JSON.stringify({ hasFixedAddress: 'yes', postcode: 'se17 1rw', age: 20, circumstances: ['careLeaver'] }),
    );
    const { stdout } = wayin(['check', 'southwark-works', file]);
    expect(JSON.parse(stdout).outcomes.filter(({ result }: { result: string }) => result === 'yes')).toHaveLength(5);
  });

  test.each<[string, object | string, RegExp]>([
    ['an unknown key', { agee: 3 }, /"agee".*age, residence, mentalHealthNeed/],
    [
      'an unknown value',
      { residence: 'derbyshire' },
      /^wayin: residence: "derbyshire".*derby, temporary, elsewhere, not-sure/,
    ],
    ['a number out of range', { age: -1 }, /age: "-1".*0 to 120/],
    ['no number', { age: 'old' }, /age: "old".*0 to 120/],
    ['no object', '[]', /not a JSON object/],
    ['no JSON', '{', /not a JSON object/],
    ['nothing at all', '', /not a JSON object/],
    ['null', { age: null }, /age: "null".*0 to 120, or not-sure/],
    ['a list where one value is meant', { residence: ['derby'] }, /residence: .*derby, temporary, elsewhere, not-sure/],
    ['a key of every object', '{"__proto__":{"age":3},"constructor":1}', /"__proto__" is not a key/],
    ['lines in a value', { residence: 'der\nby' }, /residence: "der by" is not a value/],
    [
      'a whole page in a value',
      { residence: 'derby '.repeat(500) },
      /residence: "derby derby .{60,80}…" is not a value/,
    ],
  ])('%s ends with 1 and one line', (_, answers, line) => {
    const { status, stdout, stderr } = check('derby', answers);
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toMatch(line);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  test('an unknown checker and language end with 1, misuse with 2', () => {
    expect(check('derbi', {})).toMatchObject({ status: 1, stderr: expect.stringMatching(/derby/) });
    expect(check('derby', {}, '--lang', 'xx')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/en, ar, pl/),
    });
    expect(wayin(['check', 'derby'])).toMatchObject({ status: 2 });
    expect(check('derby', {}, '--colour', 'red')).toMatchObject({ status: 2 });
  });
});

describe('wayin promise', () => {
  test('[E2] answers to the letter of the contract', () => {
    const { status, stdout } = wayin(['promise', 'derby', '2026-04-02T10:00:00+01:00']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '{"respondBy":"2026-04-09","seenBy":"2026-04-15"}\n' });
    expect(wayin(['promise', 'derby', '2029-01-02T10:00:00Z']).status).toBe(1);
    expect(wayin(['promise', 'derby']).status).toBe(2);
  });
});

describe('wayin postcodes', () => {
  test('[D5] builds the sets from an ONS file, Northern Ireland and no councils left out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'wayin-'));
    const csv = join(folder, 'onspd.csv');
    const out = join(folder, 'gb.json');
    const rows = [
      '"pcd","pcds","doterm","oslaua"',
      '"SE170AA","SE17 0AA","","E09000028"',
      '"SE170AB","SE17 0AB","199001","E09000022"',
      '"SE170AD","SE17 0AD","","E09000028"',
      '"BT1 1AA","BT1 1AA","","N09000003"',
      '"JE2 3AA","JE2 3AA","","L99999999"',
    ];
    writeFileSync(csv, rows.join('\r\n'));
    const { status, stdout } = wayin(['postcodes', csv, '--out', out]);
    expect(status).toBe(0);
    expect(stdout).toContain('3 postcodes, 2 councils; 2 lines left out');
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({
      las: ['E09000022', 'E09000028'],
      o: { SE17: [1, {}, { 0: '0AB' }] },
    });
  });

  test('a file of another kind ends with 1 and the columns it needs', () => {
    const csv = join(mkdtempSync(join(tmpdir(), 'wayin-')), 'x.csv');
    writeFileSync(csv, 'a,b\n1,2\n');
    expect(wayin(['postcodes', csv])).toMatchObject({ status: 1, stderr: expect.stringMatching(/pcds/) });
    expect(wayin(['postcodes', '/nowhere.csv'])).toMatchObject({ status: 1, stderr: expect.stringMatching(/ENOENT/) });
  });
});
