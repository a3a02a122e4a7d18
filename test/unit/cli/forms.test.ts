import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyProject, type ProjectCopy } from '../../support/copy-project.ts';
import { zip } from '../forms/exchange/zip.ts';

let project: ProjectCopy;
let files: string;
beforeAll(() => {
  project = copyProject();
  files = mkdtempSync(join(tmpdir(), 'wayin-forms-'));
});
afterAll(() => {
  project.remove();
  rmSync(files, { recursive: true, force: true });
});

const run = (...args: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/main.ts', 'forms', ...args], {
    cwd: project.folder,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};
const given = (name: string, content: string | Uint8Array) => {
  const file = join(files, name);
  writeFileSync(file, content);
  return file;
};
const formFile = (id: string, name: string) => join(project.folder, 'forms', id, name);
const read = (id: string, name: string) => JSON.parse(readFileSync(formFile(id, name), 'utf8'));

const SURVEY = JSON.stringify({
  title: 'A <b>walk</b>',
  elements: [
    { type: 'boolean', name: 'dog', title: 'Do you bring a dog?', isRequired: true },
    { type: 'text', name: 'name', title: 'Its name', visibleIf: '{dog} = true' },
    { type: 'file', name: 'photo', title: 'A photo' },
  ],
});

describe('wayin forms import', () => {
  test('writes the folder of a form, and says what was not kept', () => {
    const { status, stdout, stderr } = run('import', 'surveyjs', given('walk.json', SURVEY), 'dog-walk');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(join(project.folder, 'forms', 'dog-walk')).sort()).toEqual(['form.json', 'text.en.json']);
    expect(read('dog-walk', 'form.json').pages[0].questions[1]).toMatchObject({ when: { question: 'dog', is: 'yes' } });
    expect(read('dog-walk', 'text.en.json').questions.dog.options).toEqual({ yes: 'Yes', no: 'No' });
    expect(stdout).toContain('Not kept:\n  pages[0].elements[2]: Our forms take no files.');
    expect(stdout).toContain('Choose who receives this form');
  });

  test('overwrites nothing', () => {
    const before = readFileSync(formFile('complaint', 'form.json'), 'utf8');
    const { status, stderr } = run('import', 'surveyjs', given('walk.json', SURVEY), 'complaint');
    expect(status).toBe(1);
    expect(stderr).toBe(
      'wayin: forms/complaint: it is there already, and nothing of it is changed. Give another id.\n',
    );
    expect(readFileSync(formFile('complaint', 'form.json'), 'utf8')).toBe(before);
  });

  test('reads an XLSForm from a workbook', () => {
    const row = (...cells: readonly string[]) =>
      `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`;
    const book = zip({
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="survey" r:id="a"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': '<Relationships><Relationship Id="a" Target="worksheets/s.xml"/></Relationships>',
      'xl/worksheets/s.xml': `<worksheet><sheetData>${row('type', 'name', 'label::Polish (pl)')}${row('text', 'imie', 'Imię')}</sheetData></worksheet>`,
    });
    expect(run('import', 'xlsform', given('walk.xlsx', book), 'from-excel')).toMatchObject({ status: 0 });
    expect(read('from-excel', 'text.pl.json').questions).toEqual({ imie: { label: 'Imię' } });
  });

  test.each([
    ['../evil', 'cannot name a form'],
    ['shared', 'it is there already'],
    ['Walk', 'cannot name a form'],
  ])('an id like %s is refused', (id, why) => {
    const { status, stderr } = run('import', 'surveyjs', given('walk.json', SURVEY), id);
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(existsSync(join(project.folder, 'evil'))).toBe(false);
  });

  test.each([
    ['{', 'it is not JSON'],
    ['[]', 'This file is not SurveyJS'],
    ['{"elements":[{"type":"html","html":"x"}]}', 'There is no question in this file'],
    [
      JSON.stringify({
        elements: [{ type: 'dropdown', name: 'x', choices: Array.from({ length: 501 }, (_, at) => at) }],
      }),
      'too many options',
    ],
    [`{"elements":[],"x":"${'x'.repeat(1_100_000)}"}`, 'This file is too large'],
  ])('a file with %.20s is refused with the file, the place and the cure', (text, why) => {
    const file = given('bad.json', text);
    const { status, stdout, stderr } = run('import', 'surveyjs', file, 'bad-form');
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    expect(stderr).toContain(`wayin: ${file}: `);
    expect(stderr).toContain(why);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(existsSync(formFile('bad-form', 'form.json'))).toBe(false);
  });

  test('what a file says tells the terminal nothing', () => {
    const { stdout } = run(
      'import',
      'surveyjs',
      given(
        'esc.json',
        JSON.stringify({ elements: [{ type: 'text', name: 'a', title: 'A', visibleIf: '\u001b[2J{b} + 1\nx' }] }),
      ),
      'escaped',
    );
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for.
    expect(stdout).not.toMatch(/\u001b/);
  });
});

test('wayin forms export gives a schema that comes in again', () => {
  const out = join(files, 'complaint.json');
  const { status, stderr } = run('export', 'complaint', '--to', 'json-schema', '--out', out);
  expect(status).toBe(0);
  expect(stderr).toContain('danger-now');
  expect(run('import', 'json-schema', out, 'complaint-again')).toMatchObject({ status: 0 });
  expect(read('complaint-again', 'text.en.json').title).toBe('Make a complaint');
});

describe('wayin forms translate and translated', () => {
  test.each(['xliff', 'csv'])('as %s, a sentence goes out, is changed, and comes back alone in its file', (to) => {
    const out = join(files, `compliment.${to}`);
    const given = run('translate', 'compliment', 'pl', '--to', to, '--out', out);
    expect(given).toMatchObject({
      status: 0,
      stdout: expect.stringMatching(/^\d+ sentences in .*: 0 new, 0 changed since, \d+ done\.\n$/),
    });
    const before = readFileSync(formFile('compliment', 'text.pl.json'), 'utf8');
    const sentence = 'Powiedz, co poszło dobrze, albo coś zaproponuj';
    expect(before).toContain(sentence);
    writeFileSync(out, readFileSync(out, 'utf8').replace(sentence, `Pochwała ${to}`));
    const { status, stdout } = run('translated', 'compliment', out);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^1 sentences changed/);
    expect(readFileSync(formFile('compliment', 'text.pl.json'), 'utf8')).toBe(
      before.replace(sentence, `Pochwała ${to}`),
    );
    writeFileSync(formFile('compliment', 'text.pl.json'), before);
  });

  test('a file in another language is refused', () => {
    const out = join(files, 'other.csv');
    run('translate', 'compliment', 'ar', '--to', 'csv', '--out', out);
    expect(run('translated', 'compliment', out, '--lang', 'pl')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('not in “pl”'),
    });
  });

  test('English, in which it is written, cannot be translated to', () => {
    expect(run('translate', 'compliment', 'en', '--to', 'csv')).toMatchObject({ status: 1 });
  });
});

test('wayin forms templates lists what a form can begin with', () => {
  expect(run('templates').stdout.split('\n')).toHaveLength(7);
});

test.each([
  [],
  ['import'],
  ['import', 'word', 'a', 'b'],
  ['export', 'complaint'],
  ['translate', 'complaint', 'pl', '--to', 'pdf'],
  ['translated', 'complaint'],
  ['templates', 'x'],
])('misuse is exit 2: %s %s %s', (...args) => {
  expect(run(...args)).toMatchObject({ status: 2, stdout: '' });
});

test('a form that is not there is named, with the nearest', () => {
  const { status, stderr } = run('translate', 'complaints', 'pl', '--to', 'csv');
  expect(status).toBe(1);
  expect(stderr).toBe('wayin: There is no form "complaints". The nearest name is "complaint".\n');
});
