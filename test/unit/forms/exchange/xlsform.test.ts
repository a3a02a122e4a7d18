import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unpack } from '#cli/forms/unpack.ts';
import { readWorkbook } from '#core/forms/exchange/read-workbook.ts';
import { fromXlsForm } from '#core/forms/exchange/xlsform.ts';
import { imported, lines } from './imported.ts';
import { zip } from './zip.ts';

// Our own form, in the columns that xlsform.org documents.
/** `#{q}` is how XLSForm names a question: with a dollar. */
const dollars = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => row.map((cell) => cell.replaceAll('#{', '$' + '{')));

const SHEETS = {
  survey: dollars([
    [
      'type',
      'name',
      'label::English (en)',
      'label::Polish (pl)',
      'hint::English (en)',
      'required',
      'relevant',
      'constraint',
    ],
    ['start', 'start'],
    ['begin group', 'you', 'About you', 'O Tobie'],
    ['note', 'hello', 'Hello'],
    ['select_one yes_no', 'been', 'Have you been here?', 'Czy już tu byłeś?', '', 'yes'],
    ['select_multiple liked', 'good', 'What was good?', '', 'Tick all', '', "#{been} = 'yes'"],
    ['integer', 'age', 'Your age', '', '', '', "selected(#{good}, 'tea') and not(#{been} = 'no')", '. > 17'],
    ['end group'],
    ['begin repeat', 'child', 'A child', '', '', '', "#{been} = 'yes'"],
    ['text', 'childs name', 'The name of the child'],
    ['end repeat'],
    ['note', 'sorry', 'Come and see', '', '', '', "#{been} = 'no'"],
    ['acknowledge', 'ok', 'I agree', '', '', 'true()'],
    ['calculate', 'sum'],
    ['image', 'photo', 'A photo'],
    ['geopoint', 'where', 'Where?'],
  ]),
  choices: [
    ['list_name', 'name', 'label::English (en)', 'label::Polish (pl)'],
    ['yes_no', 'yes', 'Yes', 'Tak'],
    ['yes_no', 'no', 'No', 'Nie'],
    ['liked', 'tea', 'Tea'],
    ['liked', 'talk', 'Talk'],
  ],
  settings: [
    ['form_title', 'form_id', 'default_language'],
    ['A visit', 'visit', 'English (en)'],
  ],
};

describe('an XLSForm', () => {
  const { source, questions, texts, report } = imported(fromXlsForm(SHEETS));
  const question = (id: string) => questions.find((one) => one.id === id);

  test('groups are pages, repeats repeat, notes are words', () => {
    expect(source.id).toBe('visit');
    expect(source.pages.map((page) => ('use' in page ? '' : `${page.id} ${page.repeat?.most ?? 1}`))).toEqual([
      'you 1',
      'child 5',
      'questions 1',
      'questions-2 1',
    ]);
    expect(texts['en']?.pages['you']).toEqual({ title: 'About you', body: ['Hello'] });
    expect(source.pages[1]).toMatchObject({ when: { question: 'been', is: 'yes' } });
    expect(source.pages[2]).toMatchObject({ when: { question: 'been', is: 'no' }, questions: [] });
  });

  test('its conditions are read', () => {
    expect(question('good')?.when).toEqual({ question: 'been', is: 'yes' });
    expect(question('age')?.when).toEqual({
      all: [{ question: 'good', has: 'tea' }, { not: { question: 'been', is: 'no' } }],
    });
  });

  test('ids are valid, and those that changed are told', () => {
    expect(question('childs-name')).toMatchObject({ kind: 'text' });
    expect(lines(report)).toContain('changed id survey row 10');
  });

  test('its languages are files', () => {
    expect(texts['pl']?.questions['been']).toEqual({ label: 'Czy już tu byłeś?', options: { yes: 'Tak', no: 'Nie' } });
    expect(report).toContainEqual({
      how: 'toDo',
      code: 'untranslated',
      where: '',
      params: { language: 'pl', count: expect.any(Number) },
    });
  });

  test('what could not be kept is told with its row', () => {
    expect(lines(report)).toEqual(
      expect.arrayContaining([
        'notKept rule survey row 7',
        'notKept calculation survey row 14',
        'notKept upload survey row 15',
        'notKept kind survey row 16',
      ]),
    );
  });
});

const column = (place: number) => String.fromCharCode(65 + place);
const sheet = (rows: readonly (readonly string[])[]) =>
  `<?xml version="1.0"?><worksheet xmlns="x"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, place) => (cell === '' ? '' : `<c r="${column(place)}${row + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

function workbook(
  sheets: { readonly [name: string]: string },
  more: { readonly [path: string]: string } = {},
): Uint8Array {
  const names = Object.keys(sheets);
  return zip({
    'xl/workbook.xml': String(
      `<workbook xmlns:r="y"><sheets>${names.map((name, place) => `<sheet name="${name}" sheetId="${place}" r:id="r${place}"/>`).join('')}</sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': String(
      `<Relationships>${names.map((_, place) => `<Relationship Id="r${place}" Target="worksheets/sheet${place}.xml"/>`).join('')}</Relationships>`,
    ),
    ...Object.fromEntries(
      Object.values(sheets).map((text, place) => [`xl/worksheets/sheet${place}.xml`, String(text)]),
    ),
    ...more,
  });
}

describe('a workbook', () => {
  test('its sheets are rows of texts, cells that are left out are empty', async () => {
    const read = await readWorkbook(workbook({ Survey: sheet(SHEETS.survey), choices: sheet(SHEETS.choices) }), unpack);
    expect(read).toMatchObject({ ok: true, value: { choices: SHEETS.choices } });
    expect(read.ok && read.value['survey']?.[4]).toEqual([
      'select_one yes_no',
      'been',
      'Have you been here?',
      'Czy już tu byłeś?',
      '',
      'yes',
    ]);
  });

  test('shared texts are looked up', async () => {
    const strings = String('<sst><si><t>type</t></si><si><r><t>te</t></r><r><t>xt &amp; more</t></r></si></sst>');
    const cells =
      '<worksheet><sheetData><row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1"><v>3</v></c></row></sheetData></worksheet>';
    const read = await readWorkbook(workbook({ survey: cells }, { 'xl/sharedStrings.xml': strings }), unpack);
    expect(read).toMatchObject({ value: { survey: [['type', '', 'text & more', '3']] } });
  });

  test.each([
    ['no archive', new Uint8Array([1, 2, 3])],
    ['an archive of something else', zip({ 'a.txt': String('a') })],
    ['a sheet with a DOCTYPE', workbook({ survey: '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>' })],
  ])('%s is no workbook of ours', async (_, bytes) => {
    const read = await readWorkbook(bytes, unpack);
    expect(read.ok ? read.value['survey'] : undefined).toBeUndefined();
  });

  test('a small file that unpacks to a great one is refused', async () => {
    const bomb = workbook({ survey: sheet([['a']]) }, { 'xl/sharedStrings.xml': ' '.repeat(17_000_000) });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await readWorkbook(bomb, unpack)).toMatchObject({ ok: false, problem: { code: 'tooLarge' } });
  });

  test('an archive that lies about the size of what it holds is not read on', async () => {
    const files = { 'xl/workbook.xml': ' '.repeat(17_000_000), 'xl/_rels/workbook.xml.rels': 'x' };
    expect(await readWorkbook(zip(files, 10), unpack)).toMatchObject({ ok: false, problem: { code: 'notThatFormat' } });
  });
});

test('any bytes are read without an error', async () => {
  const good = workbook({ survey: sheet([['type']]) });
  const broken = fc.tuple(fc.nat(good.length - 1), fc.nat(255)).map(([at, byte]) => good.with(at, byte));
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 80 }), broken), async (bytes) => {
      expect(await readWorkbook(bytes, unpack)).toHaveProperty('ok');
    }),
  );
});
