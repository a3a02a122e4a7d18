import { describe, expect, test } from 'vitest';
import { worksheetIds, worksheetIn } from '#publish/worksheets.ts';
import { offeredLanguages, readData, sentencesIn } from '../support/content.ts';

const languages = offeredLanguages().map(({ code }) => code);
const sheets = worksheetIds().flatMap((id) => languages.map((language) => [id, language] as const));

test("[E77] there is a sheet to prepare for one's own goals", () => {
  expect(worksheetIds()).toContain('prepare-my-goals');
});

describe.each(sheets)('[E77] the sheet %s in %s', (id, language) => {
  const sheet = worksheetIn(language, id);

  test('has the words of English, in its own language', () => {
    const keys = (code: string) =>
      sentencesIn(readData(`content/worksheets/${id}/text.${code}.yaml`)).map(([key]) => key);
    expect(sheet.textLang).toBe(language);
    expect(keys(language).sort()).toEqual(keys('en').sort());
  });

  test('asks each thing once, with its own id, and numbers what repeats', () => {
    const fields = sheet.sections.flatMap((section) => section.fields.map((field) => field.id));
    expect(new Set(fields).size).toBe(fields.length);
    const titles = sheet.sections.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.join(' ')).not.toContain('{{');
  });
});
