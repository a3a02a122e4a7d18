import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyForm, type FormFiles } from '#core/forms/edit/form-files.ts';
import { readCsv, writeCsv } from '#core/forms/exchange/csv.ts';
import { readXml } from '#core/forms/exchange/read-xml.ts';
import { sentencesFor, takeTranslations } from '#core/forms/exchange/translate.ts';
import { fromTranslationCsv, toTranslationCsv } from '#core/forms/exchange/translation-csv.ts';
import { fromXliff, toXliff } from '#core/forms/exchange/xliff.ts';

const blank = emptyForm('walk', 'en', 'A walk & <more>');
const files: FormFiles = {
  ...blank,
  texts: {
    en: {
      ...blank.texts['en'],
      title: 'A walk & <more>',
      intro: ['Slow. \u2068Free\u2069.'],
      recipients: {},
      pages: { 'page-1': { title: 'You' } },
      questions: { name: { label: 'Name', problems: { tooLong: 'At most {{limit}} letters' } } },
    },
    ar: { title: 'نزهة', intro: [], recipients: {}, pages: {}, questions: { name: { label: 'الاسم' } } },
  },
  translated: { ar: { title: 'A walk & <more>', 'questions.name.label': 'First name' } },
};
const languages = { source: 'en', target: 'ar' };

test('each sentence is new, stale or done', () => {
  expect(sentencesFor(files, 'ar').map(({ key, state }) => `${key} ${state}`)).toEqual([
    'title done',
    'intro.0 new',
    'pages.page-1.title new',
    'questions.name.label stale',
    'questions.name.problems.tooLong new',
  ]);
});

describe.each([
  ['XLIFF', (list: ReturnType<typeof sentencesFor>) => fromXliff(toXliff(list, 'walk', languages))],
  ['CSV', (list: ReturnType<typeof sentencesFor>) => fromTranslationCsv(toTranslationCsv(list, languages))],
] as const)('%s', (name, around) => {
  test('goes out and comes back with the same sentences, right to left ones too', () => {
    const list = sentencesFor(files, 'ar');
    expect(around(list)).toEqual({
      ok: true,
      value: { language: 'ar', rows: list.map(({ key, source, target }) => ({ key, source, target })) },
    });
  });

  test('whatever a sentence holds, it comes back', () => {
    // A carriage return is white space that XML makes a line feed of; our texts have none.
    const text = fc
      .string({ unit: 'binary', maxLength: 20 })
      .filter((one) => !/[\r\ud800-\udfff\ufffe\uffff]/u.test(one));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold, and what our texts never have.
    const writable = text.map((one) => one.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, ''));
    fc.assert(
      fc.property(
        writable,
        fc.constantFrom('', '=1+1', '-2', '@x', '+3', "'=1", ' a ', '"', '{{limit}}', '\t='),
        (some, mark) => {
          const list = [{ key: 'title' as const, source: mark + some, target: some + mark, state: 'done' as const }];
          const back = around(list);
          expect(back.ok && back.value.rows).toEqual([{ key: 'title', source: mark + some, target: some + mark }]);
        },
      ),
    );
  });

  test('whatever comes back instead, nothing is thrown', () => {
    const read = name === 'CSV' ? fromTranslationCsv : fromXliff;
    const good = name === 'CSV' ? 'key,source,target\n' : '<xliff version="1.2"><file>';
    fc.assert(
      fc.property(
        fc.string(),
        fc.boolean(),
        (text, isBegun) => void expect(read((isBegun ? good : '') + text)).toHaveProperty('ok'),
      ),
    );
  });
});

test('blanks are marked, so that a program for translators guards them', () => {
  expect(toXliff(sentencesFor(files, 'ar'), 'walk', languages)).toContain('At most <ph id="1">{{limit}}</ph> letters');
});

test('XLIFF 2.0 comes in as well, its segments joined', () => {
  const second = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="pl"><file id="f">
    <group><unit id="title"><segment><source>A </source><target>Raz </target></segment><segment><source>walk</source><target>i dwa</target></segment></unit></group>
    <unit id="questions.name.problems.tooLong"><segment><source>At most <ph equiv="{{limit}}"/> letters</source><target>Do <ph equiv="{{limit}}"/> liter</target></segment></unit>
  </file></xliff>`;
  expect(fromXliff(second)).toEqual({
    ok: true,
    value: {
      language: 'pl',
      rows: [
        { key: 'title', source: 'A walk', target: 'Raz i dwa' },
        { key: 'questions.name.problems.tooLong', source: 'At most {{limit}} letters', target: 'Do {{limit}} liter' },
      ],
    },
  });
});

test.each([
  ['an entity of its own', '<!DOCTYPE x [<!ENTITY a "b">]><xliff version="1.2">&a;</xliff>'],
  ['an entity that is not declared', '<xliff version="1.2">&a;</xliff>'],
  ['an external file', '<!DOCTYPE x SYSTEM "file:///etc/passwd"><xliff version="1.2"/>'],
  ['a tag that is never closed', '<xliff version="1.2"><file>'],
  ['two roots', '<xliff version="1.2"/><xliff version="1.2"/>'],
  ['elements nested without end', '<a>'.repeat(10_000)],
])('XML with %s is not read', (_, text) => {
  expect(readXml(text)).toBeUndefined();
  expect(fromXliff(text)).toEqual({ ok: false, problem: 'notXliff' });
});

describe('what comes back', () => {
  const take = (...rows: readonly [key: string, source: string, target: string][]) =>
    takeTranslations(
      files,
      'ar',
      rows.map(([key, source, target]) => ({ key, source, target })),
    );

  test('is put in its place, and the sentence is done', () => {
    const { files: after, report, changed } = take(['questions.name.label', 'Name', 'اسمك']);
    expect(after.texts['ar']?.questions['name']?.label).toBe('اسمك');
    expect(sentencesFor(after, 'ar').find(({ key }) => key === 'questions.name.label')?.state).toBe('done');
    expect({ report, changed }).toEqual({ report: [], changed: 1 });
  });

  test('is taken and stays stale where the source has changed meanwhile', () => {
    const { files: after, report } = take(['pages.page-1.title', 'About you', 'عنك']);
    expect(report).toEqual([{ code: 'sourceChanged', key: 'pages.page-1.title', params: {} }]);
    expect(sentencesFor(after, 'ar').find(({ key }) => key === 'pages.page-1.title')).toMatchObject({
      state: 'stale',
      target: 'عنك',
    });
  });

  test.each([
    ['questions.other.label', 'x', 'y', 'unknownKey'],
    ['questions.constructor.label', 'x', 'y', 'unknownKey'],
    ['__proto__.title', 'x', 'y', 'unknownKey'],
    ['questions.name.problems.tooLong', 'At most {{limit}} letters', 'كثير', 'blanksDiffer'],
    ['questions.name.problems.tooLong', 'At most {{limit}} letters', '{{limit}} {{more}}', 'blanksDiffer'],
    ['pages.page-1.title', 'You', '  ', 'empty'],
  ])('%s is not taken: %s → %s', (key, source, target, code) => {
    const { files: after, report, changed } = take([key, source, target]);
    expect(report).toMatchObject([{ code, key }]);
    expect(after.texts).toEqual(files.texts);
    expect(changed).toBe(0);
  });

  test('a key that comes twice is taken once', () => {
    const { files: after, report } = take(['title', 'A walk & <more>', 'أولا'], ['title', 'A walk & <more>', 'ثانيا']);
    expect(after.texts['ar']?.title).toBe('أولا');
    expect(report).toEqual([{ code: 'twice', key: 'title', params: {} }]);
  });

  test('a language that the form did not have begins', () => {
    const { files: after } = takeTranslations(files, 'pl', [
      { key: 'title', source: files.texts['en']?.title ?? '', target: 'Spacer' },
    ]);
    expect(after.texts['pl']?.title).toBe('Spacer');
  });
});

test('a spreadsheet runs nothing of a CSV file', () => {
  const csv = writeCsv([['=HYPERLINK("x")', '+1', '-1', '@a', 'fine', "it's"]]);
  expect(csv).toBe('\ufeff"\'=HYPERLINK(""x"")","\'+1","\'-1","\'@a",fine,it\'s\r\n');
});

test.each([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  [
    'a\tb\r\n"x\ny"\t2\r\n',
    [
      ['a', 'b'],
      ['x\ny', '2'],
    ],
  ],
  [
    'a,b\n1,',
    [
      ['a', 'b'],
      ['1', ''],
    ],
  ],
  ['"open', undefined],
])('CSV from other programs is read: %j', (text, rows) => {
  expect(readCsv(text)).toEqual(rows);
});
